using System.Diagnostics;
using static Nsdd311.Sessions.SessionCommand;

namespace Nsdd311.Sessions;

/// <summary>Who may do what with a session (8-charter, annex B). Looked at before the state, so that a stranger learns nothing of it.</summary>
internal static class SessionEntitlement
{
    private static readonly ValueList<string> DeskSeats = ["action-officer", "ig-member", "ig-alternate", "sig-member", "sig-alternate"];

    /// <summary>The refusal that the acting seat earns for this command; null if it may.</summary>
    public static Refusal? Missing(Session session, SessionCommand command, Actor actor) => command switch
    {
        EndMatter end => actor is Actor.Entity { Id.Key: var key } && key == end.Matter.ToString() ? null : new NotEntitled("taking an ended matter off", ["the matter itself"]),
        Open or RecordAnswer => actor is Actor.Entity ? null : new NotEntitled("opening and settling", ["the engine"]),
        CheckDeadline => actor is Actor.Person ? new NotEntitled("ringing the alarm", ["the engine"]) : null,
        PutOnAgenda => actor is Actor.Entity ? null : Secretary(actor, "keeping the agenda"),
        WithdrawItem => actor.Seated is { } seat && session.IsChairs(seat) ? null : Secretary(actor, "keeping the agenda"),
        CallOff => Secretary(actor, "calling a session off"),
        CirculateMinutes => Secretary(actor, "circulating the minutes"),
        NameActingChair => actor.Seated == session.Chair ? null : new NotChair([session.Chair.ToString()]),
        GiveLeave or Convene or DecideItem or DeferItem or Adjourn or ApproveMinutes => Chair(session, actor),
        BringPaper => actor.Seated is { Agency: not null } ? null : new NotEntitled("bringing a paper", DeskSeats),
        Arrive arrive => Attending(session, arrive.Seat, arrive.Person, actor),
        Depart depart => Attending(session, depart.Seat, depart.Person, actor),
        ObjectToMinutes => actor.Seated is { } seat && session.IsAtTheTable(seat) ? null : new NotAtTheTable(actor.ToString()!),
        _ => throw new UnreachableException($"Nobody may {command}."),
    };

    private static Refusal? Secretary(Actor actor, string act) =>
        actor.Seated is { Kind: SeatKind.ExecutiveSecretary } ? null : new NotEntitled(act, ["executive-secretary"]);

    private static NotChair? Chair(Session session, Actor actor) =>
        actor.Seated is { } seat && session.IsChairs(seat)
            ? null
            : new NotChair(session.ActingChair is { } acting ? [session.Chair.ToString(), acting.ToString()] : [session.Chair.ToString()]);

    /// <summary>Everybody enters his own coming and going; the executive secretary that of anybody at the table.</summary>
    private static Refusal? Attending(Session session, Seat seat, PersonId person, Actor actor)
    {
        if (!session.IsAtTheTable(seat)) return new NotAtTheTable(seat.ToString());

        var isOwn = actor is Actor.Person own && own.Seat == seat && own.Id == person;
        return isOwn ? null : Secretary(actor, "entering the attendance of others");
    }
}
