using Nsdd311.Access;
using Nsdd311.Sessions;

namespace Nsdd311.Views;

/// <summary>What one reader may learn of a session's facts: of an item as much as of its matter, and nothing of a matter that the reader may not know of.</summary>
public static class SessionFacts
{
    /// <summary>The fact without what the reader may not know of, and the sight through which its texts are read; null if nothing is left.</summary>
    /// <param name="event">As recorded.</param>
    /// <param name="session">The session, in which each item is.</param>
    /// <param name="sight">The reader's.</param>
    public static (SessionEvent Fact, Sight Sight)? Of(SessionEvent @event, Session session, SessionSight sight) => @event switch
    {
        SessionEvent.Scheduled e => (Known(e, sight), sight.Session),
        SessionEvent.MinutesCirculated e => (Known(e, session, sight), sight.Session),
        _ when ItemOf(@event) is not { } item => (@event, sight.Session),
        _ => sight.Of(session.Item(ItemOf(@event)!.Value)!) is { } own ? (@event, own) : null,
    };

    private static SessionEvent.Scheduled Known(SessionEvent.Scheduled e, SessionSight sight) =>
        e with { Subjects = e.Subjects.Keep(subject => sight.Of(subject) is not null) };

    private static SessionEvent.MinutesCirculated Known(SessionEvent.MinutesCirculated e, Session session, SessionSight sight) => e with
    {
        Paragraphs = e.Paragraphs.Keep(paragraph => paragraph.Item is not { } item || sight.Of(session.Item(item)!) is { } own && own.Reads(paragraph.Text.Mark)),
    };

    private static int? ItemOf(SessionEvent @event) => @event switch
    {
        SessionEvent.ItemAdded e => e.Item,
        SessionEvent.ItemWithdrawn e => e.Item,
        SessionEvent.MatterTold e => e.Item,
        SessionEvent.PaperBrought e => e.Paper.Item,
        SessionEvent.ItemRuled e => e.Item,
        SessionEvent.ItemDecided e => e.Item,
        SessionEvent.ItemRefused e => e.Item,
        SessionEvent.ItemDeferred e => e.Item,
        SessionEvent.ItemReturned e => e.Item,
        _ => null,
    };
}
