using System.Collections.Concurrent;

namespace Nsdd311;

/// <summary>Results of a pure function, kept for whoever asks the same again. They depend on nothing but the question, so they never grow stale.</summary>
/// <param name="most">How many are kept; one more, and it begins anew, so that nobody's questions fill the memory or keep others out for ever.</param>
/// <param name="compute">The function.</param>
internal sealed class Memo<TQuestion, TResult>(int most, Func<TQuestion, TResult> compute)
    where TQuestion : notnull
{
    private readonly ConcurrentDictionary<TQuestion, TResult> known = [];

    /// <summary>How many are kept now.</summary>
    public int Count => known.Count;

    /// <summary>The result for this question.</summary>
    public TResult Of(TQuestion question)
    {
        if (known.TryGetValue(question, out var result)) return result;

        if (known.Count >= most) known.Clear();
        return known.GetOrAdd(question, compute);
    }
}
