using System.Text.Json;
using Nsdd311.Charters;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Json;
using Nsdd311.Views;

namespace Nsdd311.Sqlite;

public sealed partial class SqliteJournal
{
    // Lists of words go in as one JSON text, so that the statement's text is the same for any number of them.
    private const string IsForAudience = "m.audience_set in (select a.id from audience_set a where a.audience in (select value from json_each(?2)))";

    // Found by its key first, and only then by all else: the order of the join is fixed, so that no walk over the docket is ever chosen.
    internal const string FoundByKey = "matter_filed f cross join matter m on m.id = f.id where f.key = ?14";

    /// <inheritdoc />
    public Task<Page<MatterRow>> Docket(DocketQuery query, CancellationToken cancellationToken)
    {
        var place = query.Order is DocketOrder.Suspense ? "by_suspense" : "by_submitted";
        var source = query.Filed is null ? "matter m where ?14 is null" : FoundByKey;
        return Read(
            $"""
            select row from {source}
              and (?1 or {IsForAudience})
              and (?3 is null or status = ?3) and (?4 is null or stage = ?4) and (?5 is null or body = ?5) and (?6 is null or category = ?6)
              and (?7 is null or pair = ?7) and (?8 is null or agency = ?8) and (?9 is null or instr(goals, ?9) > 0) and (?10 is null or due_at < ?10)
              and (?11 is null or instr(searched, ?11) > 0) and {place} > ?12
            order by {place} limit ?13
            """,
            row => Columns.Json<MatterRow>(row, 0), rows => PageOf(rows, query.Limit, row => SortKeys.Of(row, query.Order)),
            query.All ? 1 : 0, Words(query.Audiences), query.Status, (int?)query.Stage, (int?)query.Body, query.Category?.ToString(), query.Pair?.ToString(),
            query.Agency?.ToString(), query.Goal is { } goal ? $",{goal}," : null, query.DueBefore is { } due ? Instants.RoundUp(due) : (long?)null,
            query.Text is { } text ? SortKeys.Folded(text) : null, query.After ?? "", query.Limit + 1, query.Filed);
    }

    /// <inheritdoc />
    public Task<bool> MayKnow(ProposalId matter, ValueList<string> audiences, bool all, CancellationToken cancellationToken) =>
        Read($"select 1 from matter m where m.id = ?3 and (?1 or {IsForAudience})", _ => true, rows => rows.Count > 0, all ? 1 : 0, Words(audiences), matter.ToString());

    /// <inheritdoc />
    public async Task<BeforeSubmission> BeforeSubmission(ReportDebt? debt, CancellationToken cancellationToken) => await bearing.For(debt, cancellationToken);

    /// <inheritdoc />
    public Task<ValueList<ProposalId>> ClearedGuidance(CancellationToken cancellationToken) =>
        Read("select id from matter where is_guidance and status = 'cleared' order by by_submitted", row => ProposalId.Parse(row.Text(0)), rows => rows.ToValueList());

    /// <inheritdoc />
    public Task<Page<NumberedAlert>> Alerts(ValueList<Seat> seats, long? before, int limit, CancellationToken cancellationToken) =>
        Read(
            """
            select number, row from alert
            where number in (select s.number from alert_seat s where s.seat in (select value from json_each(?1)) and s.number < ?2 order by s.number desc limit ?4)
            order by number desc limit ?3
            """,
            row => new NumberedAlert(row.Number(0), Columns.Json<AlertRow>(row, 1)), rows => PageOf(rows, limit, one => one.Number.ToString()),
            Words(seats.Select(seat => seat.ToString()).ToValueList()), before ?? long.MaxValue, limit + 1, (limit + 1) * Math.Max(1, seats.Count));

    /// <inheritdoc />
    public Task Raise(AlertRow alert, CancellationToken cancellationToken)
    {
        database.Write(writer =>
        {
            Committing.Show(writer, "engine/", 0, alert);
            return true;
        });
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<Page<ContactRow>> Contacts(PairId? pair, string? after, int limit, CancellationToken cancellationToken) =>
        Read("select row from contact where (?1 is null or pair = ?1) and place > ?2 order by place limit ?3", row => Columns.Json<ContactRow>(row, 0),
            rows => PageOf(rows, limit, SortKeys.Of), pair?.ToString(), after ?? "", limit + 1);

    private Task<IReadOnlyList<MatterRow>> ReadBearing() =>
        Read("select row from matter where report_due is not null union all select row from matter where is_guidance and status = 'cleared'",
            row => Columns.Json<MatterRow>(row, 0), AsList);

    private static string Words(ValueList<string> words) => JsonSerializer.Serialize(words, JournalJson.Options);

    private static Page<T> PageOf<T>(List<T> rows, int limit, Func<T, string> key) =>
        new(rows.Take(limit).ToValueList(), rows.Count > limit ? key(rows[limit - 1]) : null);
}
