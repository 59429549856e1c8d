using System.Text.Json.Nodes;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.BadInput;

public sealed class A_list_of_disclosure_items_is_judged(OpenHouse open) : IClassFixture<OpenHouse>
{
    private readonly House house = open.House;

    [Theory]
    [InlineData("""{ "items": null }""", 400, "request.wrong-type", "items")]
    [InlineData("""{ }""", 400, "request.member-missing", "items")]
    [InlineData("""{ "items": [ { "decision": "maybe" } ] }""", 400, "request.wrong-type", "items[0].decision")]
    [InlineData("""{ "items": [ { "decision": "show", "place": "Ellsworth" } ] }""", 400, "request.member-unknown", "items[0].place")]
    [InlineData("""{ "items": [ { "decision": "show" } ] }""", 422, "text.missing", "items[0].site")]
    [InlineData("""{ "items": [ null ] }""", 422, "text.missing", "items[0].reason")]
    [InlineData("""{ "items": [ { "decision": "show", "site": { "text": "Ellsworth" } } ] }""", 422, "text.mark-missing", "items[0].site.mark")]
    public async Task What_cannot_be_understood_or_lacks_a_text_is_named_before_the_matter_is_looked_for(string body, int status, string code, string path)
    {
        var officer = await house.SignIn("dod.ao");

        (await officer.Put($"/proposals/{Guid.NewGuid():D}/disclosure-items", body, ifMatch: "\"1-00\"")).ShouldBe(status, code).Text.Should().Contain(path);
    }

    [Fact]
    public async Task A_list_needs_the_version_that_it_takes_the_place_of()
    {
        var officer = await house.SignIn("dod.ao");
        var items = await Draft(officer);
        var version = (await officer.Get(items)).ShouldBe(200).ETag;

        (await officer.Put(items, List("show"))).ShouldBe(428, "version.required");
        (await officer.Put(items, List("show"), ifMatch: version)).ShouldBe(200);
        (await officer.Put(items, List("withhold"), ifMatch: version)).ShouldBe(412, "version.stale");
        (await officer.Put(items, List("show"), ifMatch: "*")).ShouldBe(422, "disclosure.nothing-changed");
    }

    [Fact]
    public async Task The_same_key_lists_once_and_another_list_under_it_is_refused()
    {
        var officer = await house.SignIn("dod.ao");
        var items = await Draft(officer);
        var version = (await officer.Get(items)).ETag;
        var first = (await officer.Put(items, List("show"), version, key: "list")).ShouldBe(200);

        var again = (await officer.Put(items, List("show"), version, key: "list")).ShouldBe(200);
        (again.ETag, again.Text).Should().Be((first.ETag, first.Text));
        (await officer.Put(items, List("withhold"), version, key: "list")).ShouldBe(422, "idempotency.other-content");
    }

    [Fact]
    public async Task Who_may_not_know_of_the_matter_is_told_what_is_told_of_none()
    {
        var (officer, stranger) = (await house.SignIn("dod.ao"), await house.SignIn("state.ao"));
        var items = await Draft(officer);

        var absent = (await stranger.Get($"/proposals/{Guid.NewGuid():D}/disclosure-items")).ShouldBe(404, "not-found");
        (await stranger.Get(items)).ShouldBe(404, "not-found").Bytes.Should().Equal(absent.Bytes);
        (await stranger.Put(items, List("show"), "\"1-00\"")).ShouldBe(404, "not-found").Bytes.Should().Equal(absent.Bytes);
        (await (await house.SignIn("cia.ig")).Post(items + "/1/concurrence", new { concurs = true })).ShouldBe(404, "not-found").Bytes.Should().Equal(absent.Bytes);
    }

    [Fact]
    public async Task An_item_that_is_not_seen_is_answered_as_one_that_does_not_exist()
    {
        var officer = await house.SignIn("dod.ao");
        var items = await Draft(officer);
        (await officer.Put(items, List("show"), (await officer.Get(items)).ETag)).ShouldBe(200);
        (await officer.Post(items.Replace("disclosure-items", "submission", StringComparison.Ordinal))).ShouldBe(200);
        var (low, high) = (await house.SignIn("cia.ig", "C"), await house.SignIn("cia.ig"));

        foreach (var answer in new object[] { new { concurs = true }, new { concurs = false } })
        {
            (await low.Post(items + "/1/concurrence", answer)).ShouldBe(404, "disclosure.item-unknown");
            (await high.Post(items + "/9/concurrence", answer)).ShouldBe(404, "disclosure.item-unknown");
        }

        (await low.Get(items)).ShouldBe(200).Member("items")!.Should().Be("[]");
        (await high.Post(items + "/1/concurrence", new { concurs = true, objection = Papers.Text("U", "But.") })).ShouldBe(422, "disclosure.objection-unexpected");
        (await high.Post(items + "/1/concurrence", new { concurs = true })).ShouldBe(200).Member("items[0].concurrences[1].position").Should().Be("concur");
    }

    private static async Task<string> Draft(Visitor officer) =>
        $"/proposals/{(await officer.Post("/proposals", Papers.Visit(direction: "inbound", submit: false))).ShouldBe(201).Member("id")}/disclosure-items";

    private static JsonObject List(string decision) => new()
    {
        ["items"] = new JsonArray(new JsonObject
        {
            ["site"] = Papers.Text("U", "Ellsworth AFB"), ["item"] = Papers.Text("S", "B-1B"), ["decision"] = decision, ["reason"] = Papers.Text("U", "Goal 3."),
        }),
    };
}
