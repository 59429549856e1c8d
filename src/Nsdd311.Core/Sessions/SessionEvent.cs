using Nsdd311.Marking;

namespace Nsdd311.Sessions;

/// <summary>What may happen to a session. These names are stored; see docs/EVENTS.md before touching one.</summary>
public abstract record SessionEvent
{
    private SessionEvent() { }

    /// <summary>It was scheduled, with the matters that waited for it.</summary>
    public sealed record Scheduled(
        SessionId Id, DateTimeOffset At, MarkedText Place, DateTimeOffset PapersDue, DateTimeOffset AgendaCloses, ValueList<AgendaSubject> Subjects, DateTimeOffset ScheduledAt)
        : SessionEvent;

    /// <summary>A matter or a motion was put on the agenda.</summary>
    public sealed record ItemAdded(int Item, AgendaSubject Subject, DateTimeOffset At) : SessionEvent;

    /// <summary>An item was taken off the agenda.</summary>
    public sealed record ItemWithdrawn(int Item, MarkedText Reason, DateTimeOffset At) : SessionEvent;

    /// <summary>The matter of an item was told that it stands on the agenda.</summary>
    /// <param name="Item">Which item.</param>
    /// <param name="RefusedWith">The code, if it would not hear it: it has ended, or was never submitted; null if it knows.</param>
    /// <param name="At">When it was recorded.</param>
    public sealed record MatterTold(int Item, string? RefusedWith, DateTimeOffset At) : SessionEvent;

    /// <summary>It was called off before it met; its items return to their queue.</summary>
    public sealed record CalledOff(MarkedText Reason, DateTimeOffset At) : SessionEvent;

    /// <summary>The chair named an acting chair.</summary>
    public sealed record ActingChairNamed(Seat Seat, DateTimeOffset At) : SessionEvent;

    /// <summary>The chair gave leave for a late paper.</summary>
    public sealed record LeaveGiven(LateLeave Leave, DateTimeOffset At) : SessionEvent;

    /// <summary>A paper was brought.</summary>
    public sealed record PaperBrought(SessionPaper Paper) : SessionEvent;

    /// <summary>Papers fell due.</summary>
    public sealed record PapersFellDue(DateTimeOffset Due, DateTimeOffset Noticed) : SessionEvent;

    /// <summary>The agenda closed.</summary>
    public sealed record AgendaClosed(DateTimeOffset Due, DateTimeOffset Noticed) : SessionEvent;

    /// <summary>Somebody came in.</summary>
    public sealed record Arrived(Seat Seat, PersonId Person, DateTimeOffset At) : SessionEvent;

    /// <summary>Somebody left.</summary>
    public sealed record Departed(Seat Seat, PersonId Person, DateTimeOffset At) : SessionEvent;

    /// <summary>It was convened; the minutes have their day.</summary>
    public sealed record Convened(ValueList<AgencyId> Present, DateTimeOffset MinutesDue, DateTimeOffset At) : SessionEvent;

    /// <summary>Quorum or chair were lost.</summary>
    public sealed record Suspended(ValueList<AgencyId> Present, DateTimeOffset At) : SessionEvent;

    /// <summary>It was convened again.</summary>
    public sealed record Resumed(ValueList<AgencyId> Present, DateTimeOffset At) : SessionEvent;

    /// <summary>The chair decided an item; the matter is owed the decision.</summary>
    public sealed record ItemRuled(int Item, int Decision, BodyRuling Ruling, DecidedBy By) : SessionEvent;

    /// <summary>The matter took the decision.</summary>
    public sealed record ItemDecided(int Item, ValueList<VoicedPosition> Positions, DateTimeOffset At) : SessionEvent;

    /// <summary>The matter refused the decision; the item is open again.</summary>
    public sealed record ItemRefused(int Item, string Code, string Because, DateTimeOffset At) : SessionEvent;

    /// <summary>The chair put an item off.</summary>
    public sealed record ItemDeferred(int Item, MarkedText Reason, DateTimeOffset At) : SessionEvent;

    /// <summary>It was adjourned; what was not decided returns to its queue.</summary>
    public sealed record Adjourned(ValueList<int> Returning, DateTimeOffset At) : SessionEvent;

    /// <summary>The body's book has an item's matter in its queue again, or would not take it.</summary>
    public sealed record ItemReturned(int Item, string? RefusedWith, DateTimeOffset At) : SessionEvent;

    /// <summary>The minutes were not circulated in time.</summary>
    public sealed record MinutesOverdue(DateTimeOffset Due, DateTimeOffset Noticed) : SessionEvent;

    /// <summary>The minutes were circulated.</summary>
    public sealed record MinutesCirculated(int Version, ValueList<MinutesParagraph> Paragraphs, DateTimeOffset ApproveAt, DateTimeOffset At) : SessionEvent;

    /// <summary>Somebody objected to the minutes.</summary>
    public sealed record MinutesObjected(MinutesObjection Objection) : SessionEvent;

    /// <summary>The minutes were approved: at a later session, or because nobody objected in time.</summary>
    /// <param name="In">At which session; null if nobody objected in time.</param>
    /// <param name="Due">The end of that time, or when the session approved them.</param>
    /// <param name="Noticed">When it was acted upon.</param>
    public sealed record MinutesApproved(SessionId? In, DateTimeOffset Due, DateTimeOffset Noticed) : SessionEvent;
}
