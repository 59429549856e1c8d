namespace Nsdd311.Reciprocity;

/// <summary>The matters that wait for a hold: tried again, oldest first, after everything that may have helped.</summary>
internal static class Line
{
    /// <summary>The waiting holds that pass now. Each that passes is counted before the next is tried.</summary>
    public static IEnumerable<PairEvent> Moves(PairState state, Context context)
    {
        while (state.Pair is { } pair && FirstToPass(state, pair, context) is { } granted)
        {
            // A re-pricing that passes gives its old hold up, which may help an older one: so the line is walked again from its head.
            state = PairDecider.Evolve(state, granted);
            yield return granted;
        }
    }

    private static PairEvent.WaitingHoldGranted? FirstToPass(PairState state, Charters.PairId pair, Context context)
    {
        foreach (var waiting in state.Line)
            if (Bound.Try(state, pair, waiting, context) is { Impediment: null } verdict)
                return new(waiting, verdict.Sum, $"tell-{state.Told + 1}");

        return null;
    }
}
