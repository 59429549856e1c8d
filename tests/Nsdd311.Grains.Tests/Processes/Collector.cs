using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>Takes what processes export by OTLP and keeps the bytes. One body is of one process and has its name.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string What, byte[] Body)> taken = [];
    private readonly WebApplication app;

    private Collector(WebApplication app, string address) => (this.app, Address) = (app, address);

    public string Address { get; }

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        builder.WebHost.UseUrls(address);
        var collector = new Collector(builder.Build(), address);
        collector.app.MapPost("/v1/{what}", async (string what, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            collector.taken.Enqueue((what, body.ToArray()));
        });
        await collector.app.StartAsync();
        return collector;
    }

    /// <summary>Whether something of this kind came that has all of these in it.</summary>
    public bool Has(string what, params byte[][] parts) => taken.Any(one => one.What == what && parts.All(part => one.Body.AsSpan().IndexOf(part) >= 0));

    public bool Has(string what, string text) => Has(what, Encoding.UTF8.GetBytes(text));

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
