using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Proposals;

namespace Nsdd311.Views;

/// <summary>What a matter leaves in the lists: its row in the docket, and the alerts that new facts raise.</summary>
public static class MatterRows
{
    /// <summary>What one event leaves: the row if the event changed it, and its alerts.</summary>
    /// <param name="entity">The matter.</param>
    /// <param name="before">The state before the event.</param>
    /// <param name="event">The event.</param>
    /// <param name="after">The state after it.</param>
    /// <param name="charter">The charter that it was decided under.</param>
    /// <param name="at">When it was decided.</param>
    public static ReadRows Of(EntityId entity, ProposalState before, ProposalEvent @event, ProposalState after, Charter charter, DateTimeOffset at)
    {
        var alerts = MatterAlerts.Of(@event, after, at);
        if (ShowTheSame(before, after)) return alerts.Count == 0 ? ReadRows.None : new(null, alerts, []);

        if (Row(after, charter) is not { } row) return ReadRows.None;

        // Another status is another row, whatever else stands in it.
        var isAnother = row.Status != StateNames.Of(before) || row != Row(before, charter);
        return new(isAnother ? row : null, alerts, []);
    }

    /// <summary>Whether two states have the same row, without making it: most events of a matter are positions, and of a round no list shows more than this.</summary>
    private static bool ShowTheSame(ProposalState before, ProposalState after) =>
        (before, after) is (ProposalState.InVetting { Round: var one } was, ProposalState.InVetting { Round: var other } now)
        && ReferenceEquals(was.Matter, now.Matter) && one.Stage == other.Stage && one.Phase == other.Phase && one.Agencies == other.Agencies;

    /// <summary>The matter's row in the docket; null for one that does not exist.</summary>
    public static MatterRow? Row(ProposalState state, Charter charter)
    {
        if (MatterFacts.DossierOf(state) is not { } dossier) return null;

        var matter = (state as ProposalState.Lodged)?.Matter;
        return new(
            dossier.Id, StateNames.Of(state), MatterFacts.StageOf(state), MatterFacts.BodyOf(state), dossier.Paper.Category,
            charter.Find(dossier.Paper.Category)?.Kind ?? MatterKind.ExchangeActivity, dossier.Paper.Pair, dossier.Agency,
            dossier.Paper.Goals.Map(static claim => claim.Goal).Distinct(), matter?.Number, dossier.Paper.ShortTitle,
            matter?.SubmittedAt, MatterFacts.DueOf(state), (state as ProposalState.Executed)?.ReportDue, MatterAudiences.Of(state))
        {
            Filed = FilingKey.AllOf(state, dossier.Paper), Cites = matter?.Paper.Cites,
        };
    }
}
