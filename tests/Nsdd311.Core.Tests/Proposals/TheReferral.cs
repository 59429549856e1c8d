using Nsdd311.Proposals;
using Nsdd311.Sessions;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>With the President until his decision is recorded (8-charter, section 2; journey 3, steps 17 and 20).</summary>
public sealed class TheReferral : SigSpec
{
    private static readonly DateTimeOffset Later = New("1989-11-10T09:00:00-05:00");

    public TheReferral()
    {
        GivenForwarded();
        GivenSigConcurs(State, Nsc, Ocjcs, Cia);
        Given(new TakePosition(new Stand.Nonconcur(Text("Too much."), Text("Less.")), []), SigMember(Dod), Friday);
        Given(ByPaper(new BodyRuling.Refer(Text("He decides."))), SigChair, Friday);
    }

    [Fact]
    public void The_SIGs_chair_is_reminded_every_ten_working_days_until_it_is_recorded()
    {
        var first = New("1989-11-03T17:00:00-05:00");
        WhenTheClockStrikes(first);
        Then(new ProposalEvent.ReferralReminded(first, first, New("1989-11-20T17:00:00-05:00")));

        Given(new CheckDeadline(), new Actor.Clock(), first);
        ProposalDecider.NextWake(Now).Should().Be(New("1989-11-20T17:00:00-05:00"));
    }

    [Fact]
    public void An_approval_clears_the_stage_at_once_under_its_conditions_and_asks_for_the_hold()
    {
        Given(Recorded(approves: true, "Report to him."), Secretary, Later);
        Now.Should().BeOfType<ProposalState.Decided>("the ledger has yet to answer");
        GivenSettled(Later);

        var matter = Now.Should().BeOfType<ProposalState.ClearedForStage>().Subject.Matter;
        (matter.OpenConditions.Count, matter.BodyOf(matter.Rulings[^1])).Should().Be((1, RulingBody.President));
        matter.SigRounds[^1].Nonconcurring.Should().Equal([Dod], "the dissent is kept");
    }

    [Fact]
    public void A_disapproval_ends_it()
    {
        Given(Recorded(approves: false), SigChair, Later);

        Now.Should().BeOfType<ProposalState.Disapproved>();
    }

    [Fact]
    public void It_needs_a_paper_and_a_day_that_can_be_and_conditions_go_with_an_approval()
    {
        When(new RecordPresidentialDecision(new(true, Text(" "), new(1989, 11, 10), null), []), Secretary, Later);
        ThenRefused(new PresidentialReferenceMissing());
        When(new RecordPresidentialDecision(new(true, Text("Paper 1"), new(1989, 10, 19), null), []), Secretary, Later);
        ThenRefused(new PresidentialDayImpossible(new(1989, 10, 20), new(1989, 11, 10)));
        When(new RecordPresidentialDecision(new(true, Text("Paper 1"), new(1989, 11, 11), null), []), Secretary, Later);
        ThenRefused(new PresidentialDayImpossible(new(1989, 10, 20), new(1989, 11, 10)));
        When(Recorded(approves: false, "If."), Secretary, Later);
        ThenRefused(new ConditionsOfDisapproval());
    }

    [Fact]
    public void Others_do_not_record_it_and_what_he_decided_is_decided()
    {
        When(Recorded(approves: true), SigMember(State), Later);
        ThenRefused("seat.not-entitled");

        Given(Recorded(approves: true), Secretary, Later);
        When(Recorded(approves: false), Secretary, Later);
        ThenRefused(new NotReferred("decided"));
        When(ByPaper(new BodyRuling.Return(Text("Again."))), SigChair, Later);
        ThenRefused(new DecisionMade("decided"));
    }

    [Fact]
    public void While_it_is_with_him_nothing_is_said_or_decided_but_the_proponent_may_give_it_up()
    {
        When(new TakePosition(new Stand.Concur(), []), SigMember(Dod), Later);
        ThenRefused(new RoundClosed("referred"));
        When(ByPaper(Cleared(1)), SigChair, Later);
        ThenRefused(new DecisionMade("referred"));
        Given(new Withdraw(Text("Given up.")), Officer, Later);
    }

    [Fact]
    public void Its_window_may_close_meanwhile()
    {
        Given(new CheckDeadline(), new Actor.Clock(), New("1990-05-19T00:00:00-04:00"));

        Now.Should().BeOfType<ProposalState.Lapsed>();
    }

    private static RecordPresidentialDecision Recorded(bool approves, params string[] conditions) =>
        new(new(approves, Text("Paper 1"), new(1989, 11, 9), null), conditions.Select(condition => Text(condition)).ToValueList());
}
