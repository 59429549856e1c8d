using System.Text.Json;
using Nsdd311.Charters;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Json;
using Nsdd311.Views;

namespace Nsdd311.Sqlite;

/// <summary>One append within the transaction of its batch.</summary>
internal static class Committing
{
    public static AppendOutcome Commit(WriterConnection writer, Append append)
    {
        // An append that is already there is told from another one under the same command by its own hash.
        if (MoveHead(writer, append) is not { } number) return IsThere(writer, append) ? AppendOutcome.There : AppendOutcome.Lost;

        foreach (var row in append.Rows) Insert(writer, number, append.Key, row);
        Show(writer, append);
        return AppendOutcome.Won;
    }

    private static bool IsThere(WriterConnection writer, Append append) =>
        writer.For($"select 1 from journal where no = {Columns.NumberOf} and seq = ?2 and hash = ?3")
            .Any(append.Key, append.Last.Sequence, append.Last.Hash.ToArray());

    /// <summary>Moves the head from before the append to behind it; the entity's number, or null if it stands elsewhere or the command is recorded.</summary>
    private static long? MoveHead(WriterConnection writer, Append append)
    {
        var (seq, hash, due, owes) = (append.Last.Sequence, append.Last.Hash.ToArray(), Micros(append.DueAt), append.Owes ? 1 : 0);
        return append.First.Sequence == 1
            ? writer.For("insert into entity (key, seq, hash, due_at, owes) values (?1, ?2, ?3, ?4, ?5) on conflict do nothing returning no").Number(append.Key, seq, hash, due, owes)
            : writer.For(
                """
                update entity set seq = ?2, hash = ?3, due_at = ?4, owes = ?5
                where key = ?1 and seq = ?6 and hash = ?7 and not exists (select 1 from journal j where j.no = entity.no and j.command_id = ?8)
                returning no
                """)
                .Number(append.Key, seq, hash, due, owes, append.First.Sequence - 1, append.First.PreviousHash.ToArray(), append.First.Command.ToBytes());
    }

    private static void Insert(WriterConnection writer, long number, string key, JournalRow row)
    {
        if (writer.MeetsFirst(row.Type)) writer.For("insert or ignore into event_type (name) values (?1)").Run(row.Type);
        writer.For(
            $"insert into journal ({Columns.Journal}, no) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)").Run(
            key, row.Sequence, row.Type, row.Payload, row.Actor, row.Command.ToBytes(), row.Number, row.Digest, row.Charter.ToString(),
            row.RosterSequence, Instants.ToMicroseconds(row.At), row.PreviousHash.ToArray(), row.Hash.ToArray(), number);
    }

    private static void Show(WriterConnection writer, Append append)
    {
        var seq = append.Last.Sequence;
        if (append.ReadRows.Matter is { } matter) Show(writer, append.Key, seq, matter);
        foreach (var alert in append.ReadRows.Alerts) Show(writer, append.Key, seq, alert);
        foreach (var contact in append.ReadRows.Contacts)
        {
            writer.For("insert or ignore into contact (reference, entity, seq, pair, place, row) values (?1, ?2, ?3, ?4, ?5, ?6)").Run(
                contact.Reference, append.Key, seq, contact.Pair?.ToString(), SortKeys.Of(contact), Json(contact));
        }
    }

    private static void Show(WriterConnection writer, string key, long seq, MatterRow row)
    {
        writer.For(
            """
            insert into matter (id, entity, seq, by_suspense, by_submitted, status, stage, body, category, pair, agency, goals, due_at, report_due, searched, is_guidance, audience_set, row)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
            on conflict (id) do update set seq = excluded.seq, by_suspense = excluded.by_suspense, by_submitted = excluded.by_submitted, status = excluded.status,
              stage = excluded.stage, body = excluded.body, category = excluded.category, pair = excluded.pair, agency = excluded.agency, goals = excluded.goals,
              due_at = excluded.due_at, report_due = excluded.report_due, searched = excluded.searched, audience_set = excluded.audience_set,
              row = excluded.row
            where excluded.seq >= matter.seq
            """).Run(
            row.Id.ToString(), key, seq, SortKeys.Of(row, DocketOrder.Suspense), SortKeys.Of(row, DocketOrder.Submitted), row.Status, (int?)row.Stage, (int?)row.Body,
            row.Category.ToString(), row.Pair?.ToString(), row.Agency.ToString(), $",{string.Join(',', row.Goals)},", Micros(row.DueAt), Micros(row.ReportDue),
            SortKeys.SearchedIn(row), row.Kind is MatterKind.PolicyGuidance ? 1 : 0, AudienceSet.IdOf(row.Audiences), Json(row));
        ShowTo(writer, row.Audiences);
        writer.For("delete from matter_filed where id = ?1").Run(row.Id.ToString());
        foreach (var filed in row.Filed) writer.For("insert into matter_filed (key, id) values (?1, ?2)").Run(filed, row.Id.ToString());
    }

    private static void ShowTo(WriterConnection writer, ValueList<string> audiences)
    {
        if (!writer.MeetsFirst(audiences)) return;

        var id = AudienceSet.IdOf(audiences);
        foreach (var audience in audiences) writer.For("insert or ignore into audience_set (audience, id) values (?1, ?2)").Run(audience, id);
    }

    /// <summary>An alert with the seats that it is for.</summary>
    public static void Show(WriterConnection writer, string key, long seq, AlertRow alert)
    {
        var number = writer.For("insert into alert (entity, seq, row) values (?1, ?2, ?3) returning number").Number(key, seq, Json(alert));
        foreach (var seat in alert.Seats) writer.For("insert or ignore into alert_seat (seat, number) values (?1, ?2)").Run(seat.ToString(), number);
    }

    private static long? Micros(DateTimeOffset? instant) => instant is { } at ? Instants.ToMicroseconds(at) : null;

    private static byte[] Json<T>(T row) => JsonSerializer.SerializeToUtf8Bytes(row, JournalJson.Options);
}
