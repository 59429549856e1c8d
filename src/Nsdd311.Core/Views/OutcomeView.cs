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

/// <summary>A statement as it was delivered, held against what was cleared.</summary>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Paragraphs">What was said, as far as the reader may read it.</param>
/// <param name="Unvetted">Sentences that nobody cleared.</param>
/// <param name="Changed">Sentences that were reworded.</param>
/// <param name="Omitted">Cleared sentences that were not said.</param>
public sealed record DeliveryView(
    DateTimeOffset MadeAt, ValueList<MarkedText> Paragraphs, ValueList<MarkedText> Unvetted, ValueList<ChangedSentenceView> Changed, ValueList<MarkedText> Omitted)
{
    /// <summary>The delivery as the reader sees it; null if none was entered.</summary>
    public static DeliveryView? Of(Delivery? delivery, Sight sight) => delivery is null ? null : new(
        delivery.MadeAt, sight.See(delivery.Paragraphs), sight.See(delivery.Against.Unvetted),
        delivery.Against.Changed.Keep(changed => sight.Reads(changed.Cleared.Mark) || sight.Reads(changed.Delivered.Mark))
            .Select(changed => new ChangedSentenceView(sight.See(changed.Cleared), sight.See(changed.Delivered))).ToValueList(),
        sight.See(delivery.Against.Omitted));
}

/// <summary>A sentence that was reworded.</summary>
public sealed record ChangedSentenceView(MarkedText? Cleared, MarkedText? Delivered);

/// <summary>The cleared text of a statement, which may be released.</summary>
/// <param name="LogNumber">The matter's.</param>
/// <param name="ShortTitle">Its unclassified short title.</param>
/// <param name="TextVersion">The version that was cleared.</param>
/// <param name="Embargo">The instant from which it may be released; null if there was none.</param>
/// <param name="Paragraphs">The text, as far as the reader may read it.</param>
public sealed record ReleasableTextView(LogNumber? LogNumber, string? ShortTitle, int TextVersion, DateTimeOffset? Embargo, ValueList<MarkedText> Paragraphs)
{
    /// <summary>The text of a matter that may be released.</summary>
    public static ReleasableTextView Of(Matter matter, Sight sight) =>
        new(matter.Number, matter.Paper.ShortTitle, matter.ClearedText.Version, matter.Paper.Embargo, sight.See(matter.ClearedText.Paper.Paragraphs));
}
