using System.Text;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>What a collector is sent, if the environment names one.</summary>
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class WhatIsExported(SmallCluster cluster) : IClassFixture<SmallCluster>
{
    private static readonly byte[] Gateway = "nsdd311-gateway"u8.ToArray();
    private static readonly byte[] Silo = "nsdd311-silo"u8.ToArray();

    [Fact]
    public async Task A_request_is_one_trace_through_gateway_silo_and_database_and_both_send_metrics_and_no_text_of_the_matter_goes_along()
    {
        await using var collector = await Collector.Start();
        cluster.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
        cluster.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        (cluster.Environment["OTEL_BSP_SCHEDULE_DELAY"], cluster.Environment["OTEL_METRIC_EXPORT_INTERVAL"]) = ("200", "500");
        await cluster.Up();
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var officer = await cluster.Gateway.SignIn("dod.ao");

        using var request = officer.Request(HttpMethod.Post, "/proposals", null, "traced", null);
        request.Headers.Add("traceparent", $"00-{Trace}-00f067aa0ba902b7-01");
        request.Content = new StringContent(StandardWork.Paper(), Encoding.UTF8, "application/json");
        (await cluster.Gateway.Send(request)).ShouldBe(201);

        var trace = Convert.FromHexString(Trace);
        await Comes("traces", Gateway, trace, "/api/v1/proposals"u8.ToArray());
        await Comes("traces", Silo, trace, "ExecuteAndSettle"u8.ToArray());
        await Comes("traces", Silo, trace, "db.query.text"u8.ToArray());
        await Comes("metrics", Gateway);
        await Comes("metrics", Silo);
        foreach (var text in new[] { "Standard work", "An exchange of the standard kind", "Five days.", "We see them.", officer.Token }) collector.Has("traces", text).Should().BeFalse(text);

        Task Comes(string what, params byte[][] parts) =>
            HostProcess.Until(() => Task.FromResult(collector.Has(what, parts)), $"{what} with {string.Join(" and ", parts.Select(Encoding.UTF8.GetString))}", TimeSpan.FromSeconds(20));
    }
}
