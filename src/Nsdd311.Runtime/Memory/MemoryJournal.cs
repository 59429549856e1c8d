using System.Runtime.CompilerServices;
using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Memory;

/// <summary>A journal in memory, for tests and simulation: the same rules as any other. It outlives the runtimes that use it.</summary>
public sealed partial class MemoryJournal : IJournal
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Chain> chains = new(StringComparer.Ordinal);
    private readonly Dictionary<CharterVersion, ReadOnlyMemory<byte>> charters = [];
    private readonly Dictionary<string, string> meta = [];
    private readonly Dictionary<ContentHash, ReadOnlyMemory<byte>> contents = [];
    private readonly MemoryReadModel readModel = new();

    /// <inheritdoc />
    public Task<IReadOnlyList<AppendOutcome>> Commit(IReadOnlyList<Append> batch, CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult(new InOrder(batch).Store(CommitOne));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> Read(EntityId entity, long from, CancellationToken cancellationToken)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyList<JournalRow>>(chains.TryGetValue(entity.ToString(), out var chain) ? [.. chain.Rows.Skip((int)from - 1)] : []);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<JournalRow>> ReadFirst(EntityId entity, int limit, CancellationToken cancellationToken) =>
        [.. (await Read(entity, 1, cancellationToken)).Take(limit)];

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> Find(EntityId entity, CommandId command, CancellationToken cancellationToken)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyList<JournalRow>>(chains.TryGetValue(entity.ToString(), out var chain) && chain.Commands.TryGetValue(command, out var append) ? append.Rows : []);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<DueEntity>> Due(DateTimeOffset until, DueEntity? after, int limit, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var due = chains.Values.Where(chain => chain.DueAt <= until).Select(chain => new DueEntity(chain.DueAt!.Value, chain.Entity)).Order(ByInstant);
            return Task.FromResult<IReadOnlyList<DueEntity>>([.. due.Where(one => after is null || ByInstant.Compare(one, after) > 0).Take(limit)]);
        }
    }

    /// <inheritdoc />
    public Task<DateTimeOffset?> NextDue(DateTimeOffset after, CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult(chains.Values.Where(chain => chain.DueAt > after).Min(chain => chain.DueAt));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<EntityId>> Owing(EntityId? after, int limit, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var owing = chains.Where(entry => entry.Value.Owes && (after is null || string.CompareOrdinal(entry.Key, after.ToString()) > 0));
            return Task.FromResult<IReadOnlyList<EntityId>>([.. owing.Select(entry => entry.Value.Entity).Take(limit)]);
        }
    }

    /// <inheritdoc />
    public Task<DateTimeOffset?> NewestInstant(CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult(chains.Values.SelectMany(chain => chain.Rows).Max(row => (DateTimeOffset?)row.At));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> EventTypes(CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult<IReadOnlyList<string>>([.. chains.Values.SelectMany(chain => chain.Rows).Select(row => row.Type).Distinct()]);
    }

    /// <inheritdoc />
    public async Task<SnapshotAndRows> ReadFromSnapshot(EntityId entity, CancellationToken cancellationToken)
    {
        Snapshot? snapshot;
        lock (gate) snapshot = chains.GetValueOrDefault(entity.ToString())?.Snapshot;
        return new(snapshot, await Read(entity, snapshot?.Sequence ?? 1, cancellationToken));
    }

    /// <inheritdoc />
    public Task WriteSnapshot(EntityId entity, Snapshot snapshot, CancellationToken cancellationToken)
    {
        lock (gate) chains[entity.ToString()].Snapshot = snapshot;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task WriteCharter(CharterVersion version, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        lock (gate) charters.TryAdd(version, bytes.ToArray());
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<CharterVersion, ReadOnlyMemory<byte>>> ReadCharters(CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult<IReadOnlyDictionary<CharterVersion, ReadOnlyMemory<byte>>>(charters.ToDictionary());
    }

    /// <inheritdoc />
    public Task WriteContent(ContentHash hash, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        lock (gate) contents.TryAdd(hash, bytes.ToArray());
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<ReadOnlyMemory<byte>?> ReadContent(ContentHash hash, CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult(contents.TryGetValue(hash, out var bytes) ? bytes : (ReadOnlyMemory<byte>?)null);
    }

    /// <inheritdoc />
    public Task<string?> ReadMeta(string key, CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult(meta.GetValueOrDefault(key));
    }

    /// <inheritdoc />
    public Task WriteMeta(string key, string value, CancellationToken cancellationToken)
    {
        lock (gate) meta[key] = value;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalHead> Heads([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<JournalHead> heads;
        lock (gate) heads = [.. chains.Values.Where(chain => chain.Rows.Count > 0).Select(chain => chain.Head)];
        foreach (var head in heads) yield return head;
        await Task.CompletedTask;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalRow> Rows([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<JournalRow> rows;
        lock (gate) rows = [.. chains.Values.SelectMany(chain => chain.Rows)];
        foreach (var row in rows) yield return row;
        await Task.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static readonly Comparer<DueEntity> ByInstant = Comparer<DueEntity>.Create((left, right) =>
        left.At != right.At ? left.At.CompareTo(right.At) : string.CompareOrdinal(left.Entity.ToString(), right.Entity.ToString()));

    private AppendOutcome CommitOne(Append append)
    {
        if (!chains.TryGetValue(append.Key, out var chain)) chain = new(append.Entity);
        if (chain.Rows.Count >= append.Last.Sequence && chain.Rows[(int)append.Last.Sequence - 1].Hash == append.Last.Hash) return AppendOutcome.There;
        if (chain.Head.Sequence != append.First.Sequence - 1 || chain.Head.Hash != append.First.PreviousHash) return AppendOutcome.Lost;
        if (!chain.Commands.TryAdd(append.First.Command, append)) return AppendOutcome.Lost;

        chain.Rows.AddRange(append.Rows);
        chain.Head = new(append.Entity, append.Last.Sequence, append.Last.Hash);
        (chain.DueAt, chain.Owes) = (append.DueAt, append.Owes);
        chains[append.Key] = chain;
        readModel.Add(append.ReadRows);
        return AppendOutcome.Won;
    }

    private sealed class Chain(EntityId entity)
    {
        public EntityId Entity => entity;

        public List<JournalRow> Rows { get; } = [];

        public Dictionary<CommandId, Append> Commands { get; } = [];

        public JournalHead Head { get; set; } = new(entity, 0, ChainHash.Root(entity));

        public DateTimeOffset? DueAt { get; set; }

        public bool Owes { get; set; }

        public Snapshot? Snapshot { get; set; }
    }
}
