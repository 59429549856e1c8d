using Nsdd311.Proposals;
using static Nsdd311.Proposals.ProposalEvent;

namespace Nsdd311.Simulation.Invariants;

/// <summary>Counted by the events alone: a matter has one open round or none, rounds are numbered on, and after its end it only settles what it owes.</summary>
internal sealed class OneRoundAtMost : Invariant
{
    private readonly Dictionary<EntityId, Life> lives = [];

    public override IEnumerable<string> See(Fact fact, Witness witness)
    {
        if (fact.Event is not ProposalEvent @event) yield break;

        if (!lives.TryGetValue(fact.Entity, out var life)) lives[fact.Entity] = life = new();
        if (life.HasEnded && @event is not (Numbered or LedgerAnswered or QueuedForSession or OffAgenda)) yield return "something happened after the end";

        var opening = @event switch { Submitted e => e.Round, Resubmitted e => e.Round, StageHandedIn e => e.Round, Changed e => e.Round, _ => null };
        if (opening is not null)
        {
            if (life.IsOpen) yield return $"round {opening.Number} was opened while round {life.Rounds} was open";
            if (opening.Number <= life.Rounds) yield return $"round {opening.Number} comes after round {life.Rounds}";
            (life.IsOpen, life.Rounds) = (true, opening.Number);
        }

        if (@event is SilenceBroken) life.Rounds++;
        if (@event is Ruled or Escalated or Forwarded && !life.IsOpen) yield return "a round was decided that was not open";
        if (@event is Ruled or Escalated or Forwarded or Withdrawn or Lapsed or OutcomeRecorded) life.IsOpen = false;
        if (life.IsOpen != fact.After is ProposalState.InVetting) yield return $"by its events the round is {(life.IsOpen ? "open" : "closed")}, by its state not";
        life.HasEnded |= fact.After is ProposalState.Closed or ProposalState.Discarded or ProposalState.LapsedDraft or ProposalState.Disapproved { Matter.WasCleared: false }
            or ProposalState.Withdrawn { Matter.WasCleared: false } or ProposalState.Lapsed { Matter.WasCleared: false };
    }

    private sealed class Life
    {
        public bool IsOpen { get; set; }

        public int Rounds { get; set; }

        public bool HasEnded { get; set; }
    }
}
