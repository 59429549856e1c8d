using System.Diagnostics;
using Nsdd311.Sessions;

namespace Nsdd311.Views;

/// <summary>The journal of a session in words. The sentences carry facts only; classified texts stay in the data, shown as access allows.</summary>
public static class SessionWords
{
    /// <summary>One sentence for one fact; unclassified.</summary>
    public static string Of(SessionEvent @event) => OfPreparation(@event) ?? OfMeeting(@event) ?? OfItem(@event) ?? OfMinutes(@event)
        ?? throw new UnreachableException($"{@event} has no words.");

    private static string? OfPreparation(SessionEvent @event) => @event switch
    {
        SessionEvent.Scheduled e => $"It was scheduled for {Words.At(e.At)}, with {e.Subjects.Count} item(s); papers due {Words.At(e.PapersDue)}, agenda closed {Words.At(e.AgendaCloses)}.",
        SessionEvent.CalledOff => "It was called off; its items return to their queue.",
        SessionEvent.ActingChairNamed e => $"{e.Seat} was named acting chair.",
        SessionEvent.LeaveGiven e => $"The chair gave {e.Leave.Agency} leave for a late paper.",
        SessionEvent.PaperBrought e => $"{e.Paper.Agency} brought paper {e.Paper.Number} for item {e.Paper.Item}{(e.Paper.IsLate ? ", late, with the chair's leave" : "")}.",
        SessionEvent.PapersFellDue e => $"Papers fell due.{Words.Late(e.Due, e.Noticed)}",
        SessionEvent.AgendaClosed e => $"The agenda closed.{Words.Late(e.Due, e.Noticed)}",
        _ => null,
    };

    private static string? OfMeeting(SessionEvent @event) => @event switch
    {
        SessionEvent.Arrived e => $"{e.Person} ({e.Seat}) came in.",
        SessionEvent.Departed e => $"{e.Person} ({e.Seat}) left.",
        SessionEvent.Convened e => $"It was convened; represented: {Words.List(e.Present)}. Minutes due {Words.At(e.MinutesDue)}.",
        SessionEvent.Suspended e => $"It was suspended: quorum or chair were lost; represented: {Words.List(e.Present)}.",
        SessionEvent.Resumed e => $"It was convened again; represented: {Words.List(e.Present)}.",
        SessionEvent.Adjourned e => $"It was adjourned{(e.Returning.Count > 0 ? $"; item(s) {string.Join(", ", e.Returning)} return to their queue" : "")}.",
        _ => null,
    };

    private static string? OfItem(SessionEvent @event) => @event switch
    {
        SessionEvent.ItemAdded e => $"Item {e.Item} was put on the agenda: {e.Subject}.",
        SessionEvent.ItemWithdrawn e => $"Item {e.Item} was taken off the agenda.",
        SessionEvent.MatterTold e => e.RefusedWith is null ? $"The matter of item {e.Item} knows that it stands on the agenda." : $"The matter of item {e.Item} would not hear of the agenda ({e.RefusedWith}).",
        SessionEvent.ItemRuled e => $"Item {e.Item} was decided: {MinutesDraft.WordOf(e.Ruling)}, by {e.By.Person} ({e.By.Seat}); represented: {Words.List(e.By.Present)}.",
        SessionEvent.ItemDecided e => $"The decision of item {e.Item} was taken{Words.Dissenting(e.Positions)}.",
        SessionEvent.ItemRefused e => $"The decision of item {e.Item} was refused ({e.Code}); the item is open again.",
        SessionEvent.ItemDeferred e => $"Item {e.Item} was put off.",
        SessionEvent.ItemReturned e => e.RefusedWith is null ? $"Item {e.Item} is in its body's queue again." : $"The body's book would not take item {e.Item} back ({e.RefusedWith}).",
        _ => null,
    };

    private static string? OfMinutes(SessionEvent @event) => @event switch
    {
        SessionEvent.MinutesOverdue e => $"No minutes were circulated by {Words.At(e.Due)}.{Words.Late(e.Due, e.Noticed)}",
        SessionEvent.MinutesCirculated e => $"Version {e.Version} of the minutes was circulated; approved at {Words.At(e.ApproveAt)} unless somebody objects.",
        SessionEvent.MinutesObjected e => $"{e.Objection.Agency?.ToString() ?? "The chair"} objected to the minutes.",
        SessionEvent.MinutesApproved e => $"The minutes were approved{(e.In is { } later ? $" at {later}" : ", because nobody objected in time")}.{Words.Late(e.Due, e.Noticed)}",
        _ => null,
    };
}
