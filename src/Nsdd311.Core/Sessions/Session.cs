using Nsdd311.Marking;

namespace Nsdd311.Sessions;

/// <summary>What is known of a session from its scheduling on.</summary>
/// <param name="Id">Body, year and number.</param>
/// <param name="At">When it is to begin.</param>
/// <param name="Place">Where.</param>
/// <param name="PapersDue">After that a paper needs the chair's leave.</param>
/// <param name="AgendaCloses">After that nothing is put on the agenda.</param>
/// <param name="PapersFellDue">Whether the first of these has passed and was noticed.</param>
/// <param name="Items">The agenda, in its order; numbers are never used twice.</param>
/// <param name="Papers">What was brought, oldest first.</param>
/// <param name="Leaves">Leaves for late papers that have not been used.</param>
/// <param name="ActingChair">The seat that chairs in the chair's place; null if none was named.</param>
/// <param name="Attendance">Who came and went, in the order of arrival.</param>
/// <param name="Decisions">How many decisions were put to matters: the source of their names.</param>
public sealed record Session(
    SessionId Id, DateTimeOffset At, MarkedText Place, DateTimeOffset PapersDue, DateTimeOffset AgendaCloses, bool PapersFellDue, ValueList<AgendaItem> Items,
    ValueList<SessionPaper> Papers, ValueList<LateLeave> Leaves, Seat? ActingChair, ValueList<Attendance> Attendance, int Decisions)
{
    /// <summary>The chair's seat of the body that meets.</summary>
    public Seat Chair => new(Id.Body is Charters.BodyKind.Ig ? SeatKind.IgChair : SeatKind.SigChair);

    /// <summary>The item of this number; null if there is none.</summary>
    public AgendaItem? Item(int number) => Items.FirstOrDefault(item => item.Number == number);

    /// <summary>The item of the matter or motion, unless it was taken off; null if there is none.</summary>
    public AgendaItem? ItemOf(AgendaSubject subject) => Items.FirstOrDefault(item => subject.IsSameAs(item.Subject) && item.Status is not ItemStatus.Withdrawn);

    /// <summary>Whether the seat chairs this session: the body's chair, or whom the chair named.</summary>
    public bool IsChairs(Seat seat) => seat == Chair || seat == ActingChair;

    /// <summary>Whether the seat sits at the table of the body that meets.</summary>
    public bool IsAtTheTable(Seat seat) => seat == Chair || (Id.Body is Charters.BodyKind.Ig
        ? seat.Kind is SeatKind.IgMember or SeatKind.IgAlternate
        : seat.Kind is SeatKind.SigMember or SeatKind.SigAlternate);

    /// <summary>Who is in the room.</summary>
    public ValueList<Attendance> Present => Attendance.Keep(one => one.LeftAt is null);

    /// <summary>Whether the person is in the room in this seat.</summary>
    public bool IsPresent(Seat seat, PersonId person) => Present.Any(one => one.Seat == seat && one.Person == person);

    /// <summary>With one item changed.</summary>
    public Session WithItem(int number, Func<AgendaItem, AgendaItem> change) => this with { Items = Items.Change(item => item.Number == number, change) };
}

/// <summary>That somebody was in the room, in which seat, from when until when.</summary>
/// <param name="Seat">In which capacity.</param>
/// <param name="Person">Who.</param>
/// <param name="ArrivedAt">From when.</param>
/// <param name="LeftAt">Until when; null while there.</param>
public sealed record Attendance(Seat Seat, PersonId Person, DateTimeOffset ArrivedAt, DateTimeOffset? LeftAt);

/// <summary>A paper for an item.</summary>
/// <param name="Number">In the session, from 1.</param>
/// <param name="Item">For which item of the agenda.</param>
/// <param name="Agency">Who brought it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Paragraphs">Its text.</param>
/// <param name="IsLate">Whether it came after the papers were due, with the chair's leave.</param>
/// <param name="At">When it was brought.</param>
public sealed record SessionPaper(
    int Number, int Item, AgencyId Agency, MarkedText Title, ValueList<MarkedText> Paragraphs, bool IsLate, DateTimeOffset At);

/// <summary>The chair's leave for one late paper of an agency.</summary>
public sealed record LateLeave(AgencyId Agency, MarkedText Reason);

/// <summary>The part of a session that has been convened.</summary>
/// <param name="ConvenedAt">When.</param>
/// <param name="MinutesDue">When the minutes are due; null once that has passed and was noticed, or they were circulated.</param>
public sealed record Sitting(DateTimeOffset ConvenedAt, DateTimeOffset? MinutesDue);
