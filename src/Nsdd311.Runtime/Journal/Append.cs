using Nsdd311.Views;

namespace Nsdd311.Runtime.Journal;

/// <summary>The events of one command on their way to the journal: stored as a whole or not at all, and never split.</summary>
public sealed class Append
{
    /// <summary>An append of at least one row.</summary>
    /// <param name="rows">In order; of one entity and one command.</param>
    /// <param name="dueAt">When somebody must come back to the entity; null if nobody need.</param>
    /// <param name="owes">Whether the entity owes something after it.</param>
    /// <param name="readRows">What it leaves in the read model.</param>
    public Append(IReadOnlyList<JournalRow> rows, DateTimeOffset? dueAt, bool owes, ReadRows readRows)
    {
        Rows = rows;
        DueAt = dueAt is { } due ? Instants.FromMicroseconds(Instants.RoundUp(due)) : null;
        Owes = owes;
        ReadRows = readRows;
        Key = First.Entity.ToString();
        Size = rows.Sum(row => row.Payload.Length + 512);
    }

    /// <summary>The rows, in order.</summary>
    public IReadOnlyList<JournalRow> Rows { get; }

    /// <summary>The promise that commits with the rows, rounded up to a microsecond.</summary>
    public DateTimeOffset? DueAt { get; }

    /// <summary>Whether the entity owes something after it.</summary>
    public bool Owes { get; }

    /// <summary>What it leaves in the read model.</summary>
    public ReadRows ReadRows { get; }

    /// <summary>The entity's key: what a batch is sorted by, so that two writers never wait for each other in a circle.</summary>
    public string Key { get; }

    /// <summary>About how many bytes it takes in a batch.</summary>
    public int Size { get; }

    /// <summary>Another append of the same batch without which this one must not be stored; null if it stands by itself.</summary>
    public Append? LeansOn { get; set; }

    /// <summary>Whose it is.</summary>
    public EntityId Entity => First.Entity;

    /// <summary>The first row: the head must stand right before it.</summary>
    public JournalRow First => Rows[0];

    /// <summary>The last row: the head that the append leaves.</summary>
    public JournalRow Last => Rows[^1];
}

/// <summary>What became of an append.</summary>
public enum AppendOutcome
{
    /// <summary>It was put into the journal.</summary>
    Won,

    /// <summary>It was in the journal already, with its own hash: an earlier try had won, or the same was decided once before.</summary>
    There,

    /// <summary>The head stands elsewhere, or the command is already recorded: the writer worked on an old state.</summary>
    Lost,
}
