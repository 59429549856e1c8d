using System.Collections.Concurrent;
using System.Diagnostics;
using Nsdd311.Postgres;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Toy;

namespace Nsdd311.Runtime.Tests.Postgres;

/// <summary>A process under load: clients that repeat a command by its key until it is answered, and remember every answer.</summary>
internal sealed class LoadOnPostgres : IAsyncDisposable
{
    private const int Clients = 12;
    private const int Entities = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly PostgresJournal journal;
    private readonly LocalRuntime runtime;
    private readonly ConcurrentDictionary<string, long> acknowledged = [];
    private readonly CancellationTokenSource enough = new();
    private readonly Task clients;
    private int unavailable;

    private LoadOnPostgres(PostgresJournal journal, LocalRuntime runtime)
    {
        (this.journal, this.runtime) = (journal, runtime);
        clients = Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => Work(client))));
    }

    /// <summary>How often somebody was told to repeat.</summary>
    public int Unavailable => Volatile.Read(ref unavailable);

    public static async Task<LoadOnPostgres> Start(string connectionString, TimeSpan writersPatience)
    {
        var journal = await PostgresJournal.Open(connectionString, OwnerMode.Alone);
        var settings = new RuntimeSettings { Writer = new() { Patience = writersPatience } };
        var runtime = new LocalRuntime(journal, Toys.Model, new Shelf(Toys.Charter), new EverybodySeated(), null, TimeProvider.System, settings);
        journal.OwnershipLost = runtime.LetGoOfEverything;
        await runtime.Start(default);
        return new(journal, runtime);
    }

    /// <summary>Waits for so many more answers: work goes on.</summary>
    public Task MoreAnswers(int count)
    {
        var until = acknowledged.Count + count;
        return Until(() => acknowledged.Count >= until, $"{count} more answers");
    }

    /// <summary>Waits until somebody is told to repeat.</summary>
    public Task SomebodyIsRefused()
    {
        var before = Unavailable;
        return Until(() => Unavailable > before, "a clear answer");
    }

    /// <summary>Lets the clients finish what they began, and holds every answer against the journal.</summary>
    public async Task NothingIsLostOrDoubled()
    {
        await enough.CancelAsync();
        await clients.WaitAsync(Patience);
        foreach (var (key, version) in acknowledged)
            (await journal.Find(EntityOf(key), Id(key), default)).Should().ContainSingle(key).Which.Sequence.Should().Be(version, key);

        var report = await ChainVerification.Verify(journal, default);
        report.Fault.Should().BeNull();
        report.Rows.Should().Be(acknowledged.Count, "every command has left one event");
        var total = 0;
        for (var i = 0; i < Entities; i++) total += ((TallyState.Counting)(await runtime.Read(new(Toys.Free, $"n{i}"), null, default))!.State).Total;
        total.Should().Be(acknowledged.Count);
    }

    public async ValueTask DisposeAsync()
    {
        await enough.CancelAsync();
        await Task.WhenAny(clients);
        await runtime.DisposeAsync();
        await journal.DisposeAsync();
        enough.Dispose();
    }

    private static EntityId EntityOf(string key) => new(Toys.Free, $"n{key.Length * 7 % Entities}");

    private static CommandId Id(string key) => CommandId.Of("load", key);

    private async Task Until(Func<bool> holds, string what)
    {
        var since = Stopwatch.GetTimestamp();
        while (!holds())
        {
            if (clients.IsFaulted) await clients;
            if (Stopwatch.GetElapsedTime(since) > Patience) throw new TimeoutException($"{what}: not within {Patience}.");
            await Task.Delay(5);
        }
    }

    private async Task Work(int client)
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var key = $"{client}-{i}-{new string('x', i % Entities)}";
            acknowledged[key] = await AnswerTo(key);
        }
    }

    private async Task<long> AnswerTo(string key)
    {
        while (true)
        {
            try
            {
                var reply = await runtime.Execute(new(EntityOf(key), new TallyCommand.Add(1), Id(key), "sha256:l", Toys.Chair), default);
                return ((Reply.Accepted)reply).Version;
            }
            catch (RuntimeUnavailableException e)
            {
                e.Message.Should().NotContain("/").And.NotContain("Username");
                Interlocked.Increment(ref unavailable);
                await Task.Delay(20);
            }
        }
    }
}
