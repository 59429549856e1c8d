using System.Collections.Concurrent;
using Nsdd311.Charters;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Journal;
using Nsdd311.Views;

namespace Nsdd311.Testing;

/// <summary>What goes wrong with a commit.</summary>
public enum CommitFault
{
    None,

    /// <summary>The connection is lost before the commit: nothing was written, and nobody knows.</summary>
    FailBefore,

    /// <summary>The connection is lost after the commit: all was written, and nobody knows.</summary>
    FailAfter,

    /// <summary>The store refuses, as a full disk does: nothing was written, and trying again does not help now.</summary>
    Refuse,

    /// <summary>Nothing is written and nothing answered until the held commits are released.</summary>
    HoldBefore,

    /// <summary>It is written, and not answered until the held commits are released.</summary>
    HoldAfter,
}

/// <summary>Any journal, with faults on demand.</summary>
public sealed class FaultyJournal(IJournal inner) : IJournal
{
    private readonly Lock gate = new();
    private readonly List<int> commits = [];
    private TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Is asked before each commit what goes wrong with it; null for nothing.</summary>
    public Func<IReadOnlyList<Append>, CommitFault>? Fault { get; set; }

    /// <summary>Whether the disk is too full for contents.</summary>
    public bool RefusesContents { get; set; }

    /// <summary>The entity whose rows cannot be read; null for none.</summary>
    public EntityId? Unreadable { get; set; }

    /// <summary>Is waited for before an entity is loaded; null for nothing.</summary>
    public Func<EntityId, Task>? BeforeLoad { get; set; }

    /// <summary>Is waited for before it is said who is due; null for nothing.</summary>
    public Func<Task>? BeforeDue { get; set; }

    /// <summary>Happens when a process starts and asks which events there are.</summary>
    public Action? AtStart { get; set; }

    /// <summary>Happens before a command is looked for.</summary>
    public Action? BeforeFind { get; set; }

    public IJournal Inner => inner;

    /// <summary>From which row on each reading of an entity went.</summary>
    public ConcurrentQueue<(EntityId Entity, long From)> ReadFrom { get; } = [];

    /// <summary>How many appends each commit had.</summary>
    public IReadOnlyList<int> Commits
    {
        get
        {
            lock (gate) return [.. commits];
        }
    }

    /// <summary>Completes when a commit is being held.</summary>
    public Task Held
    {
        get
        {
            lock (gate) return arrived.Task;
        }
    }

    public void ReleaseHeld() => Release(drop: false);

    /// <summary>The process died: what is held and not written never will be.</summary>
    public void DropHeld() => Release(drop: true);

    private void Release(bool drop)
    {
        lock (gate)
        {
            if (drop) held.TrySetException(new JournalFailedException("The process died."));
            else held.TrySetResult();
            held = new(TaskCreationOptions.RunContinuationsAsynchronously);
            arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public async Task<IReadOnlyList<AppendOutcome>> Commit(IReadOnlyList<Append> batch, CancellationToken cancellationToken)
    {
        Task release;
        lock (gate)
        {
            commits.Add(batch.Count);
            release = held.Task;
        }

        var fault = Fault?.Invoke(batch) ?? CommitFault.None;
        if (fault is CommitFault.FailBefore) throw new JournalFailedException("The connection was lost before the commit.", mayHaveHappened: true);
        if (fault is CommitFault.Refuse) throw new JournalFailedException("The disk that holds the journal is full. Make room; nothing was lost.");
        if (fault is CommitFault.HoldBefore) await Hold(release);

        var outcomes = await inner.Commit(batch, cancellationToken);
        if (fault is CommitFault.FailAfter) throw new JournalFailedException("The connection was lost after the commit.", mayHaveHappened: true);
        if (fault is CommitFault.HoldAfter) await Hold(release);
        return outcomes;
    }

    public Task<IReadOnlyList<JournalRow>> Read(EntityId entity, long from, CancellationToken cancellationToken)
    {
        if (entity == Unreadable) throw new JournalFailedException("The connection was lost.");
        ReadFrom.Enqueue((entity, from));
        return inner.Read(entity, from, cancellationToken);
    }

    public Task<IReadOnlyList<JournalRow>> ReadFirst(EntityId entity, int limit, CancellationToken cancellationToken)
    {
        if (entity == Unreadable) throw new JournalFailedException("The connection was lost.");
        ReadFrom.Enqueue((entity, 1));
        return inner.ReadFirst(entity, limit, cancellationToken);
    }

    public Task<IReadOnlyList<JournalRow>> Find(EntityId entity, CommandId command, CancellationToken cancellationToken)
    {
        BeforeFind?.Invoke();
        return inner.Find(entity, command, cancellationToken);
    }

    public async Task<IReadOnlyList<DueEntity>> Due(DateTimeOffset until, DueEntity? after, int limit, CancellationToken cancellationToken)
    {
        if (BeforeDue?.Invoke() is { } something) await something;
        return await inner.Due(until, after, limit, cancellationToken);
    }

    public Task<DateTimeOffset?> NextDue(DateTimeOffset after, CancellationToken cancellationToken) => inner.NextDue(after, cancellationToken);

    public Task<IReadOnlyList<EntityId>> Owing(EntityId? after, int limit, CancellationToken cancellationToken) => inner.Owing(after, limit, cancellationToken);

    public Task<DateTimeOffset?> NewestInstant(CancellationToken cancellationToken) => inner.NewestInstant(cancellationToken);

    public Task<IReadOnlyList<string>> EventTypes(CancellationToken cancellationToken)
    {
        AtStart?.Invoke();
        return inner.EventTypes(cancellationToken);
    }

    public Task Raise(AlertRow alert, CancellationToken cancellationToken) => inner.Raise(alert, cancellationToken);

    public async Task<SnapshotAndRows> ReadFromSnapshot(EntityId entity, CancellationToken cancellationToken)
    {
        if (BeforeLoad?.Invoke(entity) is { } something) await something;
        return await inner.ReadFromSnapshot(entity, cancellationToken);
    }

    public Task WriteSnapshot(EntityId entity, Snapshot snapshot, CancellationToken cancellationToken) => inner.WriteSnapshot(entity, snapshot, cancellationToken);

    public Task WriteCharter(CharterVersion version, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => inner.WriteCharter(version, bytes, cancellationToken);

    public Task<IReadOnlyDictionary<CharterVersion, ReadOnlyMemory<byte>>> ReadCharters(CancellationToken cancellationToken) => inner.ReadCharters(cancellationToken);

    public Task WriteContent(ContentHash hash, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        RefusesContents ? throw new JournalFailedException("The disk that holds the journal is full.") : inner.WriteContent(hash, bytes, cancellationToken);

    public Task<ReadOnlyMemory<byte>?> ReadContent(ContentHash hash, CancellationToken cancellationToken) => inner.ReadContent(hash, cancellationToken);

    public Task<string?> ReadMeta(string key, CancellationToken cancellationToken) => inner.ReadMeta(key, cancellationToken);

    public Task WriteMeta(string key, string value, CancellationToken cancellationToken) => inner.WriteMeta(key, value, cancellationToken);

    public IAsyncEnumerable<JournalHead> Heads(CancellationToken cancellationToken) => inner.Heads(cancellationToken);

    public IAsyncEnumerable<JournalRow> Rows(CancellationToken cancellationToken) => inner.Rows(cancellationToken);

    public Task<Page<MatterRow>> Docket(DocketQuery query, CancellationToken cancellationToken) => inner.Docket(query, cancellationToken);

    public Task<bool> MayKnow(ProposalId matter, ValueList<string> audiences, bool all, CancellationToken cancellationToken) => inner.MayKnow(matter, audiences, all, cancellationToken);

    public Task<BeforeSubmission> BeforeSubmission(ReportDebt? debt, CancellationToken cancellationToken) => inner.BeforeSubmission(debt, cancellationToken);

    public Task<ValueList<ProposalId>> ClearedGuidance(CancellationToken cancellationToken) => inner.ClearedGuidance(cancellationToken);

    public Task<Page<NumberedAlert>> Alerts(ValueList<Seat> seats, long? before, int limit, CancellationToken cancellationToken) => inner.Alerts(seats, before, limit, cancellationToken);

    public Task<Page<ContactRow>> Contacts(PairId? pair, string? after, int limit, CancellationToken cancellationToken) => inner.Contacts(pair, after, limit, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private Task Hold(Task release)
    {
        lock (gate) arrived.TrySetResult();
        return release;
    }
}
