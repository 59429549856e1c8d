namespace Nsdd311.Reciprocity;

/// <summary>What may happen to a counterpart pair's ledger. These names are stored; see docs/EVENTS.md before touching one.</summary>
public abstract partial record PairEvent
{
    private PairEvent() { }

    /// <summary>The hold passed in every dimension; the sum is kept with it.</summary>
    public sealed record HoldGranted(HoldRequest Request, ValueList<BoundLine> Sum) : PairEvent;

    /// <summary>The hold did not pass; the matter waits in line, oldest first.</summary>
    public sealed record HoldBlocked(HoldRequest Request, Impediment Impediment) : PairEvent;
}
