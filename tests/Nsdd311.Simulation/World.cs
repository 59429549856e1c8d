using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Roster;
using Nsdd311.Runtime.Journal;
using Nsdd311.Simulation.Invariants;
using Nsdd311.Simulation.Machine;
using Nsdd311.Simulation.People;
using Nsdd311.Views;

namespace Nsdd311.Simulation;

/// <summary>Everything that one seed makes: the journal, the processes on it, the people, the weather and the time.</summary>
/// <remarks>
/// All of it runs on one thread. Chance picks which piece of the runtime's work goes on next, so the same seed is the same run, to the last hash.
/// </remarks>
internal sealed partial class World
{
    private static readonly Charter Charter = Nsdd311Charter.Load();

    private const int MostMatters = 8;

    private readonly int seed;
    private readonly Random fate;
    private readonly Random order;
    private readonly IJournal store;
    private readonly Weather weather;
    private readonly Witness witness;
    private readonly Clients clients;
    private readonly Offices offices;
    private readonly Secretariat secretariat;
    private readonly Meetings meetings;
    private readonly Movers movers;
    private readonly List<Process> processes = [];
    private DateTimeOffset now = new(1989, 9, 5, 13, 0, 0, TimeSpan.Zero);
    private int born;
    private int step;

    public World(int seed, IJournal store)
    {
        (this.seed, this.store) = (seed, store);
        fate = new(seed);
        order = new(seed * 7919 + 1);
        weather = new(new(seed * 104_729 + 2));
        witness = new(store, Charter);
        clients = new(fate, witness, weather, () => born);
        var (cast, papers) = (new Cast(Charter), new Papers(fate, Charter));
        offices = new(fate, Charter, cast, papers);
        secretariat = new(fate, Charter, cast, papers);
        movers = new(fate, Charter, cast, papers);
        meetings = new(fate, Charter, cast, entity => witness.Chain(entity).State);
    }

    /// <summary>How much happened: rows written, commands acknowledged, processes born.</summary>
    public (int Rows, int Acknowledged, int Born) Told => (witness.Chains.Sum(chain => chain.Rows.Count), clients.Accepted, born);

    /// <summary>How often each kind of event was recorded.</summary>
    public Dictionary<string, int> Events => witness.Chains.SelectMany(chain => chain.Rows).GroupBy(row => row.Type).ToDictionary(group => group.Key, group => group.Count());

    /// <summary>The hashes of all heads: the same for the same seed.</summary>
    public string Fingerprint => string.Join('\n', witness.Chains.Select(chain => $"{chain.Entity} {chain.Version} {chain.Last?.Hash}"));

    private IEnumerable<Process> Alive => processes.Where(process => !process.IsDead);

    /// <summary>Runs so many steps, then lets everything come to rest and looks at the whole.</summary>
    public void Run(int steps)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            BeBorn();
            clients.Send(AnyProcess(), secretariat.Found());
            Work();
            for (step = 1; step <= steps; step++) Step();
            ComeToRest();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private void Step()
    {
        weather.Clear();
        if (fate.Next(3) == 0) weather.Rate = fate.Next(3, 40);
        BeSomebody();
        for (var i = fate.Next(2, 7); i > 0; i--) DoSomething();

        if (fate.Next(5) == 0) Work(fate.Next(60));
        else Work();
        if (fate.Next(25) == 0) Die();
        PassTime();
        if (!weather.WasFair || Alive.Count() != 1) trusted = 0;
        if (fate.Next(2) == 0) Rest();
    }

    /// <summary>Somebody serves; rarely two at once, of whom each thinks that it is the only one, until both are gone.</summary>
    private void BeSomebody()
    {
        if (Alive.Any(process => process.HadCompany) && fate.Next(4) == 0) Die();
        while (!Alive.Any()) BeBorn();
        if (fate.Next(40) == 0) BeBorn();
    }

    private void BeBorn()
    {
        processes.RemoveAll(process => process.IsDead);
        var process = new Process(++born, store, now, order, weather, witness.LookAt);
        processes.Add(process);
        if (processes.Count > 1) processes.ForEach(one => one.HadCompany = true);
        while (!process.IsDead && !process.Started.IsCompleted) Work(1);
        if (process.Started.IsFaulted) process.Crash();
        if (weather.WasFair) trusted = born;
    }

    private void Die()
    {
        foreach (var process in processes) process.Crash();
    }

    private void DoSomething()
    {
        if (!Alive.Any()) return;

        var process = AnyProcess();
        switch (fate.Next(20))
        {
            case < 3 when Live().Count < MostMatters: Send(process, offices.Submission(clients.NextId, now)); break;
            case 3 or 4: clients.Repeat(process); break;
            case 5 or 8:
                var pair = Papers.Pairs[fate.Next(2) * fate.Next(Papers.Pairs.Length)];
                clients.Send(process, secretariat.Ledger(pair, Ledger(pair), now));
                break;
            case 6 when fate.Next(4) == 0: clients.Send(process, secretariat.Seats(offices.AnyAgency, (RosterState)witness.Chain(EntityId.Roster).State)); break;
            case 7: Read(process); break;
            case 11 or 12 when Moved() is var (about, ledger): Send(process, movers.Next(about, ledger, now)); break;
            case 9 or 10: Send(process, meetings.Next(MattersBefore, now)); break;
            default:
                if (AnyMatter() is { } matter) Send(process, offices.Next(matter.Entity, (ProposalState)matter.State, LedgerOf(matter), now));
                break;
        }
    }

    private void Send(Process process, IEnumerable<Deed> deeds)
    {
        foreach (var deed in deeds) clients.Send(process, deed);
    }

    private Process AnyProcess() => Alive.ElementAt(fate.Next(Alive.Count()));

    private Chain? AnyMatter()
    {
        var matters = fate.Next(15) == 0 ? [.. witness.Of(EntityKinds.Proposal)] : Live();
        return matters.Count == 0 ? null : matters[fate.Next(matters.Count)];
    }

    /// <summary>Matters with which people can still do something.</summary>
    private List<Chain> Live() => [.. witness.Of(EntityKinds.Proposal).Where(chain => chain.State is ProposalState.Draft or ProposalState.InVetting or ProposalState.Decided
        or ProposalState.Blocked or ProposalState.AtSig or ProposalState.Referred or ProposalState.Returned or ProposalState.ClearedForStage or ProposalState.Cleared or ProposalState.Executed)];

    /// <summary>What a session of the body might take up; rarely something else.</summary>
    private List<ProposalId> MattersBefore(BodyKind body) => [.. witness.Of(EntityKinds.Proposal)
        .Where(chain => MatterFacts.BodyOf((ProposalState)chain.State) == body || fate.Next(20) == 0).Select(chain => ProposalId.Parse(chain.Entity.Key))];

    private (PairId Pair, PairState Ledger) Moved()
    {
        var pair = Papers.Pairs[fate.Next(2) * fate.Next(Papers.Pairs.Length)];
        return (pair, Ledger(pair));
    }

    private PairState Ledger(PairId pair) => (PairState)witness.Chain(EntityId.Of(pair)).State;

    private PairState? LedgerOf(Chain matter) => matter.State is ProposalState.Lodged { Matter.Paper.Pair: { } pair } ? Ledger(pair) : null;
}
