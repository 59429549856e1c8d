namespace Nsdd311.Postgres;

/// <summary>The one statement that stores a batch: heads by compare-and-set, and for the winners alone their rows and what they show.</summary>
/// <remarks>
/// Its parts find each other by ordinals into a mask of winners and not by joins: the cost stays proportional to the batch, whatever the
/// planner believes. Runs come sorted by key, so two writers take their locks in the same order. A head is moved by an update and not by an insert
/// that meets a conflict: that one would write the lock of the row to the log besides.
/// </remarks>
internal static class StoreText
{
    private const string Heads =
        """
        with run as (
          select * from unnest(@run_key, @run_seq, @run_hash, @run_before, @run_due_at, @run_owes, @run_is_new) with ordinality
            as r(key, seq, hash, before, due_at, owes, is_new, i)
        ), moved as (
          update entity e set seq = r.seq, hash = r.hash, due_at = r.due_at, owes = r.owes
          from run r where not r.is_new and e.key = r.key and e.hash = r.before
          returning r.i, e.no
        ), made as (
          insert into entity (key, seq, hash, due_at, owes) select key, seq, hash, due_at, owes from run where is_new
          on conflict (key) do nothing
          returning key, no
        ), mask as (
          select array_agg(no order by i) as numbers, array_agg(no is not null order by i) as won from (
            select r.i, coalesce(m.no, n.no) as no from run r left join moved m on m.i = r.i left join made n on n.key = r.key) w
        ), recorded as (
          insert into journal (no, entity, seq, type, payload, actor, command_id, n, body_digest, charter_version, roster_seq, at, prev_hash, hash)
          select (select numbers from mask)[r.run], entity, seq, type, payload, actor, command_id, n, body_digest, charter_version, roster_seq, at, prev_hash, hash
          from (
            select unnest(@row_run) as run, unnest(@row_entity) as entity, unnest(@row_seq) as seq, unnest(@row_type) as type,
              unnest(@row_payload) as payload, unnest(@row_actor) as actor, unnest(@row_command_id) as command_id, unnest(@row_n) as n,
              unnest(@row_body_digest) as body_digest, unnest(@row_charter_version) as charter_version, unnest(@row_roster_seq) as roster_seq,
              unnest(@row_at) as at, unnest(@row_prev_hash) as prev_hash, unnest(@row_hash) as hash) r
          where (select won from mask)[r.run]
        )
        """;

    private const string Matters =
        """
        , docketed as (
          insert into matter (id, entity, seq, by_suspense, by_submitted, status, stage, body, category, pair, agency, goals, due_at, report_due, searched, is_guidance, filed, audience_set, row)
          select id, entity, seq, by_suspense, by_submitted, status, stage, body, category, pair, agency, goals, due_at, report_due, searched, is_guidance, string_to_array(filed, E'\n'), audience_set, row
          from (
            select unnest(@matter_run) as run, unnest(@matter_id) as id, unnest(@matter_entity) as entity, unnest(@matter_seq) as seq,
              unnest(@matter_by_suspense) as by_suspense, unnest(@matter_by_submitted) as by_submitted, unnest(@matter_status) as status,
              unnest(@matter_stage) as stage, unnest(@matter_body) as body, unnest(@matter_category) as category, unnest(@matter_pair) as pair,
              unnest(@matter_agency) as agency, unnest(@matter_goals) as goals, unnest(@matter_due_at) as due_at,
              unnest(@matter_report_due) as report_due, unnest(@matter_searched) as searched, unnest(@matter_is_guidance) as is_guidance,
              unnest(@matter_filed) as filed, unnest(@matter_audience_set) as audience_set, unnest(@matter_row) as row) m
          where (select won from mask)[m.run]
          on conflict (id) do update set seq = excluded.seq, by_suspense = excluded.by_suspense, by_submitted = excluded.by_submitted, status = excluded.status,
            stage = excluded.stage, body = excluded.body, category = excluded.category, pair = excluded.pair, agency = excluded.agency, goals = excluded.goals,
            due_at = excluded.due_at, report_due = excluded.report_due, searched = excluded.searched, filed = excluded.filed, audience_set = excluded.audience_set, row = excluded.row
          where excluded.seq >= matter.seq
        )
        """;

    private const string Audiences =
        """
        , reached as (
          insert into audience_set (audience, id) select audience, id from unnest(@set_run, @set_audience, @set_id) s(run, audience, id)
          where (select won from mask)[s.run] on conflict do nothing
        )
        """;

    private const string Alerts =
        """
        , raised as (
          select nextval('alert_number') as number, a.* from (
            select * from unnest(@alert_run, @alert_entity, @alert_seq, @alert_row) with ordinality as l(run, entity, seq, row, i)
            where (select won from mask)[l.run] order by l.i) a
        ), alerted as (
          insert into alert (number, transaction, entity, seq, row) select number, pg_current_xact_id(), entity, seq, row from raised
        ), seated as (
          insert into alert_seat (seat, number) select s.seat, r.number from unnest(@seat_alert, @seat_name) s(alert, seat) join raised r on r.i = s.alert
          on conflict do nothing
        )
        """;

    private const string Contacts =
        """
        , met as (
          insert into contact (reference, entity, seq, pair, place, row)
          select reference, entity, seq, pair, place, row
          from unnest(@contact_run, @contact_reference, @contact_entity, @contact_seq, @contact_pair, @contact_place, @contact_row)
            as c(run, reference, entity, seq, pair, place, row)
          where (select won from mask)[c.run]
          on conflict (reference) do nothing
        )
        """;

    private const string Types =
        """
        , named as (
          insert into event_type (name) select distinct name from unnest(@type_run, @type_name) t(run, name) where (select won from mask)[t.run] on conflict do nothing
        )
        """;

    // Text that is no list of booleans: the statement fails, and all of it is undone.
    private const string End =
        """
         select case when @is_whole and false = any(won) then array_to_string(won, ' ')::boolean[] else won end from mask
        """;

    /// <summary>Which runs are in the journal as they are.</summary>
    public const string AreThere =
        """
        select array_agg(coalesce((select j.hash = t.hash from entity e join journal j on j.no = e.no where e.key = t.key and j.seq = t.seq), false) order by t.i)
        from unnest($1, $2, $3) with ordinality as t(key, seq, hash, i)
        """;

    /// <summary>The statement for a batch with these parts; it answers with the mask.</summary>
    public static string Of(StoreParts parts) =>
        string.Concat(
            Heads, parts.HasFlag(StoreParts.Types) ? Types : "", parts.HasFlag(StoreParts.Matters) ? Matters : "",
            parts.HasFlag(StoreParts.Audiences) ? Audiences : "", parts.HasFlag(StoreParts.Alerts) ? Alerts : "",
            parts.HasFlag(StoreParts.Contacts) ? Contacts : "", End);
}
