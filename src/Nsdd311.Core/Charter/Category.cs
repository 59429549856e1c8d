using Nsdd311.Calendar;

namespace Nsdd311.Charters;

/// <summary>What is vetted in one way. All of it is project policy.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Stages">In their order; at least one.</param>
/// <param name="WarnBefore">How long before a suspense the silent are warned.</param>
/// <param name="LeadTime">Working days from the first submission to the contact; 0 where nothing is asked.</param>
/// <param name="Reclama">Working days after an IG decision; 0 where it is final at once.</param>
/// <param name="Silence">What a suspense does when an agency has said nothing.</param>
/// <param name="Mandatory">The agencies without which nothing is cleared.</param>
/// <param name="SigAlways">Whether the final stage is always decided by the SIG.</param>
/// <param name="ClockMayStop">Whether a round may be extended and its clock stopped.</param>
/// <param name="Reciprocity">How contacts are counted; null where they are not.</param>
/// <param name="Policy">Whose words these rules are.</param>
public sealed record Category(
    CategoryCode Code,
    MatterKind Kind,
    ValueList<StageRule> Stages,
    WorkingSpan WarnBefore,
    int LeadTime,
    int Reclama,
    SilenceRule Silence,
    ValueList<AgencyId> Mandatory,
    bool SigAlways,
    bool ClockMayStop,
    ReciprocityRule? Reciprocity,
    PolicySource Policy = PolicySource.Project)
{
    /// <summary>Whether a matter lists sites and items, and who concurs in what is shown; null where it lists none.</summary>
    public DisclosureRule? Disclosure { get; init; }

    /// <summary>Whether its matters agree on contacts line by line, which submissions cite.</summary>
    public bool PlansContacts { get; init; }

    /// <summary>The stage at which a matter of this category begins.</summary>
    public Stage FirstStage => Stages[0].Stage;

    /// <summary>The stage after this one; null after the last.</summary>
    public Stage? StageAfter(Stage stage)
    {
        for (var i = 0; i < Stages.Count - 1; i++)
            if (Stages[i].Stage == stage) return Stages[i + 1].Stage;

        return null;
    }

    /// <summary>How long a round of this stage lasts at the IG.</summary>
    public WorkingSpan SuspenseOf(Stage stage) => Stages.First(rule => rule.Stage == stage).Suspense;
}

/// <summary>Sites and items are listed, each to be shown or withheld.</summary>
/// <param name="Concurring">The agencies without whose concurrence in each item no inbound visit is cleared at its final stage.</param>
public sealed record DisclosureRule(ValueList<AgencyId> Concurring);

/// <summary>A stage and how long its round lasts.</summary>
public sealed record StageRule(Stage Stage, WorkingSpan Suspense);

/// <summary>What a suspense does when an agency has said nothing.</summary>
public abstract record SilenceRule
{
    private SilenceRule() { }

    /// <summary>The chair may go on without an agency that is not mandatory, naming it; a mandatory one is reminded each working day.</summary>
    public sealed record Proceed : SilenceRule;

    /// <summary>As <see cref="Proceed"/>, and some working days after the suspense the round goes to the SIG by itself.</summary>
    /// <param name="After">Working days after the suspense.</param>
    public sealed record Escalate(int After) : SilenceRule;

    /// <summary>Silence at expiry is consent, recorded as silence; one objection before it opens an ordinary round of the same length.</summary>
    public sealed record Procedure : SilenceRule;
}

/// <summary>How the contacts of a category are counted.</summary>
/// <param name="HoldAt">The stage whose clearance asks the pair for the hold.</param>
/// <param name="ReturnByMonths">Months after the last day of a contact by which it is to be returned.</param>
/// <param name="CapPerYear">Contacts per calendar year and direction. What is unused lapses.</param>
/// <param name="ThirdCountry">How a contact on third ground counts.</param>
/// <param name="OffQuota">Grounds on which a contact counts for nothing, by code.</param>
/// <param name="Dimensions">Events first; each with its bound.</param>
public sealed record ReciprocityRule(
    Stage HoldAt, int ReturnByMonths, int CapPerYear, ThirdCountryRule ThirdCountry, ValueList<string> OffQuota, ValueList<DimensionRule> Dimensions);

/// <summary>The bound in one dimension, in whole units.</summary>
/// <param name="Dimension">What is counted.</param>
/// <param name="Tolerance">How far a balance may go either way.</param>
/// <param name="Most">The most of one contact.</param>
public sealed record DimensionRule(Dimension Dimension, int Tolerance, int Most);

/// <summary>How a contact on third ground counts.</summary>
public enum ThirdCountryRule
{
    /// <summary>For neither side.</summary>
    Neither,

    /// <summary>Half for each side, in halves of a unit.</summary>
    HalfEach,
}

/// <summary>Whose words a rule is. What is policy is never shown as the directive's words.</summary>
public enum PolicySource
{
    /// <summary>Project policy, which fills what the directive leaves open.</summary>
    Project,

    /// <summary>The directive itself.</summary>
    Directive,
}
