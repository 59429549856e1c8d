using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Nsdd311.Hosts;

/// <summary>Metrics and traces by OTLP, if the environment names a collector (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>). They carry no text of any matter.</summary>
internal static class Telemetry
{
    /// <summary>Whether there is a collector. What is only for its sake costs nothing otherwise.</summary>
    public static bool IsWanted => Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 };

    /// <summary>Exports what this service does.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="service">The service's name at the collector.</param>
    /// <param name="requests">Whether its requests over HTTP begin traces; those of whoever watches machines need not.</param>
    public static void Add(IHostApplicationBuilder builder, string service, bool requests)
    {
        if (!IsWanted) return;

        // A request is told by method, route, path and status; no query and no header is among what ASP.NET Core tells then.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", isEnabled: false);
        string[] sources = ["Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application", "Npgsql", .. requests ? ["Microsoft.AspNetCore"] : Array.Empty<string>()];
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service))
            .WithMetrics(metrics => metrics.AddMeter("Nsdd311.*", "Microsoft.Orleans", "Npgsql", "Microsoft.AspNetCore.Hosting", "System.Runtime").AddOtlpExporter())
            .WithTracing(traces => traces.AddSource(sources).AddOtlpExporter());
    }
}
