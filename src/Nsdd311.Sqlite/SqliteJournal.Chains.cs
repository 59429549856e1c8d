using System.Runtime.CompilerServices;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Sqlite;

public sealed partial class SqliteJournal
{
    private const int Page = 500;

    // A row whose entity is gone: nobody knows whose it is, but it must not stay unseen.
    private const string Nameless =
        """
        select 'nameless/' || entity, seq, type, payload, actor, command_id, n, body_digest, charter_version, roster_seq, at, prev_hash, hash
        from journal_row where entity not in (select no from entity) order by entity, seq limit 1
        """;

    /// <inheritdoc />
    public Task<IReadOnlyList<AppendOutcome>> Commit(IReadOnlyList<Append> batch, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(writer => new InOrder(batch).Store(append => Committing.Commit(writer, append))));

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> Read(EntityId entity, long from, CancellationToken cancellationToken) =>
        Read($"{Columns.Journal} where e.key = ?1 and j.seq >= ?2 order by j.seq", Columns.JournalRow, AsList, entity.ToString(), from);

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> Find(EntityId entity, CommandId command, CancellationToken cancellationToken) =>
        Read($"{Columns.Journal} where e.key = ?1 and j.command_id = ?2 order by j.n", Columns.JournalRow, AsList, entity.ToString(), command.ToBytes());

    /// <inheritdoc />
    public Task<IReadOnlyList<DueEntity>> Due(DateTimeOffset until, DueEntity? after, int limit, CancellationToken cancellationToken) =>
        Read("select due_at, key from entity where due_at <= ?1 and (due_at, key) > (?2, ?3) order by due_at, key limit ?4",
            row => new DueEntity(Instants.FromMicroseconds(row.Number(0)), EntityId.Parse(row.Text(1))), AsList,
            Instants.ToMicroseconds(until), after is null ? long.MinValue : Instants.ToMicroseconds(after.At), after?.Entity.ToString() ?? "", limit);

    /// <inheritdoc />
    public Task<DateTimeOffset?> NextDue(DateTimeOffset after, CancellationToken cancellationToken) =>
        Read("select due_at from entity where due_at > ?1 order by due_at limit 1", row => (DateTimeOffset?)Instants.FromMicroseconds(row.Number(0)),
            rows => rows.FirstOrDefault(), Instants.ToMicroseconds(after));

    /// <inheritdoc />
    public Task<IReadOnlyList<EntityId>> Owing(EntityId? after, int limit, CancellationToken cancellationToken) =>
        Read("select key from entity where owes = 1 and key > ?1 order by key limit ?2", row => EntityId.Parse(row.Text(0)), AsList, after?.ToString() ?? "", limit);

    /// <inheritdoc />
    public async Task<DateTimeOffset?> NewestInstant(CancellationToken cancellationToken)
    {
        await Write("create index if not exists journal_at on journal_row (at)");
        return await Read("select at from journal_row order by at desc limit 1", row => (DateTimeOffset?)Instants.FromMicroseconds(row.Number(0)), rows => rows.FirstOrDefault());
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> EventTypes(CancellationToken cancellationToken) => Read("select name from event_type order by name", row => row.Text(0), AsList);

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalHead> Heads([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = "";
        while (true)
        {
            var heads = await Read($"select key, seq, hash from entity where key > ?1 order by key limit {Page}",
                row => new JournalHead(EntityId.Parse(row.Text(0)), row.Number(1), row.Hash(2)), AsList, after);
            foreach (var head in heads) yield return head;
            if (heads.Count < Page) yield break;

            after = heads[^1].Entity.ToString();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalRow> Rows([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (entity, seq) = ("", 0L);
        while (true)
        {
            // The rest of one chain, and only then the chains behind it: so each page is one walk along the indexes.
            var rows = await Read($"{Columns.Journal} where e.key = ?1 and j.seq > ?2 order by j.seq limit {Page}", Columns.JournalRow, AsList, entity, seq);
            if (rows.Count == 0) rows = await Read($"{Columns.Journal} where e.key > ?1 order by e.key, j.seq limit {Page}", Columns.JournalRow, AsList, entity);
            if (rows.Count == 0) break;

            foreach (var row in rows) yield return row;
            (entity, seq) = (rows[^1].Entity.ToString(), rows[^1].Sequence);
            cancellationToken.ThrowIfCancellationRequested();
        }

        foreach (var row in await Read(Nameless, Columns.JournalRow, AsList)) yield return row;
    }

    private static IReadOnlyList<T> AsList<T>(List<T> rows) => rows;
}
