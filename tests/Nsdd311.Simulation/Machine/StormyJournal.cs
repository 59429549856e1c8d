using Nsdd311.Charters;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Journal;
using Nsdd311.Views;

namespace Nsdd311.Simulation.Machine;

/// <summary>The journal as one process sees it: slow, and in bad weather unreliable. Nothing that happens here can break what the store itself holds.</summary>
/// <param name="store">What all processes share.</param>
/// <param name="weather">What goes wrong.</param>
/// <param name="crash">Ends the process at this very place.</param>
/// <param name="witnessed">Is told of what the store may hold from now on, before anybody else is.</param>
internal sealed class StormyJournal(IJournal store, Weather weather, Action crash, Action<IReadOnlyList<Append>> witnessed) : IJournal
{
    public async Task<IReadOnlyList<AppendOutcome>> Commit(IReadOnlyList<Append> batch, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var fault = weather.ForCommit();
        if (fault is CommitFault.CrashBefore) await Die();
        if (fault is CommitFault.FailBefore) throw new JournalFailedException("The connection was lost before the commit.", mayHaveHappened: true);
        if (fault is CommitFault.Refuse) throw new JournalFailedException("The disk is full.");

        var outcomes = await Write(batch, fault);
        if (fault is CommitFault.CrashAfter) await Die();
        if (fault is CommitFault.FailAfter) throw new JournalFailedException("The connection was lost after the commit.", mayHaveHappened: true);

        await Task.Yield();
        return outcomes;
    }

    public Task<IReadOnlyList<JournalRow>> Read(EntityId entity, long from, CancellationToken cancellationToken) => Slowly(() => store.Read(entity, from, default));

    public Task<IReadOnlyList<JournalRow>> ReadFirst(EntityId entity, int limit, CancellationToken cancellationToken) => Slowly(() => store.ReadFirst(entity, limit, default));

    public Task<IReadOnlyList<JournalRow>> Find(EntityId entity, CommandId command, CancellationToken cancellationToken) => Slowly(() => store.Find(entity, command, default));

    public Task<IReadOnlyList<DueEntity>> Due(DateTimeOffset until, DueEntity? after, int limit, CancellationToken cancellationToken) =>
        Slowly(() => store.Due(until, after, limit, default));

    public Task<DateTimeOffset?> NextDue(DateTimeOffset after, CancellationToken cancellationToken) => Slowly(() => store.NextDue(after, default));

    public Task<IReadOnlyList<EntityId>> Owing(EntityId? after, int limit, CancellationToken cancellationToken) => Slowly(() => store.Owing(after, limit, default));

    public Task<SnapshotAndRows> ReadFromSnapshot(EntityId entity, CancellationToken cancellationToken) => Slowly(() => store.ReadFromSnapshot(entity, default));

    public async Task WriteSnapshot(EntityId entity, Snapshot snapshot, CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (!weather.ForSnapshot()) await store.WriteSnapshot(entity, snapshot, default);
    }

    public Task WriteCharter(CharterVersion version, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => store.WriteCharter(version, bytes, default);

    public Task<IReadOnlyDictionary<CharterVersion, ReadOnlyMemory<byte>>> ReadCharters(CancellationToken cancellationToken) => store.ReadCharters(default);

    public Task WriteContent(ContentHash hash, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => store.WriteContent(hash, bytes, default);

    public Task<ReadOnlyMemory<byte>?> ReadContent(ContentHash hash, CancellationToken cancellationToken) => store.ReadContent(hash, default);

    public Task<string?> ReadMeta(string key, CancellationToken cancellationToken) => store.ReadMeta(key, default);

    public Task WriteMeta(string key, string value, CancellationToken cancellationToken) => store.WriteMeta(key, value, default);

    public Task<DateTimeOffset?> NewestInstant(CancellationToken cancellationToken) => store.NewestInstant(default);

    public Task<IReadOnlyList<string>> EventTypes(CancellationToken cancellationToken) => store.EventTypes(cancellationToken);

    public Task Raise(AlertRow alert, CancellationToken cancellationToken) => store.Raise(alert, cancellationToken);

    public IAsyncEnumerable<JournalHead> Heads(CancellationToken cancellationToken) => store.Heads(default);

    public IAsyncEnumerable<JournalRow> Rows(CancellationToken cancellationToken) => store.Rows(default);

    public Task<Page<MatterRow>> Docket(DocketQuery query, CancellationToken cancellationToken) => store.Docket(query, default);

    public Task<bool> MayKnow(ProposalId matter, ValueList<string> audiences, bool all, CancellationToken cancellationToken) => store.MayKnow(matter, audiences, all, default);

    public Task<BeforeSubmission> BeforeSubmission(ReportDebt? debt, CancellationToken cancellationToken) => store.BeforeSubmission(debt, default);

    public Task<ValueList<ProposalId>> ClearedGuidance(CancellationToken cancellationToken) => store.ClearedGuidance(default);

    public Task<Page<NumberedAlert>> Alerts(ValueList<Seat> seats, long? before, int limit, CancellationToken cancellationToken) => store.Alerts(seats, before, limit, default);

    public Task<Page<ContactRow>> Contacts(PairId? pair, string? after, int limit, CancellationToken cancellationToken) => store.Contacts(pair, after, limit, default);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<IReadOnlyList<AppendOutcome>> Write(IReadOnlyList<Append> batch, CommitFault fault)
    {
        var stored = new InOrder(batch);
        for (var i = 0; i < batch.Count; i++)
        {
            var isLost = !stored.MayStore(i) || (fault is CommitFault.Elsewhere && weather.Coin());
            stored.Became(i, isLost ? AppendOutcome.Lost : (await store.Commit([batch[i]], default))[0]);
        }

        witnessed(batch);
        return stored.Outcomes;
    }

    private async Task<T> Slowly<T>(Func<Task<T>> read)
    {
        await Task.Yield();
        return weather.ForRead() ? throw new JournalFailedException("The connection was lost while reading.") : await read();
    }

    private Task Die()
    {
        crash();
        return new TaskCompletionSource().Task;
    }
}
