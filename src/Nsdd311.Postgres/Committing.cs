using Npgsql;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

/// <summary>Finds out which appends of a batch win: as a rule with one statement, one round trip and one flush.</summary>
internal sealed class Committing(WriterConnection writer)
{
    public async Task<IReadOnlyList<AppendOutcome>> Commit(IReadOnlyList<Append> batch)
    {
        var (runs, rest) = Run.Split(batch);
        var isWhole = batch.Count > 1 && batch.Any(append => append.LeansOn is not null);
        if (isWhole && rest.Count > 0) return await OneByOne(batch);

        bool[] won;
        try
        {
            won = await writer.Store(runs, isWhole);
        }
        catch (PostgresException e) when (PostgresFaults.IsOfOneAppend(e) && batch.Count > 1)
        {
            return await OneByOne(batch);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // The command is recorded already, under this append's hash or another's.
            won = [false];
        }

        var there = won.Contains(false) ? await AreThere(runs, won) : [];
        var outcomes = new AppendOutcome[batch.Count];
        for (var i = 0; i < runs.Count; i++)
        {
            if (won[i]) SetAll(outcomes, runs[i].Places, AppendOutcome.Won);
            else if (there.Contains(i)) SetAll(outcomes, runs[i].Places, AppendOutcome.There);
            else if (runs[i].Places.Count == 1) SetAll(outcomes, runs[i].Places, AppendOutcome.Lost);
            else Set(outcomes, runs[i].Places, await OneByOne(runs[i].Appends));
        }

        if (rest.Count > 0) Set(outcomes, rest, await OneByOne([.. rest.Select(place => batch[place])]));
        return outcomes;
    }

    /// <summary>Each on its own: what was decided on the head of one that lost, or leans on it, loses too.</summary>
    private async Task<IReadOnlyList<AppendOutcome>> OneByOne(IReadOnlyList<Append> appends)
    {
        var stored = new InOrder(appends);
        for (var i = 0; i < appends.Count; i++) stored.Became(i, stored.MayStore(i) ? (await Commit([appends[i]]))[0] : AppendOutcome.Lost);
        return stored.Outcomes;
    }

    /// <summary>Which of the runs that did not win are in the journal already.</summary>
    private async Task<HashSet<int>> AreThere(List<Run> runs, bool[] won)
    {
        var open = Enumerable.Range(0, runs.Count).Where(i => !won[i]).ToList();
        var there = await writer.AreThere([.. open.Select(i => runs[i])]);
        return [.. open.Where((_, place) => there[place])];
    }

    private static void SetAll(AppendOutcome[] outcomes, IReadOnlyList<int> places, AppendOutcome outcome)
    {
        foreach (var place in places) outcomes[place] = outcome;
    }

    private static void Set(AppendOutcome[] outcomes, IReadOnlyList<int> places, IReadOnlyList<AppendOutcome> parts)
    {
        for (var i = 0; i < places.Count; i++) outcomes[places[i]] = parts[i];
    }
}
