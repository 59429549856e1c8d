using Nsdd311.Access;
using Nsdd311.Sessions;
using Nsdd311.Views;

namespace Nsdd311.Tests.Sessions;

/// <summary>What the journal of a session tells, and to whom.</summary>
public sealed class TheHistoryOfASession : SessionSpec
{
    private static readonly Sight Reader = new(new(new("x"), new(), []), IsDistributed: true);

    [Fact]
    public void Of_a_matter_that_the_reader_may_not_know_of_nothing_is_told()
    {
        GivenScheduled(Agreement, Visit);
        SessionSight sight = new(Reader, new Dictionary<ProposalId, Sight> { [Visit.Id] = Reader });
        var scheduled = new SessionEvent.Scheduled(Id, Begins, Text("Room 208"), PapersDue, Closes, [Agreement, Visit], Friday);
        var minutes = new SessionEvent.MinutesCirculated(1, [new(null, Text("All.")), new(1, Text("The agreement.")), new(2, Text("The visit.")), new(2, Text("Secret.", "S"))], Begins, Begins);

        SessionFacts.Of(new SessionEvent.ItemDeferred(1, Text("Next time."), Begins), Session, sight).Should().BeNull();
        SessionFacts.Of(new SessionEvent.ItemDeferred(2, Text("Next time."), Begins), Session, sight)!.Value.Sight.Should().Be(Reader);
        ((SessionEvent.Scheduled)SessionFacts.Of(scheduled, Session, sight)!.Value.Fact).Subjects.Should().Equal(Visit);
        ((SessionEvent.MinutesCirculated)SessionFacts.Of(minutes, Session, sight)!.Value.Fact).Paragraphs.Select(paragraph => paragraph.Text.Text).Should().Equal("All.", "The visit.");
    }
}
