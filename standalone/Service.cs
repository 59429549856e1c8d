using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Hosting;
using Nsdd311.Runtime.Journal;
using Nsdd311.Web;
using Nsdd311.Web.Edge;
using Nsdd311.Web.Exercise;
using Nsdd311.Web.SignIn;

namespace Nsdd311.Standalone;

/// <summary>The service with all its parts, taken down in the opposite order.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly IJournal journal;
    private readonly LocalRuntime runtime;
    private readonly ExerciseDirector? director;
    private readonly ILoggerFactory logs;

    private Service(Parts parts, ILoggerFactory logs, WebApplication app, bool isNew)
    {
        (journal, runtime, director) = (parts.Journal, parts.Runtime, parts.Director);
        (this.logs, App, IsNew) = (logs, app, isNew);
    }

    /// <summary>The web application.</summary>
    public WebApplication App { get; }

    /// <summary>Whether the store was made by this start.</summary>
    public bool IsNew { get; }

    /// <summary>Puts everything together and starts the runtime; nothing listens yet.</summary>
    /// <param name="options">How it was started.</param>
    /// <param name="running">What an exercise clock runs on; null for real time.</param>
    /// <param name="kept">A journal that is open already; null for the one that the options name.</param>
    /// <exception cref="StartRefusedException">Charter or store do not allow it.</exception>
    public static async Task<Service> Build(Options options, TimeProvider? running = null, IJournal? kept = null)
    {
        var (charter, bytes) = CharterSource.Of(options.Charter);
        var logs = LoggerFactory.Create(logging => logging.AddConsole());
        IJournal? journal = null;
        try
        {
            journal = kept ?? await Store.Open(options, logs);
            var isNew = await Store.Mark(journal, options, CancellationToken.None);
            var exercise = options.Clock is { } start ? new ExerciseClock(start, running ?? TimeProvider.System) : null;
            var clock = exercise ?? TimeProvider.System;
            var charters = await CharterShelf.Open(journal, charter, bytes, CharterSource.Stored, CancellationToken.None);
            var key = LocalKey.OfFile(Path.Combine(options.Data, "local.key"));
            var seats = Domain.FollowSeats();
            var runtime = new LocalRuntime(journal, Domain.Model, charters, seats, seats.Follow, clock, logger: logs.CreateLogger<LocalRuntime>());
            Store.Follow(journal, runtime);
            var director = exercise is null ? null : new ExerciseDirector(exercise, journal.NextDue, runtime.CatchUp, (at, stop) => Store.Remember(journal, at, stop));
            await runtime.Start(CancellationToken.None);
            await Founding.Once(runtime, Founding.OfCharter(charters.InForce), CancellationToken.None);
            var parts = new Parts(journal, runtime, charters, clock, key, director);
            return new(parts, logs, Compose(options, parts), isNew);
        }
        catch (Exception e)
        {
            if (journal is not null) await journal.DisposeAsync();
            logs.Dispose();
            if (e is InvalidDataException or JournalDamagedException or JournalFailedException or JournalTooNewException) throw new StartRefusedException(e.Message, e);
            throw;
        }
    }

    /// <summary>Serves until it is told to stop.</summary>
    /// <exception cref="StartRefusedException">Nobody can listen at the address.</exception>
    public async Task Run()
    {
        try
        {
            await App.StartAsync();
        }
        catch (Exception e) when (Listening.IsRefused(e))
        {
            throw new StartRefusedException(e.Message, e);
        }

        await App.WaitForShutdownAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        director?.Dispose();
        await runtime.DisposeAsync();
        if (director is not null) await Store.RememberAtTheEnd(journal, director.Now);
        await journal.DisposeAsync();
        logs.Dispose();
    }

    private static WebApplication Compose(Options options, Parts parts)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(Service).Assembly.GetName().Name });
        builder.WebHost.UseUrls(options.Urls);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Services.AddSingleton<IVettingRuntime>(parts.Runtime).AddSingleton<IReadModel>(parts.Journal).AddSingleton<IContentStore>(parts.Journal)
            .AddSingleton<ICharters>(parts.Charters).AddSingleton(parts.Clock);
        if (parts.Director is not null) builder.Services.AddSingleton(parts.Director);

        var limits = new RateLimits(
            builder.Configuration.GetValue("RateLimit:PerSecond", new RateLimits().PerSecond), builder.Configuration.GetValue("RateLimit:Burst", new RateLimits().Burst));
        builder.Services.AddVettingWeb(SignInWay.OfKey(parts.Key), parts.Director is not null, limits);
        return builder.Build().UseVettingWeb();
    }

    private sealed record Parts(
        IJournal Journal, LocalRuntime Runtime, CharterShelf Charters, TimeProvider Clock, LocalKey Key, ExerciseDirector? Director);
}
