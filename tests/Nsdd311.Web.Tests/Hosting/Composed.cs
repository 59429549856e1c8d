using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Hosting;
using Nsdd311.Runtime.Memory;
using Nsdd311.Web.Edge;
using Nsdd311.Web.SignIn;

namespace Nsdd311.Web.Tests.Hosting;

/// <summary>The API over a journal in memory, whose parts may be exchanged.</summary>
internal static class Composed
{
    /// <summary>Starts it.</summary>
    /// <param name="journal">The store.</param>
    /// <param name="exchange">Adds what takes the place of a part; is given the runtime. Null if nothing does.</param>
    /// <param name="isFounded">Whether the first persons are seated.</param>
    public static async Task<WebApplication> Serve(MemoryJournal journal, Action<IServiceCollection, IVettingRuntime>? exchange = null, bool isFounded = true)
    {
        var (charter, bytes) = CharterSource.Of(null);
        var charters = await CharterShelf.Open(journal, charter, bytes, CharterSource.Stored, default);
        var seats = Domain.FollowSeats();
        var runtime = new LocalRuntime(journal, Domain.Model, charters, seats, seats.Follow, TimeProvider.System);
        await runtime.Start(default);
        if (isFounded) await Founding.Once(runtime, Founding.OfCharter(charter), default);
        var folder = Directory.CreateTempSubdirectory("nsdd311-");
        var key = LocalKey.OfFile(Path.Combine(folder.FullName, "key"));
        folder.Delete(recursive: true);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IVettingRuntime>(_ => runtime).AddSingleton<IReadModel>(journal).AddSingleton<IContentStore>(journal).AddSingleton<ICharters>(charters).AddSingleton(TimeProvider.System);
        builder.Services.AddVettingWeb(SignInWay.OfKey(key), isExercise: false, new RateLimits());
        exchange?.Invoke(builder.Services, runtime);
        var app = builder.Build().UseVettingWeb();
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        return app;
    }
}
