using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Conventions;

public sealed class The_edge_is_guarded(OpenHouse open) : IClassFixture<OpenHouse>
{
    private readonly House house = open.House;

    [Fact]
    public async Task Every_answer_forbids_guessing_and_keeping_and_names_no_server()
    {
        var officer = await house.SignIn("dod.ao");
        foreach (var answer in new[] { await officer.Get("/charter"), await officer.Get("/nowhere") })
        {
            answer.Headers["X-Content-Type-Options"].Should().Be("nosniff");
            answer.Headers["Cache-Control"].Should().Be("no-store");
            answer.Headers["Exercise"].Should().Be("EXERCISE");
            answer.Headers.Should().NotContainKey("Server");
        }
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_command_from_another_site_s_page_is_403(string header, string value) =>
        (await Ask(HttpMethod.Post, "/proposals", header, value)).ShouldBe(403, "origin.foreign");

    [Fact]
    public async Task A_command_from_our_own_page_goes_on() =>
        (await Ask(HttpMethod.Post, "/proposals", "Origin", house.Http.BaseAddress!.GetLeftPart(UriPartial.Authority))).ShouldBe(415, "request.media-type");

    [Fact]
    public async Task Under_another_name_nothing_is_answered() =>
        (await Ask(HttpMethod.Get, "/charter", "Host", "rebound.example")).ShouldBe(400, "host.foreign");

    [Fact]
    public async Task Without_the_local_key_there_is_no_token()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/local/token") { Content = new StringContent("{\"as\":\"dod.ao\"}") };
        request.Headers.Add("X-Local-Key", new string('0', 64));
        (await house.Send(request)).ShouldBe(401, "local.key-wrong");
    }

    [Fact]
    public async Task Nobody_signs_in_with_more_than_the_own_clearance()
    {
        (await house.Local(HttpMethod.Post, "/token", new System.Text.Json.Nodes.JsonObject { ["as"] = "nobody" })).ShouldBe(422, "local.person-unknown");
        (await house.Local(HttpMethod.Post, "/token", new System.Text.Json.Nodes.JsonObject { ["as"] = "dod.ao", ["clearance"] = "TS//SI" })).ShouldBe(422, "local.clearance");
    }

    [Fact]
    public void The_key_and_the_folder_are_their_owner_s_alone()
    {
        if (OperatingSystem.IsWindows()) return;

        File.GetUnixFileMode(house.Folder).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(Path.Combine(house.Folder, "local.key")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Health_is_open_to_all()
    {
        foreach (var path in new[] { "/health/live", "/health/ready" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            (await house.Send(request)).ShouldBe(200);
        }
    }

    /// <summary>A request of somebody who is signed in, with one header as it comes from outside.</summary>
    private async Task<Answered> Ask(HttpMethod method, string path, string header, string value)
    {
        var officer = await house.SignIn("dod.ao");
        using var request = officer.Request(method, path, null, null, null);
        request.Headers.TryAddWithoutValidation(header, value);
        return await house.Send(request);
    }
}
