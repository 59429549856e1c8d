using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

/// <summary>What a loaded entity says to a command before anything is durable.</summary>
internal abstract record Step
{
    private Step() { }

    /// <summary>An answer, to be given once the head that it was decided on is durable.</summary>
    /// <param name="Reply">The answer.</param>
    /// <param name="Head">The append that made that head; null if it was loaded.</param>
    /// <param name="IsGuess">Whether it was decided without knowing that the command is new: if the append is lost, the journal is asked.</param>
    public sealed record Answer(Reply Reply, PendingAppend? Head, bool IsGuess = false) : Step;

    /// <summary>The command is recorded or about to be: its outcome is read from the journal.</summary>
    /// <param name="Head">The append that made the head.</param>
    public sealed record Repeat(PendingAppend? Head) : Step;

    /// <summary>Only the journal can say whether the command is new.</summary>
    public sealed record AskJournal : Step;
}
