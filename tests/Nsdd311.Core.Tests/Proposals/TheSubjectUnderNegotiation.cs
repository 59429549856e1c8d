using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Tests.Charters;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>"A subject under formal negotiation needs STATE's explicit concurrence" (1-domain, section 3): the charter lists the subjects.</summary>
public sealed class TheSubjectUnderNegotiation : SigSpec
{
    private static readonly Charter Second = ((CharterReading.Sound)CharterFile.Parse(CharterFiles.Second)).Charter;

    [Theory]
    [InlineData("strategic arms")]
    [InlineData(" START ")]
    [InlineData("Nuclear Testing")]
    public void A_visit_that_touches_a_listed_subject_is_not_cleared_while_STATE_has_no_interest(string subject)
    {
        GivenSubmitted(Touching(subject));
        GivenAllConcur(Friday);
        Given(new TakePosition(new Stand.NoInterest(), []), Member(State), Friday);

        When(ClearWith(1), Chair, Friday);
        ThenRefused(new StateConcurrenceRequired([State]));
        Given(new TakePosition(new Stand.Concur(), []), Member(State), Friday);
        Given(ClearWith(1), Chair, Friday);
    }

    [Fact]
    public void Any_other_subject_needs_nobodys_word_but_those_that_are_mandatory()
    {
        GivenSubmitted(Touching("hospital ships"));
        GivenAllConcur(Friday);
        Given(new TakePosition(new Stand.NoInterest(), []), Member(State), Friday);

        Given(ClearWith(1), Chair, Friday);
    }

    [Fact]
    public void Silence_is_no_concurrence_not_even_where_silence_is_consent()
    {
        GivenSubmitted(PressGuidance() with { Subjects = [Text("START")], Goals = [new(1, Text("We learn."))] });
        var expired = ((ProposalState.InVetting)Now).Round.Phase.DueAt;
        Given(new CheckDeadline(), new Actor.Clock(), expired);

        When(ClearWith(1), Chair, expired);
        ThenRefused(new StateConcurrenceRequired([State]));
    }

    [Fact]
    public void In_session_of_the_SIG_it_needs_the_same_word()
    {
        GivenSubmitted(Touching("START"));
        Given(new Forward(Text("You.")), Chair, Monday);
        GivenSigConcurs(Dod, Nsc, Ocjcs, Cia);

        When(InSession(Cleared(1)), Session(), Friday);
        ThenRefused(new StateConcurrenceRequired([State]));
        GivenSigConcurs(State);
        Given(InSession(Cleared(1)), Session(), Friday);
    }

    [Fact]
    public void Another_charter_has_subjects_of_its_own()
    {
        (Second.IsUnderNegotiation("MARITIME BOUNDARIES"), Second.IsUnderNegotiation("START")).Should().Be((true, false));
        Nsdd.UnderNegotiation.Select(subject => subject.Name).Should().Contain(["strategic arms", "nuclear testing", "chemical weapons"]);
    }

    private static Paper Touching(string subject) => Visit() with { Subjects = [Text("protocol"), Text(subject, "C")] };
}
