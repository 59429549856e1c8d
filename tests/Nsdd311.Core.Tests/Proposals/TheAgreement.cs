using Nsdd311.Proposals;
using Nsdd311.Sessions;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>A proposed agreement: an authority, STATE's word, and the SIG at the final stage (1-domain, section 3; journey 3).</summary>
public sealed class TheAgreement : SigSpec
{
    private static readonly DateTimeOffset Signed = New("1990-05-21T09:00:00-04:00");

    [Fact]
    public void It_names_the_authority_that_it_seeks_and_is_then_no_negotiation_to_refuse()
    {
        When(new DraftAndSubmit(Id, Agreement(authority: null), []), Officer, Monday);
        ThenRefused(new AuthorityMissing());

        Given(new DraftAndSubmit(Id, Agreement(Authority.Negotiate), []), Officer, Monday);
    }

    [Fact]
    public void Without_STATEs_explicit_concurrence_it_is_not_cleared_whoever_else_is_silent()
    {
        GivenSubmitted(Agreement(Authority.Negotiate));
        Given(new TakePosition(new Stand.NoInterest(), []), Member(State), Monday);

        When(ClearWith(4), Chair, Monday);
        ThenRefused(new StateConcurrenceRequired([State]));

        GivenAllConcur(Friday);
        Given(ClearWith(4), Chair, Friday);
        Now.Should().BeOfType<ProposalState.ClearedForStage>("all concurred");
    }

    [Fact]
    public void Its_final_stage_is_the_SIGs()
    {
        GivenFinal();

        When(ClearWith(4), Chair, Friday);

        ThenRefused(new SigRequired());
    }

    [Fact]
    public void At_the_SIG_STATE_concurs_in_so_many_words_as_well()
    {
        GivenFinal();
        Given(new Forward(Text("You.")), Chair, Friday);
        GivenSigConcurs(Dod, Nsc, Ocjcs, Cia);

        When(InSession(Cleared(4)), Session(), Friday);
        ThenRefused(new StateConcurrenceRequired([State]));
        GivenSigConcurs(State);
        Given(ByPaper(Cleared(4)), SigChair, Friday);

        Now.Should().BeOfType<ProposalState.Cleared>();
    }

    [Fact]
    public void Signed_over_an_open_condition_it_is_kept_as_a_breach_and_no_ledger_is_touched()
    {
        GivenFinal();
        Given(new Forward(Text("You.")), Chair, Friday);
        GivenAllOfSigConcur();
        Given(ByPaper(new BodyRuling.Clear([new(4, Text("It conforms."))], [Text("Tell the allies first.")], null)), SigChair, Friday);

        Given(new RecordOutcome(new Outcome.TookPlace(new(new(1990, 5, 18), new(1990, 5, 18)), default, null)), Officer, Signed);

        Now.Should().BeOfType<ProposalState.Executed>().Which.Breaches.Should().Equal(1);
        ProposalDecider.Owed(Now).Should().BeEmpty();
    }

    private void GivenFinal()
    {
        GivenSubmitted(Agreement(Authority.Negotiate));
        GivenAllConcur(Monday);
        Given(ClearWith(4), Chair, Monday);
        Given(new HandInStage(Agreement()), Officer, Monday);
    }
}
