using Nsdd311.Proposals;
using Nsdd311.Reciprocity;

namespace Nsdd311.Simulation.Invariants;

/// <summary>When nobody owes anything, a matter and the ledger of its pair say the same of its hold.</summary>
internal sealed class MattersAndLedgersAgree : Invariant
{
    public override IEnumerable<string> See(Fact fact, Witness witness) => [];

    public override IEnumerable<string> AtRest(Witness witness, DateTimeOffset now)
    {
        if (witness.Chains.Any(chain => chain.Kind.Owed(chain.State).Count > 0)) return [];

        return from chain in witness.Of(EntityKinds.Proposal)
               where chain.State is ProposalState.Lodged { Matter.Paper.Pair: not null }
               let matter = ((ProposalState.Lodged)chain.State).Matter
               let ledger = (PairState)witness.Chain(EntityId.Of(matter.Paper.Pair!.Value)).State
               where !Agree(matter, ledger)
               select $"{chain.Entity} says {matter.Hold}; its ledger holds {ledger.HoldOf(matter.Entry)}, waits with {ledger.WaitingOf(matter.Entry)}, entered {ledger.Contact(matter.Entry)}";
    }

    private static bool Agree(Matter matter, PairState ledger)
    {
        var (hold, line, contact) = (ledger.HoldOf(matter.Entry), ledger.WaitingOf(matter.Entry), ledger.Contact(matter.Entry));
        return matter.Hold switch
        {
            HoldStatus.Held held => hold == held.Request && line is null && contact is null,
            HoldStatus.Waiting waiting => line == waiting.Request && contact is null,
            HoldStatus.Released => hold is null && line is null && contact is null && ledger.Released.Contains(matter.Entry),
            HoldStatus.Committed => hold is null && line is null && contact is not null,
            HoldStatus.None => hold is null && line is null && contact is null,
            _ => false,
        };
    }
}
