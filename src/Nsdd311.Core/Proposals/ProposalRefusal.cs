namespace Nsdd311.Proposals;

/// <summary>A refusal that names a field or a rule of form (422).</summary>
public abstract record FormRefusal(string Code, string Because) : Refusal(Code, Because)
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}

/// <summary>There is no such matter for this reader.</summary>
public sealed record MatterAbsent() : Refusal("proposal.absent", "There is no such matter.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Absent;
}

/// <summary>The identity is taken by another text.</summary>
public sealed record MatterExists() : Refusal("proposal.exists", "This matter exists already; revise it instead.");

/// <summary>The matter has ended; it can be read for ever.</summary>
/// <param name="State">Its end.</param>
public sealed record MatterEnded(string State) : Refusal("proposal.ended", $"The matter has ended: {State}. Nothing more can be done with it.");

/// <summary>A draft is not before anybody.</summary>
public sealed record NotSubmitted() : Refusal("proposal.not-submitted", "This matter is a draft; submit it first.");

/// <summary>The act does not fit where the matter stands.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Act">What was tried.</param>
public sealed record WrongState(string State, string Act) : Refusal("proposal.wrong-state", $"A matter that is {State} does not allow this: {Act}.");

/// <summary>The IG's round is over.</summary>
/// <param name="State">Where the matter stands.</param>
public sealed record RoundClosed(string State) : Refusal("round.closed", $"The round at the IG is over; the matter is {State}.");

/// <summary>A member or alternate takes the agency's position; an action officer prepares it.</summary>
public sealed record NotYourSeat() : Refusal("position.not-your-seat", "The member or alternate of the agency in the body that has the matter takes its position; prepare it and hand it over.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Seat;
}

/// <summary>The agency is none of the round's.</summary>
public sealed record NotAwaited(AgencyId Agency) : Refusal("position.not-awaited", $"{Agency} has no position in this round.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Seat;
}

/// <summary>A nonconcurrence names its objection.</summary>
public sealed record ObjectionMissing() : FormRefusal("position.objection-missing", "Say what the objection is.");

/// <summary>A nonconcurrence names what would cure it.</summary>
public sealed record CureMissing() : FormRefusal("position.cure-missing", "Say what would cure the objection.");

/// <summary>A concurrence with comment has one.</summary>
public sealed record CommentMissing() : FormRefusal("position.comment-missing", "Add the comment, or concur without one.");

/// <summary>Only a concurrence with comment carries comments.</summary>
public sealed record CommentUnexpected() : FormRefusal("position.comment-unexpected", "Comments go with a concurrence with comment; put a nonconcurrence's reasons into its objection.");

/// <summary>There is no position that waits to be confirmed.</summary>
public sealed record NothingToConfirm(AgencyId Agency) : Refusal("position.nothing-to-confirm", $"{Agency} has no position that waits to be confirmed; take one instead.");

/// <summary>The procedure of silence has expired.</summary>
/// <param name="At">When.</param>
public sealed record SilenceIsOver(DateTimeOffset At) : Refusal("silence.expired", $"The procedure of silence expired at {At:yyyy-MM-dd HH:mm zzz}; ask the chair to return the matter.");

/// <summary>There is no such comment.</summary>
public sealed record CommentUnknown(int Comment) : Refusal("comment.unknown", $"The round has no comment {Comment}.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Absent;
}

/// <summary>A comment is its author's.</summary>
public sealed record CommentOfAnother(int Comment, AgencyId Agency) : Refusal("comment.other-agency", $"Comment {Comment} is {Agency}'s to accept or keep up.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Seat;
}

/// <summary>There is nothing to accept yet.</summary>
public sealed record DispositionMissing(int Comment) : Refusal("comment.no-disposition", $"The proponent has not proposed a disposition of comment {Comment}.");

/// <summary>The day of an interim reply's full answer lies ahead.</summary>
public sealed record InterimDayPast(DateOnly Day) : FormRefusal("interim.day-past", $"{Day:yyyy-MM-dd} is over; name a day ahead.");

/// <summary>One agency alone lifts the objection that something is a negotiation.</summary>
public sealed record NotYoursToLift(ValueList<AgencyId> Agencies) : Refusal("negotiation.not-yours-to-lift", $"Only {string.Join(" or ", Agencies)} lifts this objection.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Seat;
}

/// <summary>Nobody objects that this is a negotiation.</summary>
public sealed record NoSuchObjection() : Refusal("negotiation.none", "Nobody objects that this is a negotiation.");

/// <summary>The act needs the chair's leave.</summary>
/// <param name="Leave">Which.</param>
public sealed record LeaveMissing(LeaveKind Leave) : Refusal("proposal.leave-missing", "The chair has not given leave; ask for it with the reason.");

/// <summary>A suspense lies ahead.</summary>
public sealed record SuspensePast(DateTimeOffset Suspense) : FormRefusal("leave.suspense-past", $"{Suspense:yyyy-MM-dd HH:mm zzz} is over; name an instant ahead.");

/// <summary>There is no such condition.</summary>
public sealed record ConditionUnknown(int Condition) : Refusal("condition.unknown", $"The matter has no condition {Condition}.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Absent;
}

/// <summary>The condition is met already.</summary>
public sealed record ConditionIsMet(int Condition) : Refusal("condition.already-met", $"Condition {Condition} is confirmed as met already.");

/// <summary>What has not happened yet is no outcome.</summary>
public sealed record OutcomeInFuture(DateOnly LastDay) : Refusal("outcome.in-future", $"The last day, {LastDay:yyyy-MM-dd}, is still ahead; record the outcome when it is over.");

/// <summary>First and last day are the wrong way round.</summary>
public sealed record OutcomeReversed() : FormRefusal("outcome.days-reversed", "The last day is before the first; correct the days.");

/// <summary>Figures that no contact has; the ledger would not take them.</summary>
public sealed record OutcomeFigures() : FormRefusal("outcome.units-invalid", "Give each figure from 0 to 10,000; leave out what is not known.");

/// <summary>The category does not know this ground.</summary>
public sealed record GroundUnknown(string Ground, ValueList<string> Grounds)
    : FormRefusal("outcome.ground-unknown", $"'{Ground}' is no ground of this category; its grounds are: {(Grounds.Count == 0 ? "none" : string.Join(", ", Grounds))}.");

/// <summary>The visitor chooses only where the cause is not the visitor's own.</summary>
public sealed record ChoiceNotOpen() : Refusal("outcome.choice-not-open", "The visitor broke it off, so it counts; there is no choice.");
