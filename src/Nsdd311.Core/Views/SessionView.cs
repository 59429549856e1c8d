using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Sessions;

namespace Nsdd311.Views;

/// <summary>What one reader sees of a session: of the session itself, and of each matter on its agenda. A matter that the reader may not know of is not in the list.</summary>
/// <param name="Session">Of the session.</param>
/// <param name="Matters">Of each matter that the reader may know of.</param>
public sealed record SessionSight(Sight Session, IReadOnlyDictionary<ProposalId, Sight> Matters)
{
    /// <summary>The sight of the item's matter; null where the reader may not know of it.</summary>
    public Sight? Of(AgendaItem item) => Of(item.Subject);

    /// <summary>The sight of the matter, or of a motion, which whoever knows of the session knows; null where the reader may not know of it.</summary>
    public Sight? Of(AgendaSubject subject) => subject is AgendaMatter matter ? Matters.GetValueOrDefault(matter.Id) : Session;
}

/// <summary>A session as one reader sees it.</summary>
public sealed record SessionView(
    SessionId Id, BodyKind Body, string Status, DateTimeOffset At, MarkedText? Place, DateTimeOffset PapersDue, DateTimeOffset AgendaCloses, Seat? ActingChair,
    QuorumView Quorum, ValueList<AttendanceView> Attendance, ValueList<ItemView> Items, ValueList<SessionPaperView> Papers, ValueList<LateLeave> Leaves,
    DateTimeOffset? ConvenedAt, DateTimeOffset? AdjournedAt, DateTimeOffset? MinutesDue, MarkedText? CalledOffBecause)
{
    /// <summary>The session in this state as this reader sees it.</summary>
    public static SessionView Of(SessionState.Known state, SessionSight sight, Charter charter)
    {
        var session = state.Session;
        var items = session.Items.Keep(item => sight.Of(item) is not null);
        var sitting = SittingOf(state);
        return new(
            session.Id, session.Id.Body, SessionState.NameOf(state), session.At, sight.Session.See(session.Place), session.PapersDue, session.AgendaCloses,
            session.ActingChair, QuorumView.Of(session, charter), session.Attendance.Select(AttendanceView.Of).ToValueList(),
            items.Select(item => ItemView.Of(item, sight.Of(item)!)).ToValueList(),
            session.Papers.Keep(paper => items.Any(item => item.Number == paper.Item)).Select(paper => SessionPaperView.Of(paper, sight.Of(session.Item(paper.Item)!)!)).ToValueList(),
            session.Leaves.Keep(leave => sight.Session.Reads(leave.Reason.Mark)),
            sitting?.ConvenedAt, (state as SessionState.Over)?.AdjournedAt, sitting?.MinutesDue, sight.Session.See((state as SessionState.CalledOff)?.Reason));
    }

    private static Sitting? SittingOf(SessionState state) => state switch
    {
        SessionState.InSession one => one.Sitting,
        SessionState.Suspended one => one.Sitting,
        SessionState.Adjourned one => one.Sitting,
        SessionState.Over one => one.Sitting with { MinutesDue = null },
        _ => null,
    };
}

/// <summary>Who is represented, and how many must be.</summary>
public sealed record QuorumView(ValueList<AgencyId> Agencies, int Needed, bool IsChaired)
{
    /// <summary>The quorum as it stands.</summary>
    public static QuorumView Of(Session session, Charter charter) => new(
        Quorum.Represented(session, charter), charter.Body(session.Id.Body).Quorum, session.Present.Any(one => session.IsChairs(one.Seat)));
}

/// <summary>That somebody was in the room.</summary>
public sealed record AttendanceView(Seat Seat, PersonId Person, DateTimeOffset ArrivedAt, DateTimeOffset? LeftAt)
{
    /// <summary>As recorded.</summary>
    public static AttendanceView Of(Attendance one) => new(one.Seat, one.Person, one.ArrivedAt, one.LeftAt);
}

/// <summary>A paper as the reader sees it.</summary>
public sealed record SessionPaperView(int Number, int Item, AgencyId Agency, MarkedText? Title, ValueList<MarkedText> Paragraphs, bool IsLate, DateTimeOffset At)
{
    /// <summary>The paper without the portions that the reader may not read.</summary>
    public static SessionPaperView Of(SessionPaper paper, Sight sight) =>
        new(paper.Number, paper.Item, paper.Agency, sight.See(paper.Title), sight.See(paper.Paragraphs), paper.IsLate, paper.At);
}
