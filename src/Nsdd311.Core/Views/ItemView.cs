using Nsdd311.Access;
using Nsdd311.Marking;
using Nsdd311.Sessions;

namespace Nsdd311.Views;

/// <summary>An item of the agenda as the reader sees it.</summary>
/// <param name="Number">In the session.</param>
/// <param name="Matter">Which matter; null if the item is a motion.</param>
/// <param name="Motion">Which motion; null if the item is a matter.</param>
/// <param name="LogNumber">Its log number.</param>
/// <param name="ShortTitle">Its unclassified short title.</param>
/// <param name="Status">open, awaited, decided, deferred or withdrawn.</param>
/// <param name="Returns">Whether it goes back to its queue.</param>
/// <param name="Refused">What the matter said to the last decision, while the item is open.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Reason">Why it was put off or taken off.</param>
public sealed record ItemView(
    int Number, ProposalId? Matter, AgendaMotion? Motion, LogNumber? LogNumber, string? ShortTitle, string Status, bool Returns, MatterRefusal? Refused, ItemDecisionView? Decision, MarkedText? Reason)
{
    /// <summary>The item without the texts that the reader may not read.</summary>
    public static ItemView Of(AgendaItem item, Sight sight) => new(
        item.Number, item.Matter?.Id, item.Subject as AgendaMotion, item.Matter?.Number, item.Matter?.ShortTitle, StatusOf(item.Status), item.Return is not Errand.None,
        (item.Status as ItemStatus.Open)?.Refused, ItemDecisionView.Of(item.Status, sight), sight.See(ReasonOf(item.Status)));

    private static string StatusOf(ItemStatus status) => status switch
    {
        ItemStatus.Open => "open",
        ItemStatus.Asked => "awaited",
        ItemStatus.Decided => "decided",
        ItemStatus.Deferred => "deferred",
        _ => "withdrawn",
    };

    private static MarkedText? ReasonOf(ItemStatus status) => (status as ItemStatus.Deferred)?.Reason ?? (status as ItemStatus.Withdrawn)?.Reason;
}

/// <summary>What was decided of an item, by whom, and where each agency stood.</summary>
public sealed record ItemDecisionView(
    string Ruling, PersonId By, Seat Seat, DateTimeOffset At, ValueList<AgencyId> Present, ValueList<MarkedText> Texts, ValueList<VoicedView> Positions)
{
    /// <summary>The decision; null for an item without one.</summary>
    public static ItemDecisionView? Of(ItemStatus status, Sight sight) => status switch
    {
        ItemStatus.Asked asked => Of(asked.Ruling, asked.By, [], sight),
        ItemStatus.Decided decided => Of(decided.Ruling, decided.By, decided.Positions, sight),
        _ => null,
    };

    private static ItemDecisionView Of(BodyRuling ruling, DecidedBy by, ValueList<VoicedPosition> positions, Sight sight) => new(
        ruling.GetType().Name.ToLowerInvariant(), by.Person, by.Seat, by.At, by.Present, sight.See(MinutesDraft.TextsOf(ruling)),
        positions.Select(position => new VoicedView(position.Agency, position.Stand is { } stand ? PositionView.NameOf(stand) : "silent", sight.See(position.Dissent))).ToValueList());
}

/// <summary>Where an agency stood, with its dissent if the reader may read it.</summary>
public sealed record VoicedView(AgencyId Agency, string Position, MarkedText? Dissent);
