namespace Nsdd311.LogBook;

/// <summary>What may be asked of a year's series of log numbers.</summary>
public abstract record LogBookCommand
{
    private LogBookCommand() { }

    /// <summary>The next number for this matter. Asked again under the same id, it gets the same number.</summary>
    public sealed record Assign(ProposalId Matter, int Year) : LogBookCommand;

    /// <summary>The engine's wake; the log book has no deadline.</summary>
    public sealed record CheckDeadline : LogBookCommand;
}
