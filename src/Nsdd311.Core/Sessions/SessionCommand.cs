using Nsdd311.Marking;

namespace Nsdd311.Sessions;

/// <summary>What a person, another entity or the clock may ask of a session.</summary>
public abstract record SessionCommand
{
    private SessionCommand() { }

    /// <summary>The body's book opens the session that it has numbered, with the matters that waited for it.</summary>
    public sealed record Open(SessionId Id, DateTimeOffset At, MarkedText Place, DateTimeOffset PapersDue, DateTimeOffset AgendaCloses, ValueList<AgendaSubject> Subjects)
        : SessionCommand;

    /// <summary>The executive secretary, or the body's book, puts a matter, or in the SIG a motion, on the agenda.</summary>
    public sealed record PutOnAgenda(AgendaSubject Subject) : SessionCommand;

    /// <summary>The executive secretary takes an item off the agenda; in session the chair does.</summary>
    public sealed record WithdrawItem(int Item, MarkedText Reason) : SessionCommand;

    /// <summary>A matter that stands on the agenda has ended: nothing is left to take up.</summary>
    /// <param name="Matter">Which.</param>
    /// <param name="Status">How it ended: <c>withdrawn</c>, <c>lapsed</c>.</param>
    public sealed record EndMatter(ProposalId Matter, string Status) : SessionCommand;

    /// <summary>The executive secretary calls the session off before it meets.</summary>
    public sealed record CallOff(MarkedText Reason) : SessionCommand;

    /// <summary>The chair names who chairs in the chair's absence, by the seat in which that person sits at the table.</summary>
    public sealed record NameActingChair(Seat Seat) : SessionCommand;

    /// <summary>The chair gives leave for one late paper of an agency.</summary>
    public sealed record GiveLeave(AgencyId Agency, MarkedText Reason) : SessionCommand;

    /// <summary>An agency brings a paper for an item.</summary>
    public sealed record BringPaper(int Item, MarkedText Title, ValueList<MarkedText> Paragraphs) : SessionCommand;

    /// <summary>Somebody comes in. Members enter themselves; the executive secretary enters anybody.</summary>
    public sealed record Arrive(Seat Seat, PersonId Person) : SessionCommand;

    /// <summary>Somebody leaves.</summary>
    public sealed record Depart(Seat Seat, PersonId Person) : SessionCommand;

    /// <summary>The chair, or the acting chair, convenes the session, or convenes it again after it was suspended.</summary>
    public sealed record Convene : SessionCommand;

    /// <summary>The chair decides an item.</summary>
    public sealed record DecideItem(int Item, BodyRuling Ruling) : SessionCommand;

    /// <summary>The chair puts an item off.</summary>
    public sealed record DeferItem(int Item, MarkedText Reason) : SessionCommand;

    /// <summary>The chair adjourns.</summary>
    public sealed record Adjourn : SessionCommand;

    /// <summary>The executive secretary circulates the minutes: what was recorded, and remarks of the secretary's own.</summary>
    public sealed record CirculateMinutes(ValueList<MarkedText> Remarks) : SessionCommand;

    /// <summary>A member, an alternate or the chair objects to the minutes.</summary>
    public sealed record ObjectToMinutes(MarkedText Text) : SessionCommand;

    /// <summary>The chair has the minutes approved at a later session of the body.</summary>
    /// <param name="In">At which.</param>
    /// <param name="IsSitting">Whether that session is convened, as its record shows now.</param>
    public sealed record ApproveMinutes(SessionId In, bool IsSitting) : SessionCommand;

    /// <summary>The engine brings the answer to something owed.</summary>
    public sealed record RecordAnswer(string ObligationId, SessionAnswer With) : SessionCommand;

    /// <summary>Sent by the engine when an instant has come. Harmless when early, late or repeated.</summary>
    public sealed record CheckDeadline : SessionCommand;
}

/// <summary>How an obligation of a session was answered.</summary>
public abstract record SessionAnswer
{
    private SessionAnswer() { }

    /// <summary>The matter took the decision.</summary>
    /// <param name="Positions">Where each agency stood.</param>
    public sealed record Taken(ValueList<VoicedPosition> Positions) : SessionAnswer;

    /// <summary>The book has the matter in its queue again.</summary>
    public sealed record Queued : SessionAnswer;

    /// <summary>The matter knows that it stands on the agenda.</summary>
    public sealed record Known : SessionAnswer;

    /// <summary>Refused for good.</summary>
    public sealed record Refused(string Code, string Because) : SessionAnswer;
}
