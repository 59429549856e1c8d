using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Memory;
using Nsdd311.Testing;
using Nsdd311.Web.SignIn;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Conventions;

public sealed class A_token_is_judged_once
{
    private static readonly DateTimeOffset Noon = new(1989, 10, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_good_one_is_known_until_it_expires_and_under_its_own_header_alone()
    {
        var clock = new ManualClock(Noon);
        var tokens = new RememberedTokens(clock);
        var who = Holder("dod.ao");
        tokens.Add("Bearer a", who, Noon.UtcDateTime.AddHours(1));

        tokens.Find("Bearer a").Should().BeSameAs(who);
        tokens.Find("Bearer b").Should().BeNull();
        tokens.Find(default).Should().BeNull();
        tokens.Find(new(["Bearer a", "Bearer a"])).Should().BeNull();

        clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        tokens.Find("Bearer a").Should().BeSameAs(who);
        clock.Advance(TimeSpan.FromTicks(1));
        tokens.Find("Bearer a").Should().BeNull();
    }

    [Fact]
    public void Rather_all_are_forgotten_than_ever_more_remembered()
    {
        var tokens = new RememberedTokens(new ManualClock(Noon));
        for (var i = 0; i <= 10_000; i++) tokens.Add($"Bearer {i}", Holder("dod.ao"), Noon.UtcDateTime.AddHours(1));

        tokens.Find("Bearer 0").Should().BeNull();
        tokens.Find("Bearer 10000").Should().NotBeNull();
    }

    [Fact]
    public async Task Whoever_sends_a_good_one_again_does_not_come_before_the_judge_and_whoever_sends_none_is_told_so_each_time()
    {
        await using var journal = new MemoryJournal();
        await using var app = await Serve(journal);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        var judge = (Judge)app.Services.GetRequiredService<IAuthenticationService>();
        var charter = app.Services.GetRequiredService<ICharters>().InForce;
        var (token, _) = app.Services.GetRequiredService<LocalTokens>().Issue(charter.Persons[0], charter.Persons[0].Clearance);

        for (var i = 0; i < 3; i++) (await Get(client, $"Bearer {token}")).ShouldBe(200);
        judge.Judged.Should().Be(1);

        (await Get(client, null)).ShouldBe(401, "sign-in.required").Headers["WWW-Authenticate"].Should().Be("Bearer");
        for (var i = 0; i < 2; i++) (await Get(client, $"Bearer {token}x")).ShouldBe(401, "sign-in.required").Headers["WWW-Authenticate"].Should().StartWith("Bearer error=\"invalid_token\"");
        judge.Judged.Should().Be(4);
    }

    [Fact]
    public async Task Every_route_is_closed_to_nobody_but_those_that_are_open_on_purpose_and_asks_for_no_more_than_somebody()
    {
        await using var journal = new MemoryJournal();
        await using var app = await Serve(journal);
        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToArray();

        routes.Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(route => route.RoutePattern.RawText).Should().BeEquivalentTo(
            "/openapi/{documentName}.json", "/health/live", "/health/ready", "/api/v1/local/persons", "/api/v1/local/token", "/api/v1/local/counts", "/api/v1/local/clock", "/api/v1/local/clock");
        routes.Where(route => route.Metadata.GetMetadata<IAuthorizeData>() is not null).Should().BeEmpty("nothing in the pipeline would ask for it");
    }

    private static SignedIn Holder(string person)
    {
        var scheme = new AuthenticationScheme(JwtBearerDefaults.AuthenticationScheme, null, typeof(JwtBearerHandler));
        return SignedIn.Of(new(new DefaultHttpContext(), scheme, new JwtBearerOptions()) { Principal = new(new ClaimsIdentity([new("sub", person)], "test")) });
    }

    private static async Task<Answered> Get(HttpClient client, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/charter");
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await client.SendAsync(request);
        return await Answered.Of(response);
    }

    private static Task<WebApplication> Serve(MemoryJournal journal) => Composed.Serve(
        journal, (services, _) => services.AddSingleton<IAuthenticationService, Judge>().AddSingleton<IClaimsTransformation, NoopClaimsTransformation>());

    /// <summary>The library's own service, and how often it was asked.</summary>
    private sealed class Judge(IAuthenticationSchemeProvider schemes, IClaimsTransformation transform, Microsoft.Extensions.Options.IOptions<AuthenticationOptions> options) : IAuthenticationService
    {
        private int judged;

        public int Judged => judged;

        public Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme)
        {
            Interlocked.Increment(ref judged);
            return Real(context).AuthenticateAsync(context, scheme);
        }

        public Task ChallengeAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => Real(context).ChallengeAsync(context, scheme, properties);

        public Task ForbidAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => Real(context).ForbidAsync(context, scheme, properties);

        public Task SignInAsync(HttpContext context, string? scheme, ClaimsPrincipal principal, AuthenticationProperties? properties) => throw new NotSupportedException();

        public Task SignOutAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => throw new NotSupportedException();

        private AuthenticationService Real(HttpContext context) =>
            new(schemes, context.RequestServices.GetRequiredService<IAuthenticationHandlerProvider>(), transform, options);
    }
}
