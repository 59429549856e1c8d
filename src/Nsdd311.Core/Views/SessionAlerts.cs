using Nsdd311.Charters;
using Nsdd311.Sessions;

namespace Nsdd311.Views;

/// <summary>Which facts of a session raise an alert, and for whom (1-domain, section 7). An alert names the session and nothing of its agenda.</summary>
public static class SessionAlerts
{
    private static readonly Seat Secretary = new(SeatKind.ExecutiveSecretary);

    /// <summary>The alerts of one fact; mostly none.</summary>
    public static ValueList<AlertRow> Of(SessionEvent @event, SessionState after, Charter charter, DateTimeOffset now)
    {
        if (after is not SessionState.Known { Session: var session }) return [];

        ValueList<AlertRow> Alert(string kind, IEnumerable<Seat> seats, DateTimeOffset? due) =>
            [new(kind, seats.Distinct().ToValueList(), session.Id.ToString(), null, due, now)];

        var table = Table(session, charter);
        return @event switch
        {
            SessionEvent.Scheduled e => Alert("session.scheduled", table, e.PapersDue),
            SessionEvent.CalledOff => Alert("session.called-off", table, session.At),
            SessionEvent.PapersFellDue e => Alert("papers.due", table.Append(Secretary), e.Due),
            SessionEvent.AgendaClosed e => Alert("agenda.closed", table.Append(Secretary), e.Due),
            SessionEvent.ActingChairNamed e => Alert("acting-chair.named", [e.Seat, Secretary], session.At),
            SessionEvent.Suspended => Alert("session.suspended", [session.Chair, Secretary], null),
            SessionEvent.Adjourned => Alert("minutes.due", [Secretary], MinutesDueOf(after)),
            SessionEvent.MinutesOverdue e => Alert("minutes.overdue", [Secretary, session.Chair], e.Due),
            SessionEvent.MinutesCirculated e => Alert("minutes.circulated", table, e.ApproveAt),
            SessionEvent.MinutesObjected => Alert("minutes.objected", [Secretary, session.Chair], null),
            _ => [],
        };
    }

    private static DateTimeOffset? MinutesDueOf(SessionState after) => (after as SessionState.Over)?.Sitting.MinutesDue;

    private static IEnumerable<Seat> Table(Session session, Charter charter)
    {
        var kind = session.Id.Body is BodyKind.Ig ? SeatKind.IgMember : SeatKind.SigMember;
        return charter.Agencies.Select(agency => new Seat(kind, agency.Id)).Prepend(session.Chair);
    }
}
