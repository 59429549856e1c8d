using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Hosting;
using Nsdd311.Runtime.Memory;
using Nsdd311.Web.Edge;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Conventions;

public sealed class What_cannot_be_served_is_said_so
{
    [Fact]
    public async Task More_than_the_limit_is_429_and_says_when_to_come_back()
    {
        await using var app = await Serve(new RateLimits(1, 2), () => { });
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };

        // Sixty at once: however slow the machine, they do not take the minute in which as many would be served.
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Get(client)));

        answers.Should().Contain(answer => answer.Status == 200);
        var refused = answers.First(answer => answer.Status != 200).ShouldBe(429, "rate.exceeded");
        int.Parse(refused.Headers["Retry-After"]).Should().BePositive();
    }

    [Fact]
    public async Task A_record_that_cannot_be_written_is_503_and_says_to_repeat()
    {
        await using var app = await Serve(new RateLimits(), () => throw new RuntimeUnavailableException("The disk is full."));
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };

        var answer = (await Get(client)).ShouldBe(503, "runtime.unavailable");

        answer.Headers.Should().ContainKey("Retry-After");
        answer.Text.Should().NotContain("disk");
    }

    [Fact]
    public async Task A_bug_is_500_and_tells_nothing_of_itself()
    {
        await using var app = await Serve(new RateLimits(), () => throw new InvalidOperationException("The secret paragraph."));
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        (await Get(client)).ShouldBe(500, "server.error").Text.Should().NotContain("secret");
    }

    [Fact]
    public async Task Before_anybody_holds_a_seat_the_service_lives_and_is_not_ready()
    {
        await using var journal = new MemoryJournal();
        await using var app = await Composed.Serve(journal, isFounded: false);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };

        (await Get(client, "/health/ready")).ShouldBe(503, "roster.unfounded");
        (await Get(client, "/health/live")).ShouldBe(200);

        var (runtime, charter) = (app.Services.GetRequiredService<IVettingRuntime>(), app.Services.GetRequiredService<ICharters>().InForce);
        await Founding.Once(runtime, Founding.OfCharter(charter), default);
        (await Get(client, "/health/ready")).ShouldBe(200);
    }

    private static async Task<Answered> Get(HttpClient client, string path = "/")
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return await Answered.Of(response);
    }

    private static async Task<WebApplication> Serve(RateLimits limits, Action act)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(limits).AddSingleton<Throttle>();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseMiddleware<ErrorPages>();
        app.Use(app.Services.GetRequiredService<Throttle>().Pass);
        app.MapGet("/", () => { act(); return "served"; });
        await app.StartAsync();
        return app;
    }
}
