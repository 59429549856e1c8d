using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Sessions;
using Nsdd311.Settlement;
using static Nsdd311.Sessions.SessionCommand;

namespace Nsdd311.Tests.Sessions;

/// <summary>An item of a session of the SIG may be a motion about a ledger, which is granted or dropped there (8-charter, annex B).</summary>
public sealed class AMotionOnTheAgenda : SessionSpec
{
    private static readonly AgendaMotion Waiver = new(PairId.Parse("cno~cinc-navy"), 3);
    private static readonly DateTimeOffset Noon = Begins.AddHours(2);

    [Fact]
    public void A_motion_granted_in_session_is_owed_to_its_ledger_until_that_has_answered()
    {
        GivenConvenedWithTheWaiver();
        Given(new DecideItem(1, new BodyRuling.Grant(null)), Chair, Noon);

        var owed = SessionDecider.Owed(Now).OfType<DecideMotion>().Should().ContainSingle().Subject;
        (owed.Motion, owed.Creditor, owed.Decision.By.Present.Count).Should().Be((Waiver, EntityId.Of(Waiver.Pair), 4));
        Given(new RecordAnswer(owed.Id, new SessionAnswer.Taken([new(State, new Stand.Concur(), null)])), new Actor.Entity(owed.Creditor), Noon);

        Session.Item(1)!.Status.Should().BeOfType<ItemStatus.Decided>().Which.Ruling.Should().BeOfType<BodyRuling.Grant>();
    }

    [Fact]
    public void A_motion_is_not_cleared_and_a_matter_is_not_granted()
    {
        GivenConvenedWithTheWaiver(Agreement);

        When(Refer(2), Chair, Noon);
        ThenRefused(new RulingOfAnotherSubject(false));
        When(new DecideItem(1, new BodyRuling.Drop(null)), Chair, Noon);
        ThenRefused(new RulingOfAnotherSubject(true));
    }

    [Fact]
    public void The_same_motion_stands_on_an_agenda_once()
    {
        GivenScheduled();
        Given(new PutOnAgenda(Waiver), Secretary, Friday);

        When(new PutOnAgenda(Waiver), Secretary, Friday);
        ThenRefused(new AlreadyOnAgenda(1));
        When(new PutOnAgenda(Waiver with { Number = 4 }), Secretary, Friday);
        Then(new SessionEvent.ItemAdded(2, Waiver with { Number = 4 }, Friday));
    }

    [Fact]
    public void The_IG_takes_up_no_motion()
    {
        Given(Opening() with { Id = new(BodyKind.Ig, 1989, 1) }, Book, Friday);

        When(new PutOnAgenda(Waiver), Secretary, Friday);
        ThenRefused(new MotionSigOnly());
    }

    [Fact]
    public void A_motion_that_is_not_reached_returns_to_the_queue_and_one_that_was_decided_by_paper_does_not()
    {
        GivenConvenedWithTheWaiver();
        Given(new Adjourn(), Chair, Noon);
        SessionDecider.Owed(Now).OfType<ReturnMatter>().Should().ContainSingle().Which.Subject.Should().Be(Waiver);

        (AgendaItem.New(1, Waiver) with { Status = new ItemStatus.Open(new(1, "motion.ended", "It was granted.")) }).IsLeft.Should().BeFalse();
    }

    private void GivenConvenedWithTheWaiver(params AgendaMatter[] matters)
    {
        GivenScheduled(matters);
        Given(new PutOnAgenda(Waiver), Secretary, Friday);
        Given(new CheckDeadline(), Clock, Closes);
        foreach (var agency in (AgencyId[])[State, Dod, Ocjcs]) Given(Coming(Member(agency)), Member(agency), Begins);
        Given(new Convene(), Chair, Begins);
    }
}
