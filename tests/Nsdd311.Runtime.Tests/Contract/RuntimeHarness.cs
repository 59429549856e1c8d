using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Runtime.Tests.Contract;

/// <summary>One store and, one after the other, the processes that run on it.</summary>
public abstract class RuntimeHarness : IAsyncLifetime
{
    protected static readonly DateTimeOffset Monday = new(1988, 8, 1, 13, 0, 0, TimeSpan.Zero);

    private int keys;

    protected ManualClock Clock { get; } = new(Monday);

    /// <summary>The clock of patience; real unless a test moves it by hand.</summary>
    protected TimeProvider Waiting { get; set; } = TimeProvider.System;

    protected Shelf Charters { get; } = new(Toys.Charter);

    protected ISeats Seats { get; set; } = new EverybodySeated();

    protected Action<EntityRecord>? RosterMoved { get; set; }

    protected RuntimeSettings Settings { get; set; } = new();

    /// <summary>The kinds of entity that run; toys unless a contract is about the domain.</summary>
    protected virtual VettingModel Model => Toys.Model;

    protected FaultyJournal Journal { get; private set; } = null!;

    protected RuntimeProcess Runtime { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Journal = new(await OpenStore());
        Runtime = await StartProcess();
    }

    public async Task DisposeAsync()
    {
        Journal.Fault = null;
        Journal.ReleaseHeld();
        await Runtime.DisposeAsync();
        await Journal.DisposeAsync();
    }

    protected abstract Task<IJournal> OpenStore();

    /// <summary>A new process on the same store. The old one is gone without a farewell.</summary>
    protected async Task<RuntimeProcess> StartProcess()
    {
        var process = await NewProcess(started: true);
        await process.CatchUp(default);
        return process;
    }

    /// <summary>A process with the harness's clock, seats and settings.</summary>
    /// <param name="started">Whether it looks for what fell due; otherwise it only answers.</param>
    protected abstract Task<RuntimeProcess> NewProcess(bool started);

    /// <summary>The snapshot that is kept of an entity.</summary>
    protected virtual async Task<Snapshot?> SnapshotOf(EntityId entity) => (await Journal.ReadFromSnapshot(entity, default)).Snapshot;

    /// <summary>Keeps a snapshot in the place of the entity's own.</summary>
    protected virtual Task Keep(EntityId entity, Snapshot snapshot) => Journal.WriteSnapshot(entity, snapshot, default);

    /// <summary>From now on debts are paid by the usual payer alone, after their commit, as where the creditor lives in another process.</summary>
    protected Task PayOnlyWhatIsDurable()
    {
        Settings = Settings with { PaysInAdvance = false };
        return Restart();
    }

    protected async Task Restart()
    {
        await Runtime.DisposeAsync();
        Runtime = await StartProcess();
    }

    protected CommandEnvelope Envelope(EntityId entity, TallyCommand command, string? key = null, string digest = "sha256:a") =>
        new(entity, command, CommandId.Of("test", key ?? $"key {++keys}"), digest, Toys.Chair);

    protected Task<Reply> Tell(EntityId entity, TallyCommand command, string? key = null, string digest = "sha256:a") =>
        Runtime.Execute(Envelope(entity, command, key, digest), default);

    protected async Task<Reply.Accepted> Accept(EntityId entity, TallyCommand command, string? key = null) =>
        (await Tell(entity, command, key)).Should().BeOfType<Reply.Accepted>().Subject;

    protected async Task<TallyState.Counting> StateOf(EntityId entity) => (TallyState.Counting)(await Runtime.Read(entity, null, default))!.State;

    protected async Task MoveTo(DateTimeOffset to)
    {
        Clock.MoveTo(to);
        await Runtime.CatchUp(default);
    }
}
