using System.Runtime.CompilerServices;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Sqlite;

public sealed partial class SqliteJournal
{
    private const int Page = 500;

    /// <inheritdoc />
    public Task<IReadOnlyList<AppendOutcome>> Commit(IReadOnlyList<Append> batch, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(writer => new InOrder(batch).Store(append => Committing.Commit(writer, append))));

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> Read(EntityId entity, long from, CancellationToken cancellationToken) =>
        Read($"select {Columns.Journal} from journal where entity = $1 and seq >= $2 order by seq", Columns.JournalRow, AsList, entity.ToString(), from);

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> Find(EntityId entity, CommandId command, CancellationToken cancellationToken) =>
        Read($"select {Columns.Journal} from journal where entity = $1 and command_id = $2 order by n", Columns.JournalRow, AsList, entity.ToString(), command.ToString());

    /// <inheritdoc />
    public Task<IReadOnlyList<DueEntity>> Due(DateTimeOffset until, DueEntity? after, int limit, CancellationToken cancellationToken) =>
        Read("select due_at, key from entity where due_at <= $1 and (due_at, key) > ($2, $3) order by due_at, key limit $4",
            reader => new DueEntity(Instants.FromMicroseconds(reader.GetInt64(0)), EntityId.Parse(reader.GetString(1))), AsList,
            Instants.ToMicroseconds(until), after is null ? long.MinValue : Instants.ToMicroseconds(after.At), after?.Entity.ToString() ?? "", limit);

    /// <inheritdoc />
    public Task<DateTimeOffset?> NextDue(DateTimeOffset after, CancellationToken cancellationToken) =>
        Read("select due_at from entity where due_at > $1 order by due_at limit 1", reader => (DateTimeOffset?)Instants.FromMicroseconds(reader.GetInt64(0)),
            rows => rows.FirstOrDefault(), Instants.ToMicroseconds(after));

    /// <inheritdoc />
    public Task<IReadOnlyList<EntityId>> Owing(EntityId? after, int limit, CancellationToken cancellationToken) =>
        Read("select key from entity where owes = 1 and key > $1 order by key limit $2", reader => EntityId.Parse(reader.GetString(0)), AsList, after?.ToString() ?? "", limit);

    /// <inheritdoc />
    public async Task<DateTimeOffset?> NewestInstant(CancellationToken cancellationToken)
    {
        await Write("create index if not exists journal_at on journal (at)");
        return await Read("select at from journal order by at desc limit 1", reader => (DateTimeOffset?)Instants.FromMicroseconds(reader.GetInt64(0)), rows => rows.FirstOrDefault());
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> EventTypes(CancellationToken cancellationToken) => Read("select name from event_type order by name", reader => reader.GetString(0), AsList);

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalHead> Heads([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = "";
        while (true)
        {
            var heads = await Read($"select key, seq, hash from entity where key > $1 order by key limit {Page}",
                reader => new JournalHead(EntityId.Parse(reader.GetString(0)), reader.GetInt64(1), Columns.Hash(reader, 2)), AsList, after);
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
            var rows = await Read($"select {Columns.Journal} from journal where (entity, seq) > ($1, $2) order by entity, seq limit {Page}",
                Columns.JournalRow, AsList, entity, seq);
            foreach (var row in rows) yield return row;
            if (rows.Count < Page) yield break;

            (entity, seq) = (rows[^1].Entity.ToString(), rows[^1].Sequence);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static IReadOnlyList<T> AsList<T>(List<T> rows) => rows;
}
