namespace Nsdd311.LogBook;

/// <summary>What may happen to a series of log numbers.</summary>
public abstract record LogBookEvent
{
    private LogBookEvent() { }

    /// <summary>The number went to the matter; the next one is one higher.</summary>
    public sealed record Assigned(ProposalId Matter, LogNumber Number) : LogBookEvent;
}
