using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>What the SIG's members say and its chair decides by paper (1-domain, section 3; 8-charter, section 2).</summary>
public sealed class TheSig : SigSpec
{
    private static readonly Stand Dissent = new Stand.Nonconcur(Text("Too much is shown.", "C"), Text("Show less."));

    [Fact]
    public void Positions_are_taken_anew_by_the_SIGs_own_members_and_every_version_stays()
    {
        GivenSubmitted();
        GivenAllConcur(Monday);
        Given(new Forward(Text("You.")), Chair, Monday);
        Sig.Round.Silent.Should().Equal(State, Dod, Nsc, Ocjcs, Cia);

        When(new TakePosition(new Stand.Concur(), []), Member(Cia), Friday);
        ThenRefused(new RoundClosed("at-sig"));
        Given(new TakePosition(Dissent, []), SigMember(Dod), Friday);
        Given(new TakePosition(new Stand.Concur(), []), Person(SeatKind.SigAlternate, Dod), Friday);

        Sig.Round.Positions.Should().HaveCount(2);
        Sig.Round.Standing(Dod)!.Stand.Should().Be(new Stand.Concur());
    }

    [Fact]
    public void A_dissent_says_what_it_objects_to_and_a_comment_has_no_place()
    {
        GivenForwarded();

        When(new TakePosition(new Stand.Nonconcur(Text(" "), Text("Less.")), []), SigMember(Dod), Friday);
        ThenRefused(new ObjectionMissing());
        When(new TakePosition(new Stand.ConcurWithComment(), [new(CommentGrade.Critical, Text("Hm."))]), SigMember(Dod), Friday);
        ThenRefused(new CommentsNotAtSig());
    }

    [Fact]
    public void By_paper_it_clears_only_if_all_concur_and_names_who_has_not()
    {
        GivenForwarded();
        GivenSigConcurs(State, Dod, Nsc);
        Given(new TakePosition(new Stand.NoInterest(), []), SigMember(Ocjcs), Friday);

        When(ByPaper(Cleared(1)), SigChair, Friday);
        ThenRefused(new NotUnanimous([Ocjcs, Cia]));
        When(ByPaper(new BodyRuling.Return(Text("Again."))), SigChair, Friday);
        ThenRefused(new NotUnanimous([Cia]));

        GivenSigConcurs(Ocjcs, Cia);
        Given(ByPaper(Cleared(1)), SigChair, Friday);
    }

    [Fact]
    public void A_clearance_asks_for_the_hold_at_the_hold_stage_and_is_final_when_it_is_granted()
    {
        GivenForwarded();
        GivenAllOfSigConcur();

        Given(ByPaper(Cleared(1)), SigChair, Friday);
        Now.Should().BeOfType<ProposalState.Decided>().Which.Matter.Hold.Should().BeOfType<HoldStatus.Asked>();
        GivenSettled(Friday);

        var cleared = Now.Should().BeOfType<ProposalState.ClearedForStage>().Subject;
        cleared.Matter.BodyOf(cleared.Matter.Rulings[^1]).Should().Be(RulingBody.Sig);
        cleared.Matter.Hold.Should().BeOfType<HoldStatus.Held>();
    }

    [Fact]
    public void A_hold_that_is_refused_blocks_as_after_a_clearance_of_the_IG()
    {
        GivenForwarded();
        GivenAllOfSigConcur();
        Given(ByPaper(Cleared(1)), SigChair, Friday);

        GivenSettled(Friday, new SettledWith.Blocked(new Impediment("ledger.out-of-bound", "2 > 1", [])));

        Now.Should().BeOfType<ProposalState.Blocked>();
    }

    [Fact]
    public void Over_a_standing_nonconcurrence_it_returns_disapproves_or_refers_and_never_clears()
    {
        GivenForwarded();
        GivenSigConcurs(State, Nsc, Ocjcs, Cia);
        Given(new TakePosition(Dissent, []), SigMember(Dod), Friday);

        When(ByPaper(Cleared(1)), SigChair, Friday);
        ThenRefused(new StandingNonconcur([Dod], []));
        Given(ByPaper(new BodyRuling.Disapprove(Text("No."))), SigChair, Friday);

        var ended = Now.Should().BeOfType<ProposalState.Disapproved>("what the SIG decides is final at once").Subject;
        ended.Matter.SigRounds[^1].Standing(Dod)!.Stand.Should().Be(Dissent, "the dissent stays with its text");
    }

    [Fact]
    public void What_it_returns_is_returned_for_good_and_a_new_round_begins_at_the_IG()
    {
        GivenForwarded();
        GivenAllOfSigConcur();

        Given(ByPaper(new BodyRuling.Return(Text("Again."))), SigChair, Friday);
        Now.Should().BeOfType<ProposalState.Returned>().Which.ReclamaUntil.Should().BeNull();
        Given(new Resubmit(Visit()), Officer, Friday);

        Now.Should().BeOfType<ProposalState.InVetting>().Which.Round.Number.Should().Be(2);
    }

    [Fact]
    public void It_forwards_to_nobody_and_finds_for_every_claimed_goal()
    {
        GivenForwarded();
        GivenAllOfSigConcur();

        When(ByPaper(new BodyRuling.Forward(Text("You."))), SigChair, Friday);
        ThenRefused("decision.not-of-body");
        When(ByPaper(Cleared(2)), SigChair, Friday);
        ThenRefused(new FindingMissing([1, 2]));
    }

    [Fact]
    public void A_second_decision_is_refused_wherever_it_comes_from()
    {
        GivenForwarded();
        GivenAllOfSigConcur();
        Given(ByPaper(Cleared(1)), SigChair, Friday);
        GivenSettled(Friday);

        When(ByPaper(Cleared(1)), SigChair, Friday);
        ThenRefused(new DecisionMade("cleared-for-stage"));
        When(ClearWith(1), Chair, Friday);
        ThenRefused(new DecisionMade("cleared-for-stage"));
    }

    [Fact]
    public void Before_a_matter_is_there_it_decides_nothing()
    {
        GivenSubmitted();

        When(ByPaper(Cleared(1)), SigChair, Friday);

        ThenRefused(new NotBeforeBody(BodyKind.Sig, "in-vetting"));
    }

    [Fact]
    public void Only_its_chair_decides_by_paper()
    {
        GivenForwarded();

        When(ByPaper(Cleared(1)), SigMember(State), Friday);
        ThenRefused("seat.not-entitled");
        When(ByPaper(Cleared(1)), Chair, Friday);
        ThenRefused("seat.not-entitled");
    }

    [Fact]
    public void It_is_warned_three_working_days_before_its_suspense_and_a_position_after_it_is_late()
    {
        GivenForwarded();

        WhenTheClockStrikes(New("1989-10-25T17:00:00-04:00"));
        Then(new ProposalEvent.SigWarned(New("1989-10-25T17:00:00-04:00"), New("1989-10-25T17:00:00-04:00")));
        var suspense = New("1989-10-30T17:00:00-05:00");
        Given(new CheckDeadline(), new Actor.Clock(), suspense);
        Given(new TakePosition(new Stand.Concur(), []), SigMember(Cia), suspense);

        (Sig.Round.HasPassed, Sig.Round.Standing(Cia)!.Late).Should().Be((true, true));
    }

    [Fact]
    public void An_objection_that_it_is_a_negotiation_comes_along_and_one_agency_alone_lifts_it()
    {
        GivenSubmitted();
        Given(new ObjectToNegotiation(Text("Point 4.")), Member(Cia), Friday);
        Given(new CheckDeadline(), new Actor.Clock(), New("1989-11-02T09:00:00-05:00"));
        GivenAllOfSigConcur();

        When(ByPaper(Cleared(1)), SigChair, Friday.AddDays(20));
        ThenRefused(new IsNegotiation(Cia));
        When(new LiftNegotiation(Text("No.")), SigMember(Cia), Friday.AddDays(20));
        ThenRefused(new NotYoursToLift([State]));
        Given(new LiftNegotiation(Text("It is none.")), SigMember(State), Friday.AddDays(20));
        Given(ByPaper(Cleared(1)), SigChair, Friday.AddDays(20));
    }
}
