using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Sessions;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>"A proposal's life" (1-domain, section 3): the arrows of its picture that no other test is named after.</summary>
public sealed class TheLife : SigSpec
{
    private static readonly DateTimeOffset WindowOver = New("1990-05-19T00:00:00-04:00");

    [Fact]
    public void What_is_cleared_for_a_stage_goes_on_with_the_next_paper_and_after_the_last_stage_it_is_cleared()
    {
        GivenSubmitted();
        foreach (var next in (Stage[])[Stage.Plan, Stage.Final])
        {
            GivenUnanimouslyCleared();
            Now.Should().BeOfType<ProposalState.ClearedForStage>();

            Given(new HandInStage(Visit()), Officer, Friday);
            Now.Should().BeOfType<ProposalState.InVetting>().Which.Round.Stage.Should().Be(next);
        }

        GivenUnanimouslyCleared();
        Now.Should().BeOfType<ProposalState.Cleared>();
    }

    [Fact]
    public void What_is_returned_comes_back_as_a_new_text_in_a_new_round_with_all_positions_anew()
    {
        GivenSubmitted();
        GivenAllConcur(Monday);
        Given(new Return(Text("Again.")), Chair, Friday);

        Given(new Resubmit(Visit() with { Paragraphs = [Text("He goes by train.")] }), Officer, Friday);

        var vetting = Now.Should().BeOfType<ProposalState.InVetting>().Subject;
        (vetting.Matter.Dossier.TextVersion, vetting.Round.Number).Should().Be((2, 2));
        vetting.Round.Positions.Should().ContainSingle("only the proponent's own agency stands").Which.Agency.Should().Be(Dod);
        vetting.Matter.Past.Should().ContainSingle("what was said of the first text stays").Which.Positions.Should().HaveCount(5);
    }

    [Fact]
    public void What_took_place_is_executed_and_reported_it_is_closed()
    {
        GivenEverythingCleared();
        Given(new RecordOutcome(new Outcome.TookPlace(new(new(1990, 5, 14), new(1990, 5, 18)), default, null)), Officer, WindowOver);
        Now.Should().BeOfType<ProposalState.Executed>();

        Given(new Report([Text("It went well.")]), Officer, WindowOver);

        Now.Should().BeOfType<ProposalState.Closed>().Which.Report.Should().Equal(Text("It went well."));
    }

    [Fact]
    public void Any_open_state_is_given_up_by_its_proponent_and_gives_its_hold_back()
    {
        foreach (var (name, tell) in OpenStates().Append(("cleared", GivenEverythingCleared)))
        {
            TellAnew();
            tell();
            StateNames.Of(Now).Should().Be(name);
            var isHeld = ((ProposalState.Lodged)Now).Matter.Hold is HoldStatus.Held or HoldStatus.Waiting;

            Given(new Withdraw(Text("Given up.")), Officer, Friday);

            Now.Should().BeOfType<ProposalState.Withdrawn>(name).Which.Reason.Should().Be(Text("Given up."));
            ProposalDecider.Owed(Now).OfType<Settlement.ReleaseHold>().Should().HaveCount(isHeld ? 1 : 0, name);
        }
    }

    [Fact]
    public void Any_open_state_lapses_when_its_window_is_over_uncleared()
    {
        foreach (var (name, tell) in OpenStates())
        {
            TellAnew();
            tell();
            Given(new CheckDeadline(), new Actor.Clock(), WindowOver.AddTicks(-10));
            StateNames.Of(Now).Should().NotBe("lapsed", $"{name} a moment before");

            Given(new CheckDeadline(), new Actor.Clock(), WindowOver);

            Now.Should().BeOfType<ProposalState.Lapsed>(name);
        }

        TellAnew();
        GivenEverythingCleared();
        Given(new CheckDeadline(), new Actor.Clock(), WindowOver);
        Now.Should().BeOfType<ProposalState.Cleared>("what is cleared does not lapse");
    }

    [Fact]
    public void What_the_SIG_disapproves_ends_at_once()
    {
        GivenForwarded();
        GivenAllOfSigConcur();

        Given(ByPaper(new BodyRuling.Disapprove(Text("No."))), SigChair, Friday);

        Now.Should().BeOfType<ProposalState.Disapproved>();
    }

    [Theory]
    [InlineData("clear")]
    [InlineData("return")]
    [InlineData("disapprove")]
    public void Return_disapproval_and_clearance_alike_are_final_only_when_the_reclama_time_is_over(string decision)
    {
        GivenSubmitted();
        GivenAllConcur(Friday);
        Given(new TakePosition(new Stand.NoInterest(), []), Member(Nsc), Friday);
        Given(decision switch { "clear" => ClearWith(1), "return" => new Return(Text("Again.")), _ => new Disapprove(Text("No.")) }, Chair, Friday);
        GivenSettled(Friday);
        var until = New("1989-10-24T17:00:00-04:00");

        WhenTheClockStrikes(until.AddTicks(-10));
        ThenNothing();

        Decided(new CheckDeadline(), new Actor.Clock(), until).Should().ContainSingle().Which.Should().BeOfType<ProposalEvent.BecameFinal>().Which.Due.Should().Be(until);
    }

    [Fact]
    public void Until_it_is_final_nothing_is_invited_signed_shown_or_taken_further()
    {
        GivenSubmitted();
        GivenAllConcur(Friday);
        Given(new TakePosition(new Stand.NoInterest(), []), Member(Nsc), Friday);
        Given(ClearWith(1), Chair, Friday);
        GivenSettled(Friday);

        foreach (var command in (ProposalCommand[])[new HandInStage(Visit()), new RecordOutcome(new Outcome.TookPlace(new(new(1989, 10, 20), new(1989, 10, 20)), default, null))])
        {
            When(command, Officer, Friday);
            ThenRefused("proposal.wrong-state");
        }

        TellAnew();
        GivenSubmitted(PressGuidance() with { Category = new("statement.public"), Window = new(new(1989, 11, 14), new(1989, 11, 14)) });
        GivenAllConcur(Friday);
        Given(new TakePosition(new Stand.NoInterest(), []), Member(Cia), Friday);
        Given(ClearWith(2), Chair, Friday);
        ProposalDecider.NotReleasable(Now, Friday, Nsdd)!.Code.Should().Be("statement.not-cleared");
    }

    private (string Name, Action Tell)[] OpenStates() =>
    [
        ("in-vetting", () => GivenSubmitted()),
        ("decided", () => GivenRuled(new SettledWith.Granted([]))),
        ("blocked-on-reciprocity", () => GivenRuled(new SettledWith.Blocked(new("ledger.out-of-bound", "2 > 1", [])))),
        ("at-sig", GivenForwarded),
        ("referred", () => { GivenForwarded(); GivenAllOfSigConcur(); Given(ByPaper(new BodyRuling.Refer(Text("He decides."))), SigChair, Friday); }),
        ("returned", () => { GivenSubmitted(); Given(new Return(Text("Again.")), Chair, Friday); }),
        ("cleared-for-stage", () => { GivenSubmitted(); GivenUnanimouslyCleared(); }),
    ];

    private void GivenRuled(SettledWith ledger)
    {
        GivenSubmitted();
        GivenAllConcur(Friday);
        Given(new TakePosition(new Stand.NoInterest(), []), Member(Nsc), Friday);
        Given(ClearWith(1), Chair, Friday);
        GivenSettled(Friday, ledger);
    }

    private void GivenUnanimouslyCleared()
    {
        GivenAllConcur(Friday);
        Given(ClearWith(1), Chair, Friday);
        GivenSettled(Friday);
    }

    private void GivenEverythingCleared()
    {
        GivenSubmitted();
        GivenUnanimouslyCleared();
        for (var stage = 0; stage < 2; stage++)
        {
            Given(new HandInStage(Visit()), Officer, Friday);
            GivenUnanimouslyCleared();
        }
    }
}
