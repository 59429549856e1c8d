using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Nsdd311.Hosts;

/// <summary>Metrics and traces by OTLP, if the environment names a collector (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>). They carry no text of any matter.</summary>
internal static class Telemetry
{
    public static void Add(IHostApplicationBuilder builder, string service)
    {
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is not { Length: > 0 }) return;

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service))
            .WithMetrics(metrics => metrics.AddMeter("Nsdd311.*", "Microsoft.Orleans", "Npgsql", "Microsoft.AspNetCore.Hosting", "System.Runtime").AddOtlpExporter())
            .WithTracing(traces => traces.AddSource("Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application").AddOtlpExporter());
    }
}
