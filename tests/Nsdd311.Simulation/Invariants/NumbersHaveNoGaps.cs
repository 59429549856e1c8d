using Nsdd311.LogBook;
using Nsdd311.Proposals;

namespace Nsdd311.Simulation.Invariants;

/// <summary>The log numbers of a year are 1, 2, 3 …, each of another matter, and each matter bears the one that the book gave it.</summary>
internal sealed class NumbersHaveNoGaps : Invariant
{
    private readonly Dictionary<int, int> last = [];
    private readonly Dictionary<ProposalId, LogNumber> given = [];

    public override IEnumerable<string> See(Fact fact, Witness witness)
    {
        if (fact.Event is LogBookEvent.Assigned assigned)
        {
            var number = assigned.Number;
            if (number.Serial != last.GetValueOrDefault(number.Year) + 1) yield return $"{number} follows serial {last.GetValueOrDefault(number.Year)}";
            if (number.Year.ToString("D4") != fact.Entity.Key) yield return $"{number} stands in the book of another year";
            if (!given.TryAdd(assigned.Matter, number)) yield return $"{assigned.Matter} has {given[assigned.Matter]} already and was given {number}";
            last[number.Year] = number.Serial;
        }

        if (fact.Event is ProposalEvent.Numbered numbered && given.GetValueOrDefault(ProposalId.Parse(fact.Entity.Key)) != numbered.Number)
            yield return $"it bears {numbered.Number}, which the book did not give it";
    }

    public override IEnumerable<string> AtRest(Witness witness, DateTimeOffset now) =>
        from chain in witness.Of(EntityKinds.Proposal)
        where chain.State is ProposalState.Lodged { Matter: { Number: null, Owing.Count: 0 } }
        select $"{chain.Entity} has no number and is owed none";
}
