using Npgsql;
using Nsdd311.Charters;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Journal;
using Nsdd311.Views;

namespace Nsdd311.Postgres;

public sealed partial class PostgresJournal
{
    private const string IsForAudience = "m.audience_set in (select a.id from audience_set a where a.audience = any($))";

    // Found by its key first, and only then by all else: the offset keeps the two apart, so that no walk over the docket is ever chosen.
    internal const string FoundByKey = "select * from matter where filed <> '{}' and filed @> $2 offset 0";

    /// <inheritdoc />
    public async Task<Page<MatterRow>> Docket(DocketQuery query, CancellationToken cancellationToken)
    {
        var place = query.Order is DocketOrder.Suspense ? "by_suspense" : "by_submitted";
        var question = query.Filed is { } filed
            ? new Question($"select row from ({FoundByKey}) m where {place} > $1", query.After ?? "", Value.Texts([filed]))
            : new Question($"select row from matter m where {place} > $1", query.After ?? "");
        if (!query.All) question.AndIf(IsForAudience, Value.Texts(query.Audiences));
        question.AndIf("status = $", query.Status);
        question.AndIf("stage = $", (int?)query.Stage);
        question.AndIf("body = $", (int?)query.Body);
        question.AndIf("category = $", query.Category?.ToString());
        question.AndIf("pair = $", query.Pair?.ToString());
        question.AndIf("agency = $", query.Agency?.ToString());
        question.AndIf("strpos(goals, $) > 0", query.Goal is { } goal ? $",{goal}," : null);
        question.AndIf("due_at < $", query.DueBefore is { } due ? (DateTimeOffset?)Instants.FromMicroseconds(Instants.RoundUp(due)) : null);
        question.AndIf("strpos(searched, $) > 0", query.Text is { } text ? Columns.WithoutNul(SortKeys.Folded(text)) : null);
        question.Then($"order by {place} limit $ ", (long)query.Limit + 1);

        var rows = await readers.Rows(question, reader => Columns.Json<MatterRow>(reader, 0), cancellationToken);
        return PageOf(rows, query.Limit, row => SortKeys.Of(row, query.Order));
    }

    /// <inheritdoc />
    public async Task<bool> MayKnow(ProposalId matter, ValueList<string> audiences, bool all, CancellationToken cancellationToken)
    {
        var question = new Question("select 1 from matter m where m.id = $1", matter.ToString());
        if (!all) question.AndIf(IsForAudience, Value.Texts(audiences));
        return (await readers.Rows(question, _ => true, cancellationToken)).Count > 0;
    }

    /// <inheritdoc />
    public async Task<BeforeSubmission> BeforeSubmission(ReportDebt? debt, CancellationToken cancellationToken)
    {
        // While the lock is lost another process may write, and what is at hand says nothing.
        if (bearing is not null && owner.IsHeld) return await bearing.For(debt, cancellationToken);
        if (debt is null) return new([], await ClearedGuidance(cancellationToken));

        var overdue = new Question(
            "select row from matter where agency = $1 and pair = $2 and report_due < $3 order by report_due, id", debt.Agency.ToString(), debt.Pair.ToString(),
            (DateTimeOffset?)Instants.FromMicroseconds(Instants.RoundUp(debt.Before)));
        var (numbers, guidance) = await readers.Both(overdue, reader => Columns.Json<MatterRow>(reader, 0).Number, Guidance, IdOf, cancellationToken);
        return new(numbers.OfType<LogNumber>().ToValueList(), guidance.ToValueList());
    }

    /// <inheritdoc />
    public async Task<ValueList<ProposalId>> ClearedGuidance(CancellationToken cancellationToken) => (await readers.Rows(Guidance, IdOf, cancellationToken)).ToValueList();

    /// <inheritdoc />
    public async Task<Page<NumberedAlert>> Alerts(ValueList<Seat> seats, long? before, int limit, CancellationToken cancellationToken)
    {
        // The newest of each seat first, each read along its index; then the newest of all.
        var rows = await readers.Rows(
            new(
                """
                select a.number, a.row from alert a
                where a.number in (select s.number from unnest($1) seat(name) cross join lateral (
                  select number from alert_seat where seat = seat.name and number < $2 order by number desc limit $3) s)
                order by a.number desc limit $3
                """,
                Value.Texts(seats.Select(seat => seat.ToString())), before ?? long.MaxValue, (long)limit + 1),
            reader => new NumberedAlert(reader.GetInt64(0), Columns.Json<AlertRow>(reader, 1)), cancellationToken);
        return PageOf(rows, limit, one => one.Number.ToString());
    }

    /// <inheritdoc />
    public async Task<Page<ContactRow>> Contacts(PairId? pair, string? after, int limit, CancellationToken cancellationToken)
    {
        var question = new Question("select row from contact where place > $1", after ?? "");
        question.AndIf("pair = $", pair?.ToString());
        var rows = await readers.Rows(question.Then("order by place limit $ ", (long)limit + 1), reader => Columns.Json<ContactRow>(reader, 0), cancellationToken);
        return PageOf(rows, limit, SortKeys.Of);
    }

    /// <inheritdoc />
    /// <remarks>If the connection is lost in mid-statement it is told again: twice is better than never.</remarks>
    public Task Raise(AlertRow alert, CancellationToken cancellationToken) => readers.Run(
        new(
            """
            with raised as (
              insert into alert (number, transaction, entity, seq, row) values (nextval('alert_number'), pg_current_xact_id(), 'engine/', 0, $1) returning number
            )
            insert into alert_seat (seat, number) select distinct seat.name, raised.number from raised, unnest($2) seat(name)
            """,
            Columns.Json(alert), Value.Texts(alert.Seats.Select(seat => seat.ToString()))), cancellationToken);

    private async Task<IReadOnlyList<MatterRow>> ReadBearing() =>
        await readers.Rows(
            new("select row from matter where report_due is not null union all select row from matter where is_guidance and status = 'cleared'"),
            reader => Columns.Json<MatterRow>(reader, 0), CancellationToken.None);

    private static Question Guidance => new("select id from matter where is_guidance and status = 'cleared' order by by_submitted");

    private static ProposalId IdOf(NpgsqlDataReader reader) => ProposalId.Parse(reader.GetString(0));

    private static Page<T> PageOf<T>(List<T> rows, int limit, Func<T, string> key) =>
        new(rows.Take(limit).ToValueList(), rows.Count > limit ? key(rows[limit - 1]) : null);
}
