using Nsdd311.Runtime;
using Nsdd311.Runtime.Journal;
using Nsdd311.Simulation.Machine;

namespace Nsdd311.Simulation;

// How work and time go on, and when everything is looked at.
internal sealed partial class World
{
    private const int Endless = 200_000;

    /// <summary>The process for which nothing ever went wrong since it was born or last rested: its own timers must do.</summary>
    private int trusted;

    private readonly List<(Process Process, EntityId Entity, Task<EntityRecord?> Answer)> reads = [];

    /// <summary>Does work until none is left, or so many pieces of it.</summary>
    private void Work(int pieces = Endless)
    {
        for (var done = 0; done < pieces; done++)
        {
            var busy = processes.Where(process => process.HasWork).ToList();
            if (busy.Count > 0) busy[order.Next(busy.Count)].RunOne();
            else if (!processes.Aggregate(false, (any, process) => process.WaitOn() | any)) return;

            clients.LookAtAnswers();
            LookAtReads();
            Judge();
        }

        if (pieces == Endless) witness.Broken.Add($"{Endless} pieces of work did not bring it to rest");
        Judge();
    }

    /// <summary>Time passes: minutes, hours, days, now and then weeks; alarms ring at their instants, or late after a jump.</summary>
    private void PassTime()
    {
        var until = now + fate.Next(40) switch
        {
            < 22 => TimeSpan.FromMinutes(fate.Next(1, 90)),
            < 34 => TimeSpan.FromHours(fate.Next(1, 24)),
            < 39 => TimeSpan.FromHours(fate.Next(24, 96)),
            _ => TimeSpan.FromDays(fate.Next(5, 20)),
        };
        if (fate.Next(4) > 0)
            for (var i = 0; i < 50 && Alive.Min(process => process.NextTimer) is { } next && next < until; i++)
            {
                if (next > now) now = next;
                Move();
            }

        now = until;
        Move();
    }

    private void Move()
    {
        foreach (var process in processes) process.MoveTo(now);
        Work();
    }

    /// <summary>The sky clears; whoever is due is rung, or has been by its own timer; then everything must be in order.</summary>
    private void Rest()
    {
        weather.Clear();
        if (Alive.Count() != 1 || AnyProcess() is not { HadCompany: false } process) return;

        if (process.Number != trusted || fate.Next(2) == 0)
        {
            var caughtUp = process.Ask(async runtime =>
            {
                await runtime.CatchUp(default);
                return true;
            });
            Work();
            if (!caughtUp.IsCompletedSuccessfully) witness.Broken.Add($"catching up in fair weather did not end: {caughtUp.Exception}");
        }

        trusted = process.Number;
        witness.LookAround(process.Now);
        for (var i = 0; i < 3; i++) Read(process);
        Work();
        Judge();
    }

    /// <summary>A durable state is what the journal says, at its end or at any version.</summary>
    private void Read(Process process)
    {
        var chain = witness.Chains.ElementAtOrDefault(fate.Next(1 + witness.Chains.Count()));
        if (chain is null) return;

        var version = fate.Next(3) == 0 ? fate.NextInt64(1, chain.Version + 2) : (long?)null;
        reads.Add((process, chain.Entity, process.Ask(runtime => runtime.Read(chain.Entity, version, default))));
    }

    private void LookAtReads()
    {
        reads.RemoveAll(read => read.Process.IsDead);
        foreach (var (process, entity, answer) in reads.Where(read => read.Answer.IsCompleted))
        {
            var chain = witness.Chain(entity);
            if (answer.IsFaulted && weather.WasFair) witness.Broken.Add($"{entity} could not be read in fair weather: {answer.Exception}");
            if (!answer.IsCompletedSuccessfully || answer.Result is not { } record) continue;

            if (record.Version > chain.Version) witness.Broken.Add($"{entity} was read at {record.Version}, and the journal ends at {chain.Version}");
            else if (!record.State.Equals(chain.StateAt(record.Version))) witness.Broken.Add($"{entity} was read at {record.Version} by process {process.Number} as {record.State}, and the journal says {chain.StateAt(record.Version)}");
        }

        reads.RemoveAll(read => read.Answer.IsCompleted);
    }

    /// <summary>At last: one process, fair weather, hours for whoever pays; then nothing is owed, nothing is due, and every chain verifies.</summary>
    private void ComeToRest()
    {
        weather.Clear();
        Die();
        BeBorn();
        for (var i = 0; i < 3; i++)
        {
            now += TimeSpan.FromHours(1);
            Move();
            Rest();
        }

        for (var i = 0; i < 20; i++) clients.Repeat(AnyProcess());
        Work();
        foreach (var chain in witness.Chains.Where(chain => chain.Kind.Owed(chain.State).Count > 0)) witness.Broken.Add($"{chain.Entity} still owes {chain.Kind.Owed(chain.State)[0]}");
        if (ChainVerification.Verify(store, default).GetAwaiter().GetResult().Fault is { } fault) witness.Broken.Add($"the chains do not verify: {fault}");
        Judge();
    }

    private void Judge()
    {
        if (processes.Any(process => process.HasStrayed)) witness.Broken.Add("work went on outside of the simulated thread; no seed can be trusted");
        if (witness.Broken.Count > 0) throw new BrokenInvariantException($"seed {seed}, step {step}, {now:O}:\n{string.Join('\n', witness.Broken)}");
    }
}
