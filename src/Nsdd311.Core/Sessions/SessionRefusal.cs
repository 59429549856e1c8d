using Nsdd311.Proposals;

namespace Nsdd311.Sessions;

// In the order in which they are looked for; docs/REFUSALS.md lists them in the same order.

/// <summary>There is no such session, or not for this reader.</summary>
public sealed record SessionAbsent() : Refusal("session.absent", "There is no such session.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Absent;
}

/// <summary>Only the chair of the body that meets, or whom that chair named, convenes, decides and adjourns (1-domain, section 4).</summary>
/// <param name="Seats">The seats that may.</param>
public sealed record NotChair(ValueList<string> Seats)
    : Refusal("session.not-chair", $"The session is chaired from the seat {string.Join(" or ", Seats)}; act in that seat or ask who holds it.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Seat;
}

/// <summary>The seat does not sit at the table of the body that meets.</summary>
/// <param name="Seat">Which.</param>
public sealed record NotAtTheTable(string Seat) : Refusal("session.not-at-table", $"{Seat} does not sit at the table of the body that meets.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Seat;
}

/// <summary>The book numbers its sessions, so this is a bug of somebody who goes around it.</summary>
public sealed record SessionExists() : Refusal("session.exists", "There is a session of this number.");

/// <summary>The session was called off.</summary>
public sealed record SessionCalledOff() : Refusal("session.called-off", "The session was called off; schedule another one.");

/// <summary>The session is over.</summary>
public sealed record SessionAdjourned() : Refusal("session.adjourned", "The session is adjourned; what it has not decided is for the next one.");

/// <summary>The session has not been convened.</summary>
public sealed record SessionNotConvened() : Refusal("session.not-convened", "The session has not been convened; that comes first.");

/// <summary>The session has been convened.</summary>
public sealed record SessionConvened() : Refusal("session.convened", "The session has been convened already.");

/// <summary>The agenda is still open.</summary>
/// <param name="Closes">When it closes.</param>
public sealed record AgendaOpen(DateTimeOffset Closes)
    : Refusal("session.agenda-open", $"The agenda is open until {Closes:yyyy-MM-dd HH:mm zzz}; the session is convened after that, on its day.");

/// <summary>The agenda is closed.</summary>
/// <param name="Closed">When it closed.</param>
public sealed record AgendaIsClosed(DateTimeOffset Closed)
    : Refusal("session.agenda-closed", $"The agenda closed at {Closed:yyyy-MM-dd HH:mm zzz}; put the matter on the next one.");

/// <summary>A session is not convened before its day.</summary>
/// <param name="On">Its day.</param>
public sealed record BeforeItsDay(DateOnly On) : Refusal("session.before-its-day", $"The session is on {On:yyyy-MM-dd}; it is not convened before.");

/// <summary>Too few agencies are represented, or nobody chairs (8-charter, section 2).</summary>
/// <param name="Present">How many agencies are represented, the chair's own counted.</param>
/// <param name="Needed">How many must be.</param>
/// <param name="Agencies">Which are.</param>
/// <param name="IsChaired">Whether the chair or the acting chair is there.</param>
public sealed record NoQuorum(int Present, int Needed, ValueList<AgencyId> Agencies, bool IsChaired)
    : Refusal("session.no-quorum", $"{Present} of {Needed} agencies needed are represented{(IsChaired ? "" : ", and neither the chair nor an acting chair is there")}; wait for the others or adjourn.");

/// <summary>The session was suspended and has its quorum again.</summary>
public sealed record SessionIsSuspended() : Refusal("session.suspended", "The session is suspended; the chair convenes it again.");

/// <summary>Who decides is in the room.</summary>
/// <param name="Seat">The seat that acted.</param>
public sealed record ChairNotPresent(string Seat) : Refusal("session.chair-not-present", $"{Seat} is not in the room; whoever chairs there decides.");

/// <summary>The agenda has no such item.</summary>
/// <param name="Item">As asked.</param>
public sealed record ItemUnknown(int Item) : Refusal("session.item-unknown", $"The agenda has no item {Item}.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Absent;
}

/// <summary>A matter or a motion stands on an agenda once.</summary>
/// <param name="Item">Where it stands.</param>
public sealed record AlreadyOnAgenda(int Item) : Refusal("session.already-on-agenda", $"It is item {Item} of this agenda already.");

/// <summary>The item was decided: there is no second decision of one item.</summary>
/// <param name="Item">Which.</param>
public sealed record ItemIsDecided(int Item) : Refusal("session.item-decided", $"Item {Item} was decided in this session.");

/// <summary>The item was put off or taken off.</summary>
/// <param name="Item">Which.</param>
/// <param name="Status">deferred or withdrawn.</param>
public sealed record ItemIsClosed(int Item, string Status) : Refusal("session.item-closed", $"Item {Item} was {Status} in this session.");

/// <summary>The matter has yet to answer.</summary>
/// <param name="Items">Which items wait.</param>
public sealed record AnswerAwaited(ValueList<int> Items)
    : Refusal("session.answer-awaited", $"The matter of item {string.Join(", ", Items)} has yet to take the decision; ask again in a moment.");

/// <summary>The IG forwards, the SIG refers.</summary>
/// <param name="Ruling">As asked.</param>
public sealed record RulingOfAnotherBody(string Ruling)
    : FormRefusal("session.ruling-of-another-body", $"This body does not {Ruling}: the IG forwards to the SIG, and the SIG refers to the President.");

/// <summary>A matter is cleared, returned and the like; a motion is granted or dropped.</summary>
/// <param name="IsOfMotion">Whether the decision was one of a motion.</param>
public sealed record RulingOfAnotherSubject(bool IsOfMotion)
    : FormRefusal("session.ruling-of-another-subject", IsOfMotion
        ? "The item is a matter: it is cleared, returned, disapproved or referred."
        : "The item is a motion: it is granted or dropped.");

/// <summary>Only the SIG permits what the rules of a ledger do not.</summary>
public sealed record MotionSigOnly() : Refusal("session.motion-sig-only", "Motions about a ledger are the SIG's; put this one on the agenda of a session of the SIG.");

/// <summary>The acting chair sits at the table of the body that meets.</summary>
/// <param name="Seat">As asked.</param>
public sealed record ActingChairUnfit(string Seat)
    : FormRefusal("session.acting-chair-unfit", $"{Seat} is no member or alternate of the body that meets; name one who is.");

/// <summary>The papers are due.</summary>
/// <param name="Due">When they were.</param>
public sealed record PaperLate(DateTimeOffset Due)
    : Refusal("session.paper-late", $"Papers were due at {Due:yyyy-MM-dd HH:mm zzz}; ask the chair of the session for leave.");

/// <summary>Whoever arrives is there already.</summary>
/// <param name="Seat">In which seat.</param>
public sealed record AlreadyPresent(string Seat) : Refusal("session.already-present", $"{Seat} is in the room already.");

/// <summary>Whoever leaves is not there.</summary>
/// <param name="Seat">In which seat.</param>
public sealed record NotPresent(string Seat) : Refusal("session.not-present", $"{Seat} is not in the room.");

/// <summary>The minutes of a session are written after it.</summary>
public sealed record SessionNotAdjourned() : Refusal("session.not-adjourned", "The session is not adjourned; its minutes come after it.");

/// <summary>There are no minutes to object to or to approve.</summary>
public sealed record MinutesNotCirculated() : Refusal("session.minutes-not-circulated", "The minutes have not been circulated.");

/// <summary>Minutes are circulated again only after an objection.</summary>
public sealed record MinutesAlreadyCirculated() : Refusal("session.minutes-circulated", "The minutes are circulated, and nobody has objected.");

/// <summary>Approved minutes stand.</summary>
public sealed record MinutesAreApproved() : Refusal("session.minutes-approved", "The minutes are approved; they stand as they are.");

/// <summary>Minutes are approved at a later session of the same body.</summary>
/// <param name="In">As asked.</param>
public sealed record NotALaterSession(string In) : FormRefusal("session.not-later", $"{In} is no later session of the same body.");

/// <summary>A session approves minutes while it sits.</summary>
/// <param name="In">As asked.</param>
public sealed record NotSitting(string In) : Refusal("session.not-sitting", $"{In} is not in session now.");
