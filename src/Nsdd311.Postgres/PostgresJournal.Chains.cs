using System.Runtime.CompilerServices;
using Npgsql;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

public sealed partial class PostgresJournal
{
    private const int Page = 500;

    /// <inheritdoc />
    public async Task<IReadOnlyList<AppendOutcome>> Commit(IReadOnlyList<Append> batch, CancellationToken cancellationToken)
    {
        owner.Demand();
        return await writer.Commit(batch, cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> Read(EntityId entity, long from, CancellationToken cancellationToken) =>
        Owned(new($"select {Columns.Journal} from journal where no = {Columns.NumberOf} and seq >= $2 order by seq", entity.ToString(), from), Columns.JournalRow, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> ReadFirst(EntityId entity, int limit, CancellationToken cancellationToken) =>
        Owned(new($"select {Columns.Journal} from journal where no = {Columns.NumberOf} order by seq limit $2", entity.ToString(), (long)limit), Columns.JournalRow, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> Find(EntityId entity, CommandId command, CancellationToken cancellationToken) =>
        Owned(new($"select {Columns.Journal} from journal where no = {Columns.NumberOf} and command_id = $2 order by n", entity.ToString(), command.ToBytes()),
            Columns.JournalRow, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<DueEntity>> Due(DateTimeOffset until, DueEntity? after, int limit, CancellationToken cancellationToken)
    {
        var question = new Question("select due_at, key from entity where due_at <= $1", (DateTimeOffset?)until);
        if (after is not null) question.Then("and (due_at, key) > ($ , $ )", (DateTimeOffset?)after.At, after.Entity.ToString());
        return Owned(question.Then("order by due_at, key limit $ ", (long)limit), reader => new DueEntity(Columns.Instant(reader, 0), EntityId.Parse(reader.GetString(1))), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<DateTimeOffset?> NextDue(DateTimeOffset after, CancellationToken cancellationToken)
    {
        var next = await Owned(new("select due_at from entity where due_at > $1 order by due_at limit 1", (DateTimeOffset?)after),
            reader => Columns.Instant(reader, 0), cancellationToken);
        return next.Count > 0 ? next[0] : null;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<EntityId>> Owing(EntityId? after, int limit, CancellationToken cancellationToken) =>
        Owned(new("select key from entity where owes and key > $1 order by key limit $2", after?.ToString() ?? "", (long)limit),
            reader => EntityId.Parse(reader.GetString(0)), cancellationToken);

    /// <inheritdoc />
    public async Task<DateTimeOffset?> NewestInstant(CancellationToken cancellationToken)
    {
        await readers.Run(new("create index if not exists journal_at on journal (at)"), cancellationToken);
        var newest = await Owned(new("select at from journal order by at desc limit 1"), reader => Columns.Instant(reader, 0), cancellationToken);
        return newest.Count > 0 ? newest[0] : null;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> EventTypes(CancellationToken cancellationToken) =>
        Owned(new("select name from event_type order by name"), reader => reader.GetString(0), cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalHead> Heads([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = 0L; ;)
        {
            var heads = await readers.Rows(new($"select key, seq, hash, no from entity where no > $1 order by no limit {Page}", after),
                reader => (Head: new JournalHead(EntityId.Parse(reader.GetString(0)), reader.GetInt64(1), Columns.Hash(reader, 2)), Number: reader.GetInt64(3)), cancellationToken);
            foreach (var (head, _) in heads) yield return head;
            if (heads.Count < Page) yield break;

            after = heads[^1].Number;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalRow> Rows([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var (number, seq) = (0L, 0L); ;)
        {
            var rows = await readers.Rows(new($"select {Columns.Journal}, no from journal where (no, seq) > ($1, $2) order by no, seq limit {Page}", number, seq),
                reader => (Row: Columns.JournalRow(reader), Number: reader.GetInt64(Columns.BehindJournal)), cancellationToken);
            foreach (var (row, _) in rows) yield return row;
            if (rows.Count < Page) yield break;

            (number, seq) = (rows[^1].Number, rows[^1].Row.Sequence);
        }
    }

    /// <summary>For what becomes a loaded entity: only an owner may trust that it stays true.</summary>
    private async Task<IReadOnlyList<T>> Owned<T>(Question question, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        owner.Demand();
        return await readers.Rows(question, read, cancellationToken);
    }
}
