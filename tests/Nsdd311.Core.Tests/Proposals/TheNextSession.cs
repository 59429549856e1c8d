using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Sessions;
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

    [Fact]
    public void A_matter_that_ends_owes_every_session_that_has_it_on_its_agenda_the_news()
    {
        var (sig, later) = (new SessionId(BodyKind.Sig, 1989, 1), new SessionId(BodyKind.Sig, 1989, 2));
        foreach (var (end, how) in Ends())
        {
            TellAnew();
            GivenForwarded();
            foreach (var session in (SessionId[])[sig, later]) Given(new NoteAgenda(session, 1), new Actor.Entity(EntityId.Of(session)), Friday);
            Given(end, end is CheckDeadline ? new Actor.Clock() : Officer, end is CheckDeadline ? Friday.AddYears(1) : Friday);

            var news = ProposalDecider.Owed(Now).OfType<LeaveAgenda>().ToList();
            news.Select(owed => (owed.Session, owed.Status)).Should().Equal((sig, how), (later, how));
            GivenSettled(Friday.AddYears(1));
            ProposalDecider.Owed(Now).Should().BeEmpty();
        }
    }

    [Fact]
    public void A_session_that_decided_it_hears_nothing_more_of_it()
    {
        GivenForwarded();
        Given(new NoteAgenda(new(BodyKind.Sig, 1989, 1), 1), Session(), Friday);
        Given(InSession(new BodyRuling.Disapprove(Text("No."))), Session(), Friday);

        Now.Should().BeOfType<ProposalState.Disapproved>();
        ProposalDecider.Owed(Now).OfType<LeaveAgenda>().Should().BeEmpty();
    }

    [Fact]
    public void What_has_ended_stands_on_no_agenda()
    {
        GivenForwarded();
        Given(new Withdraw(Text("Given up.")), Officer, Friday);

        When(new NoteAgenda(new(BodyKind.Sig, 1989, 1), 1), Session(), Friday);
        ThenRefused("proposal.ended");
    }

    private static (ProposalCommand End, string How)[] Ends() => [(new Withdraw(Text("Given up.")), "withdrawn"), (new CheckDeadline(), "lapsed")];
}
