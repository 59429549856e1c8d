using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Hosting;
using Nsdd311.Runtime.Journal;
using Nsdd311.Testing;
using Nsdd311.Web;
using Nsdd311.Web.Edge;
using Nsdd311.Web.Exercise;
using Nsdd311.Web.SignIn;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Grains.Tests.Journeys;

/// <summary>Two silos and the API in front of them, all under one exercise clock.</summary>
/// <remarks>
/// Reminders ring by a clock of their own, the bell, which follows the exercise clock and goes on while that one stands: so each deadline is rung
/// by its durable reminder, and is noticed at the very instant at which it was due.
/// </remarks>
internal sealed class ClusterUnderAClock : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private const int AtOnce = 100;
    private static readonly TimeSpan Stroke = TimeSpan.FromSeconds(2);

    /// <summary>Whoever waits for an instant in whole milliseconds has waited for it a hair later.</summary>
    private static readonly TimeSpan Hair = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);

    private readonly IJournal journal;
    private readonly ExerciseClock clock;
    private readonly ManualClock bell;
    private readonly List<RosterSeats> seats;
    private readonly ClusterProcess cluster;
    private readonly ExerciseDirector director;
    private WebApplication? app;

    private ClusterUnderAClock(IJournal journal, ExerciseClock clock, ManualClock bell, List<RosterSeats> seats, ClusterProcess cluster)
    {
        (this.journal, this.clock, this.bell, this.seats, this.cluster) = (journal, clock, bell, seats, cluster);
        director = new(clock, journal.NextDue, CatchUp, (_, _) => Task.CompletedTask);
    }

    /// <summary>Where the API answers.</summary>
    public string Address => app!.Urls.First();

    /// <summary>Starts silos, gateway and API; what passed while nobody ran has been noticed when this returns.</summary>
    public static async Task<ClusterUnderAClock> Start(Ground ground, IJournal journal, string? charterFile, DateTimeOffset start, bool sweep, string keyFile)
    {
        var (charter, bytes) = CharterSource.Of(charterFile);
        var charters = await CharterShelf.Open(journal, charter, bytes, CharterSource.Stored, CancellationToken.None);
        var (clock, bell) = (new ExerciseClock(start, new StandingTime()), new ManualClock(start));
        List<RosterSeats> seats = [];
        var parts = new Parts(journal, charters, Domain.FollowSeats(), null, clock, new() { Sweep = sweep, Jitter = TimeSpan.Zero, RosterAge = TimeSpan.FromMilliseconds(100) })
        {
            Model = Domain.Model,
            Bell = bell,
            SeatsOfEach = () =>
            {
                seats.Add(Domain.FollowSeats());
                return seats[^1];
            },
        };
        var running = new ClusterUnderAClock(journal, clock, bell, seats, await ground.Start(parts));
        try
        {
            await Founding.Once(running.cluster, Founding.OfCharter(charter), CancellationToken.None);
            await running.CatchUp(CancellationToken.None);
            running.app = running.Compose(journal, charters, LocalKey.OfFile(keyFile));
            await running.app.StartAsync();
            return running;
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }
    }

    /// <summary>When the entity's durable reminder comes, after whatever the silos still had to do; null if it has none.</summary>
    public async Task<DateTimeOffset?> ReminderOf(EntityId entity)
    {
        await cluster.WhenQuiet(CancellationToken.None);
        return await cluster.ReminderOf(entity);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        director.Dispose();
        await cluster.DisposeAsync();
    }

    private WebApplication Compose(IJournal journal, ICharters charters, LocalKey key)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(cluster.Client.GetRequiredService<IVettingRuntime>()).AddSingleton<IReadModel>(journal).AddSingleton<IContentStore>(journal).AddSingleton(charters)
            .AddSingleton<TimeProvider>(clock).AddSingleton(director);
        builder.Services.AddVettingWeb(SignInWay.OfKey(key), isExercise: true, new RateLimits());
        return builder.Build().UseVettingWeb();
    }

    /// <summary>The bell catches up with the clock, and goes on until nobody is due any more and everybody knows who holds which seat.</summary>
    private async Task CatchUp(CancellationToken cancellationToken)
    {
        if (bell.GetUtcNow() < clock.GetUtcNow()) bell.MoveTo(clock.GetUtcNow());
        var since = Stopwatch.StartNew();
        while (!await IsCaughtUp(cancellationToken))
        {
            if (since.Elapsed > Patience) throw new TimeoutException($"Somebody is still due at {clock.GetUtcNow():O}.");
            await Task.Delay(Breath, TimeProvider.System, cancellationToken);
        }
    }

    private async Task<bool> IsCaughtUp(CancellationToken cancellationToken)
    {
        var due = await journal.Due(clock.GetUtcNow(), null, AtOnce, cancellationToken);
        foreach (var one in due) await Ring(one.Entity);
        if (due.Count > 0) return false;

        await cluster.WhenQuiet(cancellationToken);
        var roster = (await cluster.Read(EntityId.Roster, null, cancellationToken))!.Version;
        return seats.TrueForAll(one => one.Sequence >= roster) && (cluster.AtHand(EntityId.Roster)?.Version ?? roster) >= roster;
    }

    /// <summary>The bell goes to where the reminder is to ring; where that is past, on towards its next tick.</summary>
    private async Task Ring(EntityId entity)
    {
        if (await cluster.ReminderOf(entity) is { } at && at + Hair > bell.GetUtcNow()) bell.MoveTo(at + Hair);
        else bell.Advance(Stroke);
    }
}
