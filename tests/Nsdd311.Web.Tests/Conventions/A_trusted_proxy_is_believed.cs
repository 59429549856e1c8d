using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Nsdd311.Runtime.Hosting;
using Nsdd311.Runtime.Memory;
using Nsdd311.Web.Edge;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Conventions;

/// <summary>Behind a proxy that ends TLS: every request comes from its address, without TLS, and says in headers whose it is.</summary>
public sealed class A_trusted_proxy_is_believed
{
    private const string Here = "127.0.0.1";
    private const string Elsewhere = "10.0.0.0/8";

    [Fact]
    public async Task A_command_from_our_own_page_over_TLS_passes()
    {
        await using var served = await Served.Behind(Here);

        (await served.Command(origin: "https", "https")).ShouldBe(401, "sign-in.required");
    }

    [Theory]
    [InlineData("http", "https")]
    [InlineData("https", "http")]
    public async Task A_command_from_a_page_of_the_other_scheme_does_not(string origin, string forwarded)
    {
        await using var served = await Served.Behind(Here);

        (await served.Command(origin, forwarded)).ShouldBe(403, "origin.foreign");
    }

    [Fact]
    public async Task Callers_are_held_to_the_limits_one_by_one()
    {
        await using var served = await Served.Behind(Here);

        (await served.OfSixtyCallers()).Should().OnlyContain(answer => answer.Status == 200);
    }

    [Fact]
    public async Task A_proxy_before_the_proxy_is_believed_and_whoever_stands_before_it_is_the_caller()
    {
        await using var served = await Served.Behind($"{Here}, {Elsewhere}");

        (await served.OfSixtyCallers(behind: ", 10.0.0.7")).Should().OnlyContain(answer => answer.Status == 200);
        (await served.OfSixtyCallers(behind: ", 192.0.2.7")).Should().Contain(answer => answer.Status == 429, "what a stranger claims is not read");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Elsewhere)]
    public async Task Nobody_else_is(string? proxies)
    {
        await using var served = await Served.Behind(proxies);

        (await served.Command(origin: "https", "https")).ShouldBe(403, "origin.foreign");
        (await served.Command(origin: "http", "https")).ShouldBe(401, "sign-in.required");
        (await served.OfSixtyCallers()).Should().Contain(answer => answer.Status == 429);
    }

    [Fact]
    public async Task The_name_of_the_service_is_the_one_that_the_request_bears()
    {
        await using var served = await Served.Behind(Here);

        (await served.Ask(HttpMethod.Get, "/health/live", ("X-Forwarded-Host", "rebound.example"), ("X-Forwarded-For", "192.0.2.1"))).ShouldBe(200);
        (await served.Ask(HttpMethod.Get, "/health/live", ("Host", "rebound.example"), ("X-Forwarded-Host", Here))).ShouldBe(400, "host.foreign");
    }

    [Fact]
    public void They_are_addresses_and_networks() =>
        TrustedProxies.Parse("10.0.0.7, 172.18.0.0/16,::1,fd00::/8").Networks.Select(network => network.ToString()).Should().Equal("10.0.0.7/32", "172.18.0.0/16", "::1/128", "fd00::/8");

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("10.1")]
    [InlineData("7")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.7/8")]
    [InlineData("10.0.0.7;10.0.0.8")]
    public void What_is_neither_is_refused_and_named(string text) =>
        FluentActions.Invoking(() => TrustedProxies.Parse($"127.0.0.1,{text}")).Should().Throw<StartRefusedException>().WithMessage($"*'{text}'*");

    /// <summary>The API on loopback; whoever asks it here stands where the proxy stands.</summary>
    private sealed class Served(MemoryJournal journal, WebApplication app) : IAsyncDisposable
    {
        private readonly HttpClient client = new() { BaseAddress = new(app.Urls.First()) };

        public static async Task<Served> Behind(string? proxies)
        {
            var journal = new MemoryJournal();
            return new(journal, await Composed.Serve(journal, (services, _) =>
            {
                services.AddSingleton(new RateLimits(1, 2));
                if (proxies is not null) services.AddSingleton(TrustedProxies.Parse(proxies));
            }));
        }

        public Task<Answered> Command(string origin, string forwarded) =>
            Ask(HttpMethod.Post, "/api/v1/proposals", ("Origin", $"{origin}://{client.BaseAddress!.Authority}"), ("X-Forwarded-Proto", forwarded), ("X-Forwarded-For", "192.0.2.1"));

        /// <summary>Sixty at once: however slow the machine, they do not take the minute in which one caller would be served as often.</summary>
        public Task<Answered[]> OfSixtyCallers(string behind = "") =>
            Task.WhenAll(Enumerable.Range(1, 60).Select(caller => Ask(HttpMethod.Get, "/health/live", ("X-Forwarded-For", $"198.51.100.{caller}{behind}"))));

        public async Task<Answered> Ask(HttpMethod method, string path, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(method, path);
            foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
            using var response = await client.SendAsync(request);
            return await Answered.Of(response);
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await app.DisposeAsync();
            await journal.DisposeAsync();
        }
    }
}
