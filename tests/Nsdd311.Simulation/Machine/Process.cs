using Nsdd311.Charters;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Simulation.Machine;

/// <summary>One life of the local runtime: its own thread, its own clocks, its own view of the journal. It ends without a farewell.</summary>
internal sealed class Process
{
    private static readonly Charter Charter = Nsdd311Charter.Load();

    private readonly TimeSpan skew;
    private readonly SimulatedTime clock;
    private readonly SimulatedTime patience;
    private readonly OneThread thread;

    public Process(int number, IJournal store, DateTimeOffset now, Random chance, Weather weather, Action<IReadOnlyList<Append>> witnessed)
    {
        Number = number;
        skew = TimeSpan.FromMilliseconds(chance.Next(-3000, 3000));
        clock = new(now + skew);
        patience = new(now);
        thread = new(chance);
        var seats = Domain.FollowSeats();
        var journal = new StormyJournal(store, weather, Crash, witnessed);
        Runtime = new(journal, Domain.Model, Shelf.Of(Charter), seats, seats.Follow, clock, SettingsBy(chance), patience);
        Started = Ask(async runtime =>
        {
            await runtime.Start(default);
            return true;
        });
    }

    /// <summary>From 1, in the order of their births.</summary>
    public int Number { get; }

    public LocalRuntime Runtime { get; }

    /// <summary>Completes when it serves; faulted if it could not begin.</summary>
    public Task<bool> Started { get; }

    public bool IsDead { get; private set; }

    /// <summary>Whether another process wrote to the same journal during its life. What it has loaded may be old; only its own writes tell it so.</summary>
    public bool HadCompany { get; set; }

    public bool HasWork => !IsDead && !thread.IsIdle;

    public bool HasStrayed => thread.HasStrayed;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The next timer of the domain's clock.</summary>
    public DateTimeOffset? NextTimer => clock.Next - skew;

    /// <summary>Has something asked on its thread. The answer never comes if it dies before.</summary>
    public Task<T> Ask<T>(Func<LocalRuntime, Task<T>> question) => thread.Start(() => question(Runtime));

    public void Crash() => IsDead = true;

    public void RunOne() => thread.RunOne();

    public void MoveTo(DateTimeOffset now)
    {
        if (!IsDead) clock.JumpTo(now + skew);
    }

    /// <summary>Whoever waits for the journal and has nothing else to do waits on; false if nobody waits.</summary>
    public bool WaitOn()
    {
        if (IsDead || patience.Next is not { } next) return false;

        patience.JumpTo(next);
        return true;
    }

    /// <summary>Bounds so narrow that entities leave, forget and are loaded from snapshots all the time.</summary>
    private RuntimeSettings SettingsBy(Random chance) => new()
    {
        Writer = new() { Scheduler = thread, BatchCount = chance.Next(1, 6), WorthACommit = 3 },
        LoadedLimit = chance.Next(2, 20),
        IdleAfter = TimeSpan.FromHours(chance.Next(1, 48)),
        RecentVersions = chance.Next(1, 8),
        KnownCommands = chance.Next(1, 8),
        SnapshotEvery = chance.Next(2, 20),
        SnapshotOnLeaving = chance.Next(1, 6),
        LongestBackoff = TimeSpan.FromMinutes(10),
        WakesAtOnce = chance.Next(1, 5),
    };

    private sealed class Shelf(Charter charter) : ICharters
    {
        public Charter InForce => charter;

        public static Shelf Of(Charter charter) => new(charter);

        public Charter Find(CharterVersion version) => version == charter.Version ? charter : throw new KeyNotFoundException(version.ToString());
    }
}
