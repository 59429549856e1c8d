using Nsdd311.Marking;

namespace Nsdd311.Proposals;

/// <summary>A statement as it was delivered, held against what was cleared.</summary>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Paragraphs">What was said, portion-marked.</param>
/// <param name="Against">How that differs from the cleared text.</param>
public sealed record Delivery(DateTimeOffset MadeAt, ValueList<MarkedText> Paragraphs, SpokenComparison Against);

/// <summary>What differs between a text as cleared and as delivered, sentence by sentence. Case, punctuation and order are no difference.</summary>
/// <param name="Unvetted">Sentences that nobody cleared.</param>
/// <param name="Changed">Sentences that were reworded.</param>
/// <param name="Omitted">Cleared sentences that were not said.</param>
public sealed record SpokenComparison(ValueList<MarkedText> Unvetted, ValueList<ChangedSentence> Changed, ValueList<MarkedText> Omitted)
{
    /// <summary>Whether something was said that was not cleared as it was said.</summary>
    public bool Deviates => Unvetted.Count + Changed.Count > 0;
}

/// <summary>A sentence that was reworded.</summary>
/// <param name="Cleared">As cleared.</param>
/// <param name="Delivered">As delivered.</param>
public sealed record ChangedSentence(MarkedText Cleared, MarkedText Delivered);

/// <summary>A statement was made before its embargo: kept as a breach, because facts are never refused.</summary>
/// <param name="Embargo">The instant before which it was not to be released.</param>
/// <param name="MadeOn">The day on which it was made.</param>
/// <param name="MadeAt">The instant; null where only the day is known.</param>
public sealed record EmbargoBreach(DateTimeOffset Embargo, DateOnly MadeOn, DateTimeOffset? MadeAt);
