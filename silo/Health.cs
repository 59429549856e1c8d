using Nsdd311.Hosts;
using Nsdd311.Runtime.Hosting;

namespace Nsdd311.Silo;

/// <summary>A silo's health, on a web server of its own: that of Orleans' host would open after the silo has joined, and close before it leaves.</summary>
internal static class Health
{
    /// <summary>Answers from now on until it is disposed of.</summary>
    /// <exception cref="StartRefusedException">Nobody can listen at this address.</exception>
    public static async Task<WebApplication> Start(string address, Readiness readiness)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(Health).Assembly.GetName().Name });
        builder.WebHost.UseUrls(address);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information).AddFilter(SiloHost.FaultsOfStart, LogLevel.None);
        builder.Services.AddSingleton<IHostLifetime, DeafLifetime>();

        var app = builder.Build();
        app.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        app.MapGet("/health/ready", () => Results.Json(new { status = readiness.Word }, statusCode: readiness.IsJoined ? 200 : 503));
        try
        {
            await app.StartAsync();
            return app;
        }
        catch (Exception e) when (Listening.IsRefused(e))
        {
            await app.DisposeAsync();
            throw new StartRefusedException($"Health cannot be answered at {address}: {e.Message}", e);
        }
    }
}
