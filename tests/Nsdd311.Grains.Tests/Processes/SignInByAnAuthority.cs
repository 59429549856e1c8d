using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>A gateway that knows its callers by an OpenID Connect authority.</summary>
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class SignInByAnAuthority(SmallCluster cluster) : IClassFixture<SmallCluster>
{
    [Fact]
    public async Task Tokens_of_the_authority_are_taken_also_after_it_has_changed_its_key_and_no_others_are()
    {
        await cluster.Up();
        await using var issuer = await TokenIssuer.Start();
        var (gateway, service) = cluster.NewGateway("--authority", issuer.Address, "--audience", TokenIssuer.Audience, "--hosts", "127.0.0.1");
        await using var running = gateway;
        await gateway.BecomesReady();

        (await new Visitor(service, issuer.Token("dod.ao")).Post("/proposals", StandardWork.Paper(), key: "by-authority")).ShouldBe(201);
        await NobodyIs(issuer.Token("dod.ao", issuer: "http://127.0.0.1:9/"));
        await NobodyIs(issuer.Token("dod.ao", audience: "somebody-else"));
        await NobodyIs(issuer.Token("dod.ao", age: TimeSpan.FromMinutes(11)));
        await NobodyIs(issuer.Token("dod.ao", age: TimeSpan.FromMinutes(-5)));
        await NobodyIs(issuer.Token("dod.ao", signed: TokenIssuer.OfAStranger()));
        await NobodyIs(issuer.Token("dod.ao", signed: issuer.ByAnotherAlgorithm()));
        await NobodyIs(issuer.Token("dod.ao", signed: issuer.ByThePublicKey()));
        await NobodyIs(issuer.Token(""));
        await NobodyIs((await cluster.Gateway.SignIn("dod.ao")).Token);
        (await cluster.Gateway.Local(HttpMethod.Get, "/persons")).ShouldBe(200);
        (await new Visitor(service, issuer.Token("dod.ao")).Get("/local/persons")).Status.Should().Be(404, "local sign-in is not there");

        issuer.Rotate();
        await HostProcess.Until(async () => (await new Visitor(service, issuer.Token("dod.ao")).Get("/proposals")).Status == 200, "The new key");

        async Task NobodyIs(string token) => (await new Visitor(service, token).Get("/proposals")).ShouldBe(401, "sign-in.required");
    }

    [Fact]
    public async Task A_command_from_a_page_over_TLS_passes_a_gateway_that_believes_its_proxy_and_no_other()
    {
        await cluster.Up();
        await using var issuer = await TokenIssuer.Start();
        string[] usual = ["--authority", issuer.Address, "--audience", TokenIssuer.Audience, "--hosts", "127.0.0.1"];
        var (believing, behindIt) = cluster.NewGateway([.. usual, "--proxies", "127.0.0.1"]);
        await using var one = believing;
        var (other, direct) = cluster.NewGateway(usual);
        await using var another = other;
        await Task.WhenAll(believing.BecomesReady(), other.BecomesReady());

        (await FromAPage(behindIt)).ShouldBe(201);
        (await FromAPage(direct)).ShouldBe(403, "origin.foreign");

        async Task<Answered> FromAPage(GatewayService service)
        {
            using var request = new Visitor(service, issuer.Token("dod.ao")).Request(HttpMethod.Post, "/proposals", null, null, null);
            request.Headers.Add("Origin", $"https://{service.Http.BaseAddress!.Authority}");
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("X-Forwarded-For", "192.0.2.1");
            request.Content = new StringContent(StandardWork.Paper(), System.Text.Encoding.UTF8, "application/json");
            return await service.Send(request);
        }
    }

    [Theory]
    [InlineData("C", true)]
    [InlineData("U", false)]
    [InlineData("confidential", false)]
    [InlineData(null, false)]
    public async Task A_clearance_that_the_token_lacks_or_writes_otherwise_shows_only_what_is_unclassified(string? clearance, bool isShown)
    {
        await cluster.Up();
        await using var issuer = await TokenIssuer.Start();
        var (gateway, service) = cluster.NewGateway("--authority", issuer.Address, "--audience", TokenIssuer.Audience, "--hosts", "127.0.0.1");
        await using var running = gateway;
        await gateway.BecomesReady();
        var classified = StandardWork.Paper().Replace("""{"mark":"U","text":"Five days."}""", """{"mark":"C","text":"Five days."}""", StringComparison.Ordinal);
        var matter = $"/proposals/{(await new Visitor(service, issuer.Token("dod.ao")).Post("/proposals", classified)).ShouldBe(201).Member("id")}";

        var read = (await new Visitor(service, issuer.Token("dod.ao", clearance: clearance)).Get(matter)).ShouldBe(200);

        read.Text.Contains("Five days.", StringComparison.Ordinal).Should().Be(isShown);
    }
}
