using System.Runtime.CompilerServices;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Sqlite;

public sealed partial class SqliteJournal
{
    private const int Page = 500;

    /// <inheritdoc />
    public Task<IReadOnlyList<AppendOutcome>> Commit(IReadOnlyList<Append> batch, CancellationToken cancellationToken)
    {
        lock (committing)
        {
            try
            {
                var outcomes = database.Write(writer => new InOrder(batch).Store(append => Committing.Commit(writer, append)));
                bearing.Stored(batch, outcomes);
                return Task.FromResult(outcomes);
            }
            catch
            {
                bearing.Forget();
                throw;
            }
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> Read(EntityId entity, long from, CancellationToken cancellationToken) =>
        Read($"select {Columns.Journal} from journal where no = {Columns.NumberOf} and seq >= ?2 order by seq", Columns.JournalRow, AsList, entity.ToString(), from);

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> ReadFirst(EntityId entity, int limit, CancellationToken cancellationToken) =>
        Read($"select {Columns.Journal} from journal where no = {Columns.NumberOf} order by seq limit ?2", Columns.JournalRow, AsList, entity.ToString(), (long)limit);

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> Find(EntityId entity, CommandId command, CancellationToken cancellationToken) =>
        Read($"select {Columns.Journal} from journal where no = {Columns.NumberOf} and command_id = ?2 order by n", Columns.JournalRow, AsList, entity.ToString(), command.ToBytes());

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
        await Write("create index if not exists journal_at on journal (at)");
        return await Read("select at from journal order by at desc limit 1", row => (DateTimeOffset?)Instants.FromMicroseconds(row.Number(0)), rows => rows.FirstOrDefault());
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> EventTypes(CancellationToken cancellationToken) => Read("select name from event_type order by name", row => row.Text(0), AsList);

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalHead> Heads([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = 0L; ;)
        {
            var heads = await Read($"select key, seq, hash, no from entity where no > ?1 order by no limit {Page}",
                row => (Head: new JournalHead(EntityId.Parse(row.Text(0)), row.Number(1), row.Hash(2)), Number: row.Number(3)), AsList, after);
            foreach (var (head, _) in heads) yield return head;
            if (heads.Count < Page) yield break;

            after = heads[^1].Number;
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalRow> Rows([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var (number, seq) = (0L, 0L); ;)
        {
            var rows = await Read($"select {Columns.Journal}, no from journal where (no, seq) > (?1, ?2) order by no, seq limit {Page}",
                row => (Row: Columns.JournalRow(row), Number: row.Number(Columns.BehindJournal)), AsList, number, seq);
            foreach (var (row, _) in rows) yield return row;
            if (rows.Count < Page) yield break;

            (number, seq) = (rows[^1].Number, rows[^1].Row.Sequence);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static IReadOnlyList<T> AsList<T>(List<T> rows) => rows;
}
