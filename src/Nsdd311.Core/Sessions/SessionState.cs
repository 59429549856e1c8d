using Nsdd311.Marking;

namespace Nsdd311.Sessions;

/// <summary>Where a session stands (1-domain, section 4). Each case holds only what that stage of its life knows.</summary>
public abstract record SessionState
{
    private SessionState() { }

    /// <summary>There is no such session.</summary>
    public sealed record Absent : SessionState;

    /// <summary>All that was ever scheduled.</summary>
    /// <param name="Session">What is known of it.</param>
    public abstract record Known(Session Session) : SessionState;

    /// <summary>It has its day; the agenda is open.</summary>
    public sealed record Scheduled(Session Session) : Known(Session);

    /// <summary>The agenda is closed; it waits for its chair and for a quorum.</summary>
    public sealed record AgendaClosed(Session Session) : Known(Session);

    /// <summary>Convened: items are decided.</summary>
    public sealed record InSession(Session Session, Sitting Sitting) : Known(Session);

    /// <summary>Quorum or chair were lost; what was decided stands, and nothing is decided.</summary>
    public sealed record Suspended(Session Session, Sitting Sitting) : Known(Session);

    /// <summary>All that was held and is over.</summary>
    /// <param name="Session">What is known of it.</param>
    /// <param name="Sitting">When it was convened.</param>
    /// <param name="AdjournedAt">When it was adjourned.</param>
    public abstract record Over(Session Session, Sitting Sitting, DateTimeOffset AdjournedAt) : Known(Session);

    /// <summary>Adjourned; the minutes are awaited.</summary>
    public sealed record Adjourned(Session Session, Sitting Sitting, DateTimeOffset AdjournedAt) : Over(Session, Sitting, AdjournedAt);

    /// <summary>The minutes are circulated and not yet approved.</summary>
    public sealed record Circulated(Session Session, Sitting Sitting, DateTimeOffset AdjournedAt, Minutes Minutes) : Over(Session, Sitting, AdjournedAt);

    /// <summary>The minutes are approved.</summary>
    /// <param name="Session">What is known of it.</param>
    /// <param name="Sitting">When it was convened.</param>
    /// <param name="AdjournedAt">When it was adjourned.</param>
    /// <param name="Minutes">As approved.</param>
    /// <param name="In">The session that approved them; null if nobody objected in time.</param>
    /// <param name="ApprovedAt">When.</param>
    public sealed record Approved(Session Session, Sitting Sitting, DateTimeOffset AdjournedAt, Minutes Minutes, SessionId? In, DateTimeOffset ApprovedAt)
        : Over(Session, Sitting, AdjournedAt);

    /// <summary>Called off before it met; its number stays used.</summary>
    public sealed record CalledOff(Session Session, MarkedText Reason) : Known(Session);

    /// <summary>What the state is called in answers; public and stable.</summary>
    public static string NameOf(SessionState state) => state switch
    {
        Absent => "absent",
        Scheduled => "scheduled",
        AgendaClosed => "agenda-closed",
        InSession => "in-session",
        Suspended => "suspended",
        Adjourned => "adjourned",
        Circulated => "minutes-circulated",
        Approved => "minutes-approved",
        CalledOff => "called-off",
        _ => throw new System.Diagnostics.UnreachableException($"{state} has no name."),
    };
}
