using Nsdd311.Runtime.Journal;

namespace Nsdd311.Simulation.Invariants;

/// <summary>Rows follow one another by number and hash, and an entity's clock never goes back.</summary>
internal sealed class ChainsHold : Invariant
{
    private readonly Dictionary<EntityId, (long Sequence, ChainHash Hash, DateTimeOffset At)> heads = [];

    public override IEnumerable<string> See(Fact fact, Witness witness)
    {
        var row = fact.Row;
        var (sequence, hash, at) = heads.GetValueOrDefault(row.Entity, (0, ChainHash.Root(row.Entity), DateTimeOffset.MinValue));
        heads[row.Entity] = (row.Sequence, row.Hash, row.At);
        if (row.Sequence != sequence + 1) yield return $"it follows row {sequence}";
        if (row.PreviousHash != hash) yield return "it does not follow the row before it";
        if (ChainHash.Of(row) != row.Hash) yield return "its hash is not its own";
        if (row.At < at) yield return $"the clock went back from {at:O} to {row.At:O}";
    }
}

/// <summary>The rows of a command stand together and stand once.</summary>
internal sealed class CommandsHappenOnce : Invariant
{
    private readonly Dictionary<(EntityId Entity, CommandId Command), JournalRow> last = [];

    public override IEnumerable<string> See(Fact fact, Witness witness)
    {
        var row = fact.Row;
        var before = last.GetValueOrDefault((row.Entity, row.Command));
        last[(row.Entity, row.Command)] = row;
        if (before is null ? row.Number != 0 : row.Sequence != before.Sequence + 1 || row.Number != before.Number + 1 || row.Digest != before.Digest)
            yield return $"command {row.Command} was recorded before, up to row {before?.Sequence}";
    }
}
