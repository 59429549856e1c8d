namespace Nsdd311.Runtime.Journal;

/// <summary>A batch whose appends are stored one after the other, so that each knows what became of those before it.</summary>
/// <param name="batch">In the order in which it was decided.</param>
public sealed class InOrder(IReadOnlyList<Append> batch)
{
    private readonly AppendOutcome[] outcomes = new AppendOutcome[batch.Count];
    private readonly HashSet<Append> lost = [];

    /// <summary>What became of each append so far; the rest is to be ignored.</summary>
    public IReadOnlyList<AppendOutcome> Outcomes => outcomes;

    /// <summary>Stores each append unless what it leans on has lost.</summary>
    public IReadOnlyList<AppendOutcome> Store(Func<Append, AppendOutcome> store)
    {
        for (var i = 0; i < batch.Count; i++) Became(i, MayStore(i) ? store(batch[i]) : AppendOutcome.Lost);
        return outcomes;
    }

    /// <summary>Whether nothing that the append leans on has lost.</summary>
    public bool MayStore(int place) => batch[place].LeansOn is not { } other || !lost.Contains(other);

    /// <summary>What became of an append.</summary>
    public void Became(int place, AppendOutcome outcome)
    {
        outcomes[place] = outcome;
        if (outcome is AppendOutcome.Lost) lost.Add(batch[place]);
    }
}
