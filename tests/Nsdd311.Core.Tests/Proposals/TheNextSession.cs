using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Settlement;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>"When it passes the matter goes on the agenda of the next session by itself" (8-charter, section 2).</summary>
public sealed class TheNextSession : SigSpec
{
    [Fact]
    public void When_its_suspense_at_the_SIG_passes_a_matter_owes_itself_to_the_next_session_once()
    {
        GivenForwarded();
        var due = Sig.Round.DueAt;
        Given(new CheckDeadline(), new Actor.Clock(), due.AddTicks(-10));
        ProposalDecider.Owed(Now).Should().BeEmpty();

        Given(new CheckDeadline(), new Actor.Clock(), due);
        var owed = ProposalDecider.Owed(Now).Should().ContainSingle().Which.Should().BeOfType<TakeUpAtNextSession>().Subject;
        (owed.Body, owed.Matter).Should().Be((BodyKind.Sig, new(Id, new LogNumber(1989, 1), "SecDef visit")));

        When(new RecordAnswer(owed.Id, new SettledWith.Posted()), new Actor.Entity(owed.Creditor), due);
        Then(new ProposalEvent.QueuedForSession(owed.Id, null));
        GivenSettled(due);
        Given(new CheckDeadline(), new Actor.Clock(), due.AddDays(30));
        ProposalDecider.Owed(Now).Should().BeEmpty();
    }

    [Fact]
    public void A_matter_that_ends_meanwhile_still_records_the_answer()
    {
        GivenForwarded();
        Given(new CheckDeadline(), new Actor.Clock(), Sig.Round.DueAt);
        Given(new Withdraw(Text("Given up.")), Officer, Sig.Round.DueAt);
        var owed = ProposalDecider.Owed(Now).OfType<TakeUpAtNextSession>().Single();

        When(new RecordAnswer(owed.Id, new SettledWith.Posted()), new Actor.Entity(owed.Creditor), Friday.AddDays(60));
        Then(new ProposalEvent.QueuedForSession(owed.Id, null));
    }
}
