using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Sessions;

namespace Nsdd311.Views;

/// <summary>The minutes of a session as one reader sees them: the draft, or as circulated.</summary>
/// <param name="Session">Of which session.</param>
/// <param name="Status">draft, circulated or approved.</param>
/// <param name="Version">Of the circulation; null for a draft.</param>
/// <param name="Overall">The marking of the whole, rolled up from all portions.</param>
/// <param name="Shown">The marking of what this reader is shown.</param>
/// <param name="Paragraphs">What they say.</param>
/// <param name="CirculatedAt">When; null for a draft.</param>
/// <param name="ApproveAt">When they are approved unless somebody objects.</param>
/// <param name="Objections">What was objected to this version.</param>
/// <param name="ApprovedIn">The session that approved them; null if nobody objected in time.</param>
/// <param name="ApprovedAt">When they were approved.</param>
public sealed record MinutesView(
    SessionId Session, string Status, int? Version, string Overall, string Shown, ValueList<MinutesParagraph> Paragraphs, DateTimeOffset? CirculatedAt,
    DateTimeOffset? ApproveAt, ValueList<MinutesObjection> Objections, SessionId? ApprovedIn, DateTimeOffset? ApprovedAt)
{
    /// <summary>The minutes; null before the session is adjourned.</summary>
    public static MinutesView? Of(SessionState state, SessionSight sight, Charter charter)
    {
        if (state is not SessionState.Over over) return null;

        var (minutes, approved) = ((over as SessionState.Circulated)?.Minutes ?? (over as SessionState.Approved)?.Minutes, over as SessionState.Approved);
        var known = (minutes?.Paragraphs ?? MinutesDraft.Of(over, charter)).Keep(paragraph => paragraph.Item is not { } item || sight.Of(over.Session.Item(item)!) is not null);
        var shown = known.Keep(paragraph => (paragraph.Item is { } item ? sight.Of(over.Session.Item(item)!)! : sight.Session).Reads(paragraph.Text.Mark));
        return new(
            over.Session.Id, approved is not null ? "approved" : minutes is null ? "draft" : "circulated", minutes?.Version,
            BannerOf(known, charter), BannerOf(shown, charter), shown, minutes?.CirculatedAt, minutes?.ApproveAt,
            (minutes?.Objections ?? []).Keep(objection => sight.Session.Reads(objection.Text.Mark)), approved?.In, approved?.ApprovedAt);
    }

    private static string BannerOf(ValueList<MinutesParagraph> paragraphs, Charter charter) =>
        Banner.Of(charter.Marking, paragraphs.Select(paragraph => paragraph.Text.Mark));
}
