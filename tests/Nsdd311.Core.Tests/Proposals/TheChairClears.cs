using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>What the chair may clear, and when it is final (1-domain, section 3; journey 1).</summary>
public sealed class TheChairClears : ProposalSpec
{
    private static readonly DateTimeOffset Friday = New("1989-10-20T11:00:00-04:00");

    public TheChairClears() => GivenSubmitted();

    [Fact]
    public void Never_over_a_nonconcurrence_and_names_the_critical_comment_besides()
    {
        Given(new TakePosition(new Stand.Nonconcur(Text("Too early."), Text("Wait.")), []), Member(State), Friday);
        Given(new TakePosition(new Stand.ConcurWithComment(), [new(CommentGrade.Critical, Text("Point 2."))]), Member(Cia), Friday);

        When(ClearWith(1), Chair, Friday);

        ThenRefused(new StandingNonconcur([State], [new(1, Cia)]));
    }

    [Fact]
    public void Not_while_a_mandatory_agency_is_silent()
    {
        When(ClearWith(1), Chair, Friday);

        ThenRefused(new MandatorySilent([State, Nsc, Ocjcs, Cia]));
    }

    [Fact]
    public void Not_while_a_mandatory_agency_reserves_before_the_suspense()
    {
        GivenAllConcur(Friday);
        Given(new TakePosition(new Stand.Reserve(Text("We shall see.")), []), Member(Cia), Friday);

        When(ClearWith(1), Chair, Friday);

        ThenRefused("proposal.reserved");
    }

    [Fact]
    public void Not_without_a_finding_for_each_claimed_goal()
    {
        GivenAllConcur(Friday);

        When(ClearWith(2), Chair, Friday);

        ThenRefused(new FindingMissing([1, 2]));
    }

    [Fact]
    public void Unanimously_it_is_final_as_soon_as_the_ledger_has_granted_the_hold()
    {
        GivenAllConcur(Friday);
        Given(ClearWith(1), Chair, Friday);
        Now.Should().BeOfType<ProposalState.Decided>();

        GivenSettled(Friday);

        Now.Should().BeOfType<ProposalState.ClearedForStage>();
    }

    [Fact]
    public void Without_unanimity_it_waits_for_the_end_of_the_reclama_time()
    {
        GivenAllConcur(Friday);
        Given(new TakePosition(new Stand.NoInterest(), []), Member(Nsc), Friday);
        Given(ClearWith(1), Chair, New("1989-10-27T11:00:00-04:00"));
        GivenSettled(New("1989-10-27T11:00:00-04:00"));

        ProposalDecider.NextWake(Now).Should().Be(New("1989-10-31T17:00:00-05:00"));
        Now.Should().BeOfType<ProposalState.Decided>();
    }

    [Fact]
    public void A_hold_refused_blocks_and_a_hold_granted_later_goes_on()
    {
        GivenAllConcur(Friday);
        Given(ClearWith(1), Chair, Friday);
        GivenSettled(Friday, new SettledWith.Blocked(new Impediment("ledger.out-of-bound", "2 > 1", [])));
        Now.Should().BeOfType<ProposalState.Blocked>();

        Given(new RecordHoldGranted(new(Id.ToString()), []), new Actor.Entity(EntityId.Of(Visit().Pair!.Value)), Friday.AddDays(30));

        Now.Should().BeOfType<ProposalState.ClearedForStage>();
    }

    [Fact]
    public void Withdrawing_before_the_ledger_has_answered_owes_the_opposite_after_it()
    {
        GivenAllConcur(Friday);
        Given(ClearWith(1), Chair, Friday);
        Given(new Withdraw(Text("Given up.")), Officer, Friday);

        ProposalDecider.Owed(Now).Select(owed => owed.GetType().Name).Should().Equal("AskHold", "ReleaseHold");
        GivenSettled(Friday);
        ProposalDecider.Owed(Now).Should().BeEmpty();
    }

    [Fact]
    public void An_amendment_leaves_the_positions_of_the_others_to_be_confirmed()
    {
        GivenAllConcur(Friday);
        Given(new GiveLeave(LeaveKind.Amendment, Text("Yes."), null), Chair, Friday);
        Given(new Amend(Visit() with { Paragraphs = [Text("He goes by train.", "C")] }), Officer, Friday);

        When(ClearWith(1), Chair, Friday);
        ThenRefused(new PositionsUnconfirmed([State, Nsc, Ocjcs, Cia]));

        foreach (var agency in (AgencyId[])[State, Nsc, Ocjcs, Cia]) Given(new ConfirmPosition(), Member(agency), Friday);
        Given(ClearWith(1), Chair, Friday);
        Now.Should().BeOfType<ProposalState.Decided>();
    }

    [Fact]
    public void Amending_late_moves_the_suspense_so_that_a_working_day_remains()
    {
        Given(new GiveLeave(LeaveKind.Amendment, Text("Yes."), null), Chair, Friday);
        Given(new Amend(Visit()), Officer, New("1989-10-30T16:00:00-05:00"));

        Now.Should().BeOfType<ProposalState.InVetting>().Which.Round.Phase.DueAt.Should().Be(New("1989-10-31T17:00:00-05:00"));
    }

    [Fact]
    public void An_agency_that_is_not_mandatory_may_speak_until_the_suspense()
    {
        var other = new ProposalOfEducation();

        other.Story();
    }

    [Fact]
    public void News_of_the_hold_that_overtakes_the_answer_that_there_is_none_yet_stands()
    {
        GivenAllConcur(Friday);
        Given(ClearWith(1), Chair, Friday);
        var owed = ProposalDecider.Owed(Now)[0];

        Given(new RecordHoldGranted(new(Id.ToString()), []), new Actor.Entity(EntityId.Of(Visit().Pair!.Value)), Friday);
        Now.Should().BeOfType<ProposalState.ClearedForStage>().Which.Matter.Hold.Should().BeOfType<HoldStatus.Held>();

        When(new RecordAnswer(owed.Id, new SettledWith.Blocked(new Impediment("ledger.out-of-bound", "2 > 1", []))), new Actor.Entity(owed.Creditor), Friday);
        Then(new ProposalEvent.LedgerAnswered(owed.Id, "ledger.out-of-bound"));
    }

    [Fact]
    public void The_objection_that_it_is_a_negotiation_is_lifted_by_one_agency_alone()
    {
        GivenAllConcur(Friday);
        Given(new ObjectToNegotiation(Text("Point 4.")), Member(Cia), Friday);

        When(ClearWith(1), Chair, Friday);
        ThenRefused(new IsNegotiation(Cia));
        When(new LiftNegotiation(Text("No.")), Member(Cia), Friday);
        ThenRefused(new NotYoursToLift([State]));

        Given(new LiftNegotiation(Text("It is none.")), Member(State), Friday);
        Given(ClearWith(1), Chair, Friday);
    }

    private sealed class ProposalOfEducation : ProposalSpec
    {
        public void Story()
        {
            GivenSubmitted(PressGuidance() with { Category = new("statement.public"), Window = new(new(1989, 11, 1), new(1989, 11, 1)) });
            foreach (var agency in (AgencyId[])[State, Nsc]) Given(new TakePosition(new Stand.Concur(), []), Member(agency), Monday);

            When(ClearWith(2), Chair, Monday);
            ThenRefused(new RoundRunning([Ocjcs, Cia], New("1989-10-19T17:00:00-04:00")));

            Given(new CheckDeadline(), new Actor.Clock(), New("1989-10-19T17:00:00-04:00"));
            Given(ClearWith(2), Chair, New("1989-10-20T09:00:00-04:00"));
        }
    }
}
