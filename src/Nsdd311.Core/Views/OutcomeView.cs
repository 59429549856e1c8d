using Nsdd311.Access;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;

namespace Nsdd311.Views;

/// <summary>What became of a cleared matter.</summary>
/// <param name="Outcome">took-place, curtailed, prohibited-by-host, force-majeure, cancelled, off-quota or third-country.</param>
/// <param name="Days">The days it really had; null without a contact.</param>
/// <param name="Units">As they were; a dimension that is missing is unknown.</param>
/// <param name="Shortfall">Why less took place than was promised, if the reader may read it.</param>
/// <param name="Cause">Why it was broken off.</param>
/// <param name="Counts">Whether a curtailed contact counts.</param>
/// <param name="Ground">The off-quota ground.</param>
public sealed record OutcomeView(string Outcome, Window? Days, Units? Units, MarkedText? Shortfall, CurtailmentCause? Cause, bool? Counts, string? Ground)
{
    /// <summary>The outcome as the reader sees it.</summary>
    public static OutcomeView Of(Outcome outcome, Sight sight)
    {
        var plain = new OutcomeView(Words.NameOf(outcome), outcome.TookPlaceOn, null, null, null, null, null);
        return outcome switch
        {
            Proposals.Outcome.TookPlace e => plain with { Units = e.Units, Shortfall = sight.See(e.Shortfall) },
            Proposals.Outcome.Curtailed e => plain with { Units = e.Units, Cause = e.Cause, Counts = e.Counts },
            Proposals.Outcome.OffQuota e => plain with { Units = e.Units, Ground = e.Ground },
            Proposals.Outcome.ThirdCountry e => plain with { Units = e.Units },
            _ => plain,
        };
    }
}
