using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>An agency demands that the SIG look at an IG decision (8-charter, sections 2 and annex B; journey 3, steps 22 and 23).</summary>
public sealed class TheReclama : SigSpec
{
    private static readonly DateTimeOffset Until = New("1989-10-24T17:00:00-04:00");

    [Fact]
    public void Until_the_last_second_the_return_waits_for_the_SIG()
    {
        GivenReturned();

        Given(Demand(), Member(Cia), Until.AddSeconds(-1));

        (Sig.Round.Why, Sig.Round.Reclama!.Agency, Sig.Round.Reclama.Ruling).Should().Be((SigReason.Reclama, Cia, 1));
        Sig.Round.DueAt.Should().Be(New("1989-11-07T17:00:00-05:00"));
    }

    [Fact]
    public void At_the_very_instant_it_is_too_late_and_the_return_is_final()
    {
        GivenReturned();
        Given(new CheckDeadline(), new Actor.Clock(), Until);

        When(Demand(), Member(Cia), Until);

        ThenRefused(new ReclamaTooLate(Until));
        Now.Should().BeOfType<ProposalState.Returned>().Which.ReclamaUntil.Should().BeNull();
    }

    [Fact]
    public void A_disapproval_is_too_late_to_question_once_it_is_final()
    {
        GivenSubmitted();
        Given(new Disapprove(Text("No.")), Chair, Friday);
        Given(new CheckDeadline(), new Actor.Clock(), Until);

        When(Demand(), Member(Dod), Until);

        ThenRefused(new ReclamaTooLate(Until));
    }

    [Fact]
    public void Who_concurred_does_not_question_a_decision_but_the_proponent_does_a_return_and_a_SIG_member_anything()
    {
        GivenSubmitted();
        GivenAllConcur(Monday);
        Given(new TakePosition(new Stand.NoInterest(), []), Member(Nsc), Monday);
        Given(new Return(Text("Again.")), Chair, Friday);

        When(Demand(), Member(Cia), Friday);
        ThenRefused(new ReclamaNotYours(Cia));
        When(Demand(), Officer, Friday);
        ThenRefused("seat.not-entitled");
        ShouldBeHeard(Member(Nsc));
        ShouldBeHeard(Member(Dod));
        ShouldBeHeard(SigMember(Cia));
    }

    [Fact]
    public void The_proponent_does_not_question_a_clearance()
    {
        GivenCleared();

        When(Demand(), Member(Dod), Friday);

        ThenRefused(new ReclamaNotYours(Dod));
    }

    [Fact]
    public void Within_a_round_never_and_not_twice()
    {
        GivenSubmitted();
        When(Demand(), Member(Cia), Friday);
        ThenRefused(new NothingToReclaim("in-vetting"));

        Given(new Return(Text("Again.")), Chair, Friday);
        Given(Demand(), Member(Cia), Friday);
        When(Demand(), Member(Nsc), Friday);
        ThenRefused(new NothingToReclaim("at-sig"));
    }

    [Fact]
    public void What_the_SIG_has_decided_goes_before_it_no_more()
    {
        GivenForwarded();
        GivenAllOfSigConcur();
        Given(ByPaper(new BodyRuling.Return(Text("Again."))), SigChair, Friday);

        When(Demand(), Member(Dod), Friday);

        ThenRefused(new ReclamaOfSig());
    }

    [Fact]
    public void A_clearance_that_is_questioned_keeps_its_hold_and_the_SIG_confirms_it()
    {
        GivenCleared();
        GivenSettled(Friday);
        Given(Demand(), Member(Nsc), Friday);
        GivenAllOfSigConcur();

        Given(ByPaper(Cleared(1)), SigChair, Friday);

        Now.Should().BeOfType<ProposalState.ClearedForStage>().Which.Matter.Hold.Should().BeOfType<HoldStatus.Held>();
        ProposalDecider.Owed(Now).Should().BeEmpty("nothing is asked twice");
    }

    [Fact]
    public void The_ledgers_answer_finds_the_matter_before_the_SIG()
    {
        GivenCleared();
        Given(Demand(), Member(Nsc), Friday);
        GivenSettled(Friday, new SettledWith.Blocked(new Impediment("ledger.out-of-bound", "2 > 1", [])));
        Sig.Matter.Hold.Should().BeOfType<HoldStatus.Waiting>();

        Given(new RecordHoldGranted(new(Id.ToString()), []), new Actor.Entity(EntityId.Of(Visit().Pair!.Value)), Friday);
        Sig.Matter.Hold.Should().BeOfType<HoldStatus.Held>();
    }

    [Fact]
    public void A_hold_that_still_waits_in_line_blocks_what_the_SIG_clears()
    {
        GivenCleared();
        Given(Demand(), Member(Nsc), Friday);
        GivenSettled(Friday, new SettledWith.Blocked(new Impediment("ledger.out-of-bound", "2 > 1", [])));
        GivenAllOfSigConcur();

        Given(ByPaper(Cleared(1)), SigChair, Friday);
        GivenSettled(Friday, new SettledWith.Blocked(new Impediment("ledger.out-of-bound", "2 > 1", [])));

        Now.Should().BeOfType<ProposalState.Blocked>();
        When(Demand(), Member(Nsc), Friday);
        ThenRefused(new ReclamaOfSig());
    }

    [Fact]
    public void A_return_that_is_answered_by_new_text_cannot_be_questioned_any_more()
    {
        GivenReturned();
        Given(new Resubmit(Visit()), Officer, Friday);

        When(Demand(), Member(Cia), Friday);

        ThenRefused(new NothingToReclaim("in-vetting"));
    }

    private static DemandReclama Demand() => new(Text("Look at it."));

    private void GivenReturned()
    {
        GivenSubmitted();
        Given(new Return(Text("Again.")), Chair, Friday);
    }

    /// <summary>Cleared by the IG, not unanimously; the ledger has not answered.</summary>
    private void GivenCleared()
    {
        GivenSubmitted();
        GivenAllConcur(Monday);
        Given(new TakePosition(new Stand.NoInterest(), []), Member(Nsc), Monday);
        Given(ClearWith(1), Chair, Friday);
    }

    private void ShouldBeHeard(Actor actor)
    {
        ProposalDecider.Decide(Now, Demand(), new Context(Friday, actor, Nsdd)).Should().BeOfType<Decision<ProposalEvent>.Accepted>();
    }
}
