using Nsdd311.Marking;
using Nsdd311.Reciprocity;

namespace Nsdd311.Proposals;

/// <summary>What became of a cleared matter. Facts are never refused.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>It took place, was said, was signed.</summary>
    /// <param name="Days">The days it really had.</param>
    /// <param name="Units">As they were; a missing dimension is unknown.</param>
    /// <param name="Shortfall">Why less took place than was promised; null if nothing was short.</param>
    public sealed record TookPlace(Window Days, Units Units, MarkedText? Shortfall) : Outcome;

    /// <summary>Broken off. It counts, unless the cause lies elsewhere than with the visitor and the visitor chooses that it shall not.</summary>
    public sealed record Curtailed(Window Days, Units Units, CurtailmentCause Cause, bool Counts) : Outcome;

    /// <summary>The host forbade it.</summary>
    public sealed record ProhibitedByHost : Outcome;

    /// <summary>Nobody could help it.</summary>
    public sealed record ForceMajeure : Outcome;

    /// <summary>Called off by either side.</summary>
    public sealed record Cancelled : Outcome;

    /// <summary>It took place, on a ground on which the category counts nothing.</summary>
    public sealed record OffQuota(Window Days, Units Units, string Ground) : Outcome;

    /// <summary>It took place on third ground.</summary>
    public sealed record ThirdCountry(Window Days, Units Units) : Outcome;

    /// <summary>The days it really had; null if there was no contact.</summary>
    public Window? TookPlaceOn => this switch
    {
        TookPlace outcome => outcome.Days,
        Curtailed outcome => outcome.Days,
        OffQuota outcome => outcome.Days,
        ThirdCountry outcome => outcome.Days,
        _ => null,
    };
}

/// <summary>Why a contact was broken off.</summary>
public enum CurtailmentCause
{
    /// <summary>The visitor's own doing: the visitor has no choice, it counts.</summary>
    Visitor,

    /// <summary>The host's fault.</summary>
    Host,

    /// <summary>Illness.</summary>
    Medical,

    /// <summary>Nobody could help it.</summary>
    ForceMajeure,
}
