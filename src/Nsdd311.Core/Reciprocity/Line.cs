namespace Nsdd311.Reciprocity;

/// <summary>The matters that wait for a hold: tried again, oldest first, after everything that may have helped.</summary>
internal static class Line
{
    /// <summary>The waiting holds that pass now. Each that passes is counted before the next is tried.</summary>
    public static IEnumerable<PairEvent> Moves(PairState state, Context context)
    {
        if (state.Pair is not { } pair) yield break;

        foreach (var waiting in state.Line)
        {
            var verdict = Bound.Try(state, pair, waiting, context);
            if (verdict.Impediment is not null) continue;

            var granted = new PairEvent.WaitingHoldGranted(waiting, verdict.Sum, $"tell-{state.Told + 1}");
            state = PairDecider.Evolve(state, granted);
            yield return granted;
        }
    }
}
