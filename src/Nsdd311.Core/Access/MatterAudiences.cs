using Nsdd311.Proposals;

namespace Nsdd311.Access;

/// <summary>To whom a matter is distributed by its state (8-charter, annexes A and B).</summary>
/// <remarks>
/// A draft is its own agency's, and the IG chair's once leave is asked. Submission distributes it to the IG's table: the desks of the round's
/// agencies, the chairs, the executive secretary. From the moment it is before the SIG it is the SIG's as well, for good.
/// </remarks>
public static class MatterAudiences
{
    private static readonly ValueList<string> Chairs = [Audience.Seat(new(SeatKind.IgChair)), Audience.Seat(new(SeatKind.ActingChair))];
    private static readonly string Secretary = Audience.Seat(new(SeatKind.ExecutiveSecretary));
    private static readonly string SigChair = Audience.Seat(new(SeatKind.SigChair));
    private static readonly Memo<Table, ValueList<string>> Distributions = new(1000, Distribute);

    /// <summary>The audiences of a matter in this state; none for one that does not exist.</summary>
    public static ValueList<string> Of(ProposalState state) => state switch
    {
        ProposalState.Draft draft => OfDraft(draft),
        ProposalState.Discarded discarded => [Audience.Desk(discarded.Dossier.Agency)],
        ProposalState.LapsedDraft lapsed => [Audience.Desk(lapsed.Dossier.Agency)],
        ProposalState.Lodged lodged => Distributions.Of(new(AgenciesOf(lodged), lodged.Matter.Agency, lodged.Matter.Raised.Count > 0)),
        _ => [],
    };

    /// <summary>The agencies at the table of the matter's last round; before one, its own.</summary>
    public static ValueList<AgencyId> AgenciesOf(ProposalState.Lodged lodged) => lodged switch
    {
        ProposalState.InVetting vetting => vetting.Round.Agencies,
        { Matter.Past: { Count: > 0 } past } => past[past.Count - 1].Agencies,
        _ => [lodged.Matter.Agency],
    };

    private static ValueList<string> OfDraft(ProposalState.Draft draft)
    {
        ValueList<string> own = [Audience.Desk(draft.Dossier.Agency)];

        return draft.Asked.Count == 0 && draft.Dossier.Leaves.Count == 0 ? own : own.AddRange(Chairs);
    }

    private static ValueList<string> Distribute(Table table)
    {
        var toTheIg = table.Agencies.Add(table.Proponent).Distinct().Map(Audience.Desk).AddRange(Chairs).Add(Secretary);
        return table.IsRaised ? toTheIg.AddRange(table.Agencies.SelectMany(AtTheSig).Append(SigChair)) : toTheIg;
    }

    private static IEnumerable<string> AtTheSig(AgencyId agency) =>
        [Audience.Seat(new(SeatKind.SigMember, agency)), Audience.Seat(new(SeatKind.SigAlternate, agency))];

    /// <summary>What the audiences of a submitted matter follow from. There are few different ones, and every request asks for its matter's.</summary>
    private readonly record struct Table(ValueList<AgencyId> Agencies, AgencyId Proponent, bool IsRaised);
}
