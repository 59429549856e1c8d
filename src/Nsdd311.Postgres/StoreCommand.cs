using Npgsql;
using NpgsqlTypes;
using Nsdd311.Charters;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Journal;
using Nsdd311.Views;

namespace Nsdd311.Postgres;

/// <summary>The storing statement on one connection, prepared once, with a column of values for each of its parameters.</summary>
internal sealed class StoreCommand : IAsyncDisposable
{
    private readonly NpgsqlCommand command;
    private readonly StoreParts parts;
    private bool isPrepared;

    public StoreCommand(NpgsqlConnection connection, StoreParts parts)
    {
        command = new(StoreText.Of(parts), connection);
        this.parts = parts;
    }

    /// <summary>The parts that a batch needs.</summary>
    public static StoreParts PartsOf(IReadOnlyList<Run> runs, StoredBefore stored)
    {
        var parts = StoreParts.Nothing;
        foreach (var run in runs)
        {
            foreach (var append in run.Appends) parts |= PartsOf(append, stored);
        }

        return parts;
    }

    /// <summary>Which runs have moved their heads.</summary>
    public async Task<bool[]> Run(IReadOnlyList<Run> runs, bool isWhole)
    {
        Value("is_whole", NpgsqlDbType.Boolean, isWhole);
        Heads(runs);
        var rows = Each(runs, append => append.Rows);
        Rows(rows);
        if (parts.HasFlag(StoreParts.Types)) Types([.. rows.Select(one => (one.Run, one.Row.Type)).Distinct()]);
        if (parts.HasFlag(StoreParts.Matters))
        {
            var matters = LastMatters(runs);
            Matters(matters);
            if (parts.HasFlag(StoreParts.Audiences)) Audiences(matters);
        }

        if (parts.HasFlag(StoreParts.Alerts)) Alerts(Each(runs, append => append.ReadRows.Alerts));
        if (parts.HasFlag(StoreParts.Contacts)) Contacts(Each(runs, append => append.ReadRows.Contacts));

        if (!isPrepared) await command.PrepareAsync();
        isPrepared = true;
        return (bool[])(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();

    private void Heads(IReadOnlyList<Run> runs)
    {
        Texts("run_key", runs, run => run.Last.Key);
        Column("run_seq", NpgsqlDbType.Bigint, runs, run => run.Last.Last.Sequence);
        Column("run_hash", NpgsqlDbType.Bytea, runs, run => run.Last.Last.Hash.ToArray());
        Column("run_before", NpgsqlDbType.Bytea, runs, run => run.First.First.PreviousHash.ToArray());
        Column("run_due_at", NpgsqlDbType.TimestampTz, runs, run => Instant(run.Last.DueAt));
        Column("run_owes", NpgsqlDbType.Boolean, runs, run => run.Last.Owes);
        Column("run_is_new", NpgsqlDbType.Boolean, runs, run => run.First.First.Sequence == 1);
    }

    private void Rows(List<InRun<JournalRow>> rows)
    {
        Column("row_run", NpgsqlDbType.Integer, rows, one => one.Run);
        Texts("row_entity", rows, one => one.Append.Key);
        Column("row_seq", NpgsqlDbType.Bigint, rows, one => one.Row.Sequence);
        Texts("row_type", rows, one => one.Row.Type);
        Column("row_payload", NpgsqlDbType.Bytea, rows, one => one.Row.Payload);
        Texts("row_actor", rows, one => one.Row.Actor);
        Column("row_command_id", NpgsqlDbType.Bytea, rows, one => one.Row.Command.ToBytes());
        Column("row_n", NpgsqlDbType.Integer, rows, one => one.Row.Number);
        Texts("row_body_digest", rows, one => one.Row.Digest);
        Texts("row_charter_version", rows, one => one.Row.Charter.ToString());
        Column("row_roster_seq", NpgsqlDbType.Bigint, rows, one => one.Row.RosterSequence);
        Column("row_at", NpgsqlDbType.TimestampTz, rows, one => Timestamps.Of(one.Row.At));
        Column("row_prev_hash", NpgsqlDbType.Bytea, rows, one => one.Row.PreviousHash.ToArray());
        Column("row_hash", NpgsqlDbType.Bytea, rows, one => one.Row.Hash.ToArray());
    }

    private void Types(List<(int Run, string Name)> types)
    {
        Column("type_run", NpgsqlDbType.Integer, types, one => one.Run);
        Texts("type_name", types, one => one.Name);
    }

    private void Matters(List<InRun<MatterRow>> matters)
    {
        Column("matter_run", NpgsqlDbType.Integer, matters, one => one.Run);
        Texts("matter_id", matters, one => one.Row.Id.ToString());
        Texts("matter_entity", matters, one => one.Append.Key);
        Column("matter_seq", NpgsqlDbType.Bigint, matters, one => one.Append.Last.Sequence);
        Texts("matter_by_suspense", matters, one => SortKeys.Of(one.Row, DocketOrder.Suspense));
        Texts("matter_by_submitted", matters, one => SortKeys.Of(one.Row, DocketOrder.Submitted));
        Texts("matter_status", matters, one => one.Row.Status);
        Column("matter_stage", NpgsqlDbType.Integer, matters, one => (int?)one.Row.Stage);
        Column("matter_body", NpgsqlDbType.Integer, matters, one => (int?)one.Row.Body);
        Texts("matter_category", matters, one => one.Row.Category.ToString());
        Texts("matter_pair", matters, one => one.Row.Pair?.ToString());
        Texts("matter_agency", matters, one => one.Row.Agency.ToString());
        Texts("matter_goals", matters, one => $",{string.Join(',', one.Row.Goals)},");
        Column("matter_due_at", NpgsqlDbType.TimestampTz, matters, one => Instant(one.Row.DueAt));
        Column("matter_report_due", NpgsqlDbType.TimestampTz, matters, one => Instant(one.Row.ReportDue));
        Texts("matter_searched", matters, one => Columns.WithoutNul(SortKeys.SearchedIn(one.Row)));
        Column("matter_is_guidance", NpgsqlDbType.Boolean, matters, one => one.Row.Kind is MatterKind.PolicyGuidance);
        Texts("matter_filed", matters, one => string.Join('\n', one.Row.Filed));
        Column("matter_audience_set", NpgsqlDbType.Bytea, matters, one => AudienceSet.IdOf(one.Row.Audiences));
        Column("matter_row", NpgsqlDbType.Bytea, matters, one => Columns.Json(one.Row));
    }

    private void Audiences(List<InRun<MatterRow>> matters)
    {
        List<(int Run, string Audience, byte[] Id)> sets =
            [.. matters.DistinctBy(one => (one.Run, one.Row.Audiences)).SelectMany(one => one.Row.Audiences.Distinct().Select(name => (one.Run, name, AudienceSet.IdOf(one.Row.Audiences))))];
        Column("set_run", NpgsqlDbType.Integer, sets, one => one.Run);
        Texts("set_audience", sets, one => one.Audience);
        Column("set_id", NpgsqlDbType.Bytea, sets, one => one.Id);
    }

    private void Alerts(List<InRun<AlertRow>> alerts)
    {
        Column("alert_run", NpgsqlDbType.Integer, alerts, one => one.Run);
        Texts("alert_entity", alerts, one => one.Append.Key);
        Column("alert_seq", NpgsqlDbType.Bigint, alerts, one => one.Append.Last.Sequence);
        Column("alert_row", NpgsqlDbType.Bytea, alerts, one => Columns.Json(one.Row));

        List<(int Alert, string Seat)> seats = [.. alerts.SelectMany((one, i) => one.Row.Seats.Select(seat => (i + 1, seat.ToString())))];
        Column("seat_alert", NpgsqlDbType.Integer, seats, one => one.Alert);
        Texts("seat_name", seats, one => one.Seat);
    }

    private void Contacts(List<InRun<ContactRow>> contacts)
    {
        Column("contact_run", NpgsqlDbType.Integer, contacts, one => one.Run);
        Texts("contact_reference", contacts, one => one.Row.Reference);
        Texts("contact_entity", contacts, one => one.Append.Key);
        Column("contact_seq", NpgsqlDbType.Bigint, contacts, one => one.Append.Last.Sequence);
        Texts("contact_pair", contacts, one => one.Row.Pair?.ToString());
        Texts("contact_place", contacts, one => SortKeys.Of(one.Row));
        Column("contact_row", NpgsqlDbType.Bytea, contacts, one => Columns.Json(one.Row));
    }

    private static StoreParts PartsOf(Append append, StoredBefore stored)
    {
        var parts = StoreParts.Nothing;
        if (append.ReadRows.Matter is { } matter) parts |= stored.Has(matter.Audiences) ? StoreParts.Matters : StoreParts.Matters | StoreParts.Audiences;
        if (append.ReadRows.Alerts.Count > 0) parts |= StoreParts.Alerts;
        if (append.ReadRows.Contacts.Count > 0) parts |= StoreParts.Contacts;
        foreach (var row in append.Rows)
        {
            if (!stored.Has(row.Type)) parts |= StoreParts.Types;
        }

        return parts;
    }

    /// <summary>A statement touches a row once: of a matter that moved several times in a run, the last row counts.</summary>
    private static List<InRun<MatterRow>> LastMatters(IReadOnlyList<Run> runs)
    {
        List<InRun<MatterRow>> matters = [];
        for (var i = 0; i < runs.Count; i++)
        {
            for (var last = runs[i].Appends.Count - 1; last >= 0; last--)
            {
                if (runs[i].Appends[last] is not { ReadRows.Matter: { } matter } append) continue;

                matters.Add(new(i + 1, append, matter));
                break;
            }
        }

        return matters;
    }

    private static List<InRun<T>> Each<T>(IReadOnlyList<Run> runs, Func<Append, IReadOnlyList<T>> ofAppend)
    {
        List<InRun<T>> all = [];
        for (var i = 0; i < runs.Count; i++)
        {
            foreach (var append in runs[i].Appends)
            {
                foreach (var one in ofAppend(append)) all.Add(new(i + 1, append, one));
            }
        }

        return all;
    }

    private static DateTime? Instant(DateTimeOffset? instant) => instant is { } at ? Timestamps.Of(at) : null;

    private void Texts<TRow>(string name, IReadOnlyList<TRow> rows, Func<TRow, string?> value) => Column(name, NpgsqlDbType.Text, rows, value);

    private void Column<TRow, T>(string name, NpgsqlDbType type, IReadOnlyList<TRow> rows, Func<TRow, T> value)
    {
        var column = new T[rows.Count];
        for (var i = 0; i < column.Length; i++) column[i] = value(rows[i]);

        Value(name, NpgsqlDbType.Array | type, column);
    }

    private void Value<T>(string name, NpgsqlDbType type, T value)
    {
        if (command.Parameters.TryGetValue(name, out var parameter)) parameter.Value = value;
        else command.Parameters.Add(new NpgsqlParameter(name, type) { Value = value });
    }

    /// <summary>A row with the run and the append that it is of.</summary>
    private readonly record struct InRun<T>(int Run, Append Append, T Row);
}
