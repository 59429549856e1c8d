using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Conventions;

public sealed class A_repeated_request_is_one_request(OpenHouse open) : IClassFixture<OpenHouse>
{
    private readonly House house = open.House;

    [Fact]
    public async Task The_same_key_and_body_give_the_same_status_version_and_bytes()
    {
        var officer = await house.SignIn("dod.ao");
        var body = Papers.Visit().ToJsonString();
        var first = (await officer.Post("/proposals", body, key: "same")).ShouldBe(201);
        var member = await house.SignIn("state.ig");
        (await member.Post($"/proposals/{first.Member("id")}/positions", new { position = "concur" })).ShouldBe(200);

        var again = (await officer.Post("/proposals", body, key: "same")).ShouldBe(201);

        again.Bytes.Should().Equal(first.Bytes);
        (again.ETag, again.Headers["Location"]).Should().Be((first.ETag, first.Headers["Location"]));
    }

    [Fact]
    public async Task Another_body_under_an_accepted_key_is_422()
    {
        var officer = await house.SignIn("dod.ao");
        (await officer.Post("/proposals", Papers.Visit(submit: false), key: "other")).ShouldBe(201);
        (await officer.Post("/proposals", Papers.Visit(to: "1990-05-19", submit: false), key: "other")).ShouldBe(422, "idempotency.other-content");
    }

    [Fact]
    public async Task The_same_key_of_another_person_or_on_another_route_is_another_request()
    {
        var officer = await house.SignIn("dod.ao");
        var other = await house.SignIn("state.ao");
        var first = (await officer.Post("/proposals", Papers.Visit(submit: false), key: "mine")).ShouldBe(201);
        var second = (await other.Post("/proposals", Papers.Visit(submit: false), key: "mine")).ShouldBe(201);

        second.Member("id").Should().NotBe(first.Member("id"));
        (await officer.Post($"/proposals/{first.Member("id")}/discard", key: "mine")).ShouldBe(200).Member("status").Should().Be("discarded");
    }

    [Fact]
    public void The_route_counts_with_its_values_in_the_place_of_its_parameters()
    {
        var http = new DefaultHttpContext { Request = { Method = "POST", Headers = { ["Idempotency-Key"] = "k" }, RouteValues = new() { ["id"] = "x", ["n"] = "07" } } };
        http.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/api/v1/proposals/{id}/comments/{n:int:min(1)}/acceptance"), 0, null, null));

        CommandHeaders.Id(http, new("Ao", null, new(new("dod.ao"), default, []))).Try(out var id, out _).Should().BeTrue();

        // Stored with what was accepted: another way to write it would make every repetition a new request.
        id.Should().Be(CommandId.Of("dod.ao", "POST", "/api/v1/proposals/x/comments/07/acceptance", "k"));
    }

    [Fact]
    public async Task A_refused_request_binds_nothing()
    {
        var officer = await house.SignIn("dod.ao");
        var unmarked = Papers.Visit();
        unmarked["title"] = new System.Text.Json.Nodes.JsonObject { ["text"] = "No mark" };
        (await officer.Post("/proposals", unmarked, key: "refused")).ShouldBe(422, "proposal.mark-missing").Member("errors.title[0]").Should().NotBeNull();
        (await officer.Post("/proposals", Papers.Visit(), key: "refused")).ShouldBe(201);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("tab\there")]
    public async Task A_key_that_is_none_is_400(string key)
    {
        var officer = await house.SignIn("dod.ao");
        (await officer.Post("/proposals", Papers.Visit(submit: false), key: key)).Status.Should().Be(400);
    }

    [Fact]
    public async Task A_submission_that_comes_too_soon_leaves_its_draft()
    {
        var officer = await house.SignIn("dod.ao");
        var refused = (await officer.Post("/proposals", Papers.Visit(from: "1989-12-19", to: "1989-12-22"), key: "soon")).ShouldBe(409, "proposal.too-soon");

        refused.Member("firstDay").Should().Be("1989-12-20");
        var draft = (await officer.Get($"/proposals/{refused.Member("draft")}")).ShouldBe(200);
        draft.Member("status").Should().Be("draft");
        refused.Headers["Location"].Should().EndWith(refused.Member("draft"));
        (await officer.Post($"/proposals/{refused.Member("draft")}/submission")).ShouldBe(409, "proposal.too-soon");
    }
}
