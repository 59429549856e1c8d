using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>A gateway that is given a roster: whom it seats, what a later one changes, and what a faulty one starts.</summary>
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class TheFirstPersonsOfACluster(SmallCluster cluster) : IClassFixture<SmallCluster>
{
    [Fact]
    public async Task The_first_file_seats_its_persons_and_a_later_one_changes_nothing_and_says_so()
    {
        await cluster.SilosUp();
        await using var issuer = await TokenIssuer.Start();
        var (first, gateway) = Gateway(issuer, "first.json", """[{ "sub": "ann", "name": "Ann", "seat": "action-officer/DOD" }]""");
        await using var one = first;
        await first.BecomesReady();
        (await new Visitor(gateway, issuer.Token("ann")).Post("/proposals", StandardWork.Paper(), key: "first")).ShouldBe(201);
        first.Words.Should().NotContain("was founded before");

        var (second, later) = Gateway(issuer, "second.json", """[{ "sub": "bob", "name": "Bob", "seat": "action-officer/DOD" }]""");
        await using var another = second;
        await second.BecomesReady();
        await HostProcess.Until(() => Task.FromResult(second.Words.Contains($"The roster was founded before; '{cluster.PathOf("second.json")}' changes nothing", StringComparison.Ordinal)), "Its word");

        (await new Visitor(later, issuer.Token("ann")).Post("/proposals", StandardWork.Paper(), key: "second")).ShouldBe(201);
        (await new Visitor(later, issuer.Token("bob")).Post("/proposals", StandardWork.Paper(), key: "third")).Status.Should().Be(403);
    }

    [Fact]
    public async Task A_faulty_file_starts_nothing_and_all_its_faults_are_named()
    {
        await cluster.SilosUp();
        await using var issuer = await TokenIssuer.Start();
        var (faulty, _) = Gateway(issuer, "faulty.json", """[{ "sub": "", "name": "Ann", "seat": "king" }, { "sub": "bob", "name": "Bob", "seat": "ig-member/ATLANTIS" }]""");
        await using var process = faulty;

        var (code, words) = await faulty.Ends();

        code.Should().Be(1);
        words.Should().ContainAll("has 3 fault(s)", "[0].sub: name the person", "[0].seat: 'king' is no seat", "[1].seat: the charter knows no agency ATLANTIS");
    }

    private (HostProcess Process, GatewayService Service) Gateway(TokenIssuer issuer, string name, string roster)
    {
        File.WriteAllText(cluster.PathOf(name), roster);
        return cluster.NewGateway("--authority", issuer.Address, "--audience", TokenIssuer.Audience, "--hosts", "127.0.0.1", "--roster", cluster.PathOf(name));
    }
}
