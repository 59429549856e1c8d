using Nsdd311.Marking;

namespace Nsdd311.Proposals;

/// <summary>Compares a text as delivered with the text as cleared (1-domain, section 3: unvetted and changed sentences are listed).</summary>
/// <remarks>
/// A sentence with the same words as a cleared one is that one. Of the rest, one that shares at least half of its words with a cleared sentence, the
/// nearest one that is left, is that one reworded; everything else was never vetted. Whole numbers only: the same texts always compare the same.
/// </remarks>
internal static class ComparingSentences
{
    /// <summary>The most sentences that a delivered text may have; what is compared with each other stays bounded.</summary>
    public const int Most = 2_000;

    /// <summary>What differs.</summary>
    public static SpokenComparison Of(ValueList<MarkedText> cleared, ValueList<MarkedText> delivered)
    {
        var (left, said) = (Sentences(cleared).ToList(), Sentences(delivered).ToList());
        var byWords = left.GroupBy(sentence => sentence.Key).ToDictionary(group => group.Key, group => new Queue<Sentence>(group));
        var taken = new HashSet<Sentence>(ReferenceEqualityComparer.Instance);
        List<Sentence> others = [];
        foreach (var sentence in said)
        {
            if (byWords.TryGetValue(sentence.Key, out var same) && same.TryDequeue(out var found)) taken.Add(found);
            else others.Add(sentence);
        }

        left.RemoveAll(taken.Contains);
        List<MarkedText> unvetted = [];
        List<ChangedSentence> changed = [];
        foreach (var sentence in others)
        {
            if (Nearest(sentence, left) is not { } before)
            {
                unvetted.Add(sentence.Text);
                continue;
            }

            changed.Add(new(before.Text, sentence.Text));
            left.Remove(before);
        }

        return new(unvetted.ToValueList(), changed.ToValueList(), left.Select(sentence => sentence.Text).ToValueList());
    }

    /// <summary>How many sentences a text has.</summary>
    public static int Count(ValueList<MarkedText> paragraphs) => Sentences(paragraphs).Count();

    private static Sentence? Nearest(Sentence sentence, List<Sentence> left)
    {
        var (best, most) = ((Sentence?)null, 0L);
        foreach (var candidate in left.Take(Most))
        {
            var (common, all) = (sentence.Common(candidate), sentence.Words.Length + candidate.Words.Length);
            if (4 * common < all || common * 1_000_000L / all <= most) continue;

            (best, most) = (candidate, common * 1_000_000L / all);
        }

        return best;
    }

    private static IEnumerable<Sentence> Sentences(ValueList<MarkedText> paragraphs)
    {
        foreach (var paragraph in paragraphs)
            foreach (var text in Split(paragraph.Text))
            {
                var words = WordsOf(text);
                if (words.Length > 0) yield return new(new(paragraph.Mark, text), words);
            }
    }

    /// <summary>A sentence ends with a mark before a space or at the end of a line; the point after an initial, as in "U.S. Navy", ends none.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] is '\n' || (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])) && !IsInitial(text, i));
            if (!ends) continue;

            yield return text[start..(i + 1)].Trim();
            start = i + 1;
        }

        yield return text[start..].Trim();
    }

    private static bool IsInitial(string text, int point) =>
        text[point] is '.' && point >= 1 && char.IsUpper(text[point - 1]) && (point == 1 || !char.IsLetter(text[point - 2]));

    private static string[] WordsOf(string text)
    {
        var letters = text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ').ToArray();
        return new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private sealed class Sentence(MarkedText text, string[] words)
    {
        private readonly Dictionary<string, int> counts = words.GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());

        public MarkedText Text => text;

        public string[] Words => words;

        public string Key { get; } = string.Join(' ', words);

        /// <summary>How many words both have, each as often as both have it. Sentences of very different length have too few, whatever they are.</summary>
        public int Common(Sentence other)
        {
            if (words.Length > 3 * other.Words.Length || other.Words.Length > 3 * words.Length) return 0;

            var common = 0;
            foreach (var (word, count) in counts) common += Math.Min(count, other.counts.GetValueOrDefault(word));
            return common;
        }
    }
}
