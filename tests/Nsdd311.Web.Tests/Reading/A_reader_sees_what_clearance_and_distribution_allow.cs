using System.Text.Json.Nodes;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Reading;

public sealed class A_reader_sees_what_clearance_and_distribution_allow(OpenHouse open) : IClassFixture<OpenHouse>
{
    private readonly House house = open.House;

    [Fact]
    public async Task With_clearance_U_the_classified_paragraphs_are_gone_without_a_trace()
    {
        var path = await Submitted();
        var cleared = (await (await house.SignIn("state.ao")).Get(path)).ShouldBe(200);
        var uncleared = (await (await house.SignIn("state.ao", "U")).Get(path)).ShouldBe(200);

        cleared.Json["paper"]!["paragraphs"]!.AsArray().Should().HaveCount(2);
        uncleared.Json["paper"]!["paragraphs"]!.AsArray().Should().HaveCount(1);
        (uncleared.Member("marking.overall"), uncleared.Member("marking.shown")).Should().Be(("C", "U"));
        uncleared.Text.Should().NotContain("naval arms control").And.NotContain("Sites not seen before");
    }

    [Fact]
    public async Task Where_a_matter_is_filed_elsewhere_is_shown_and_a_reference_that_cannot_be_one_is_named()
    {
        var (officer, visit) = (await house.SignIn("dod.ao"), Papers.Visit());
        visit["references"] = new JsonArray(new JsonObject { ["system"] = "System II", ["number"] = "90597" }, new JsonObject { ["system"] = "CJCS", ["year"] = 1988, ["number"] = "88/5.1" });
        var shown = (await officer.Get($"/proposals/{(await officer.Post("/proposals", visit)).ShouldBe(201).Member("id")}")).ShouldBe(200);
        shown.Json["paper"]!["references"]!.ToJsonString().Should().Be("""[{"system":"System II","number":"90597"},{"system":"CJCS","year":1988,"number":"88/5.1"}]""");

        visit["references"] = new JsonArray(new JsonObject { ["system"] = "System II; drop it", ["number"] = "90597" });
        var refused = (await officer.Post("/proposals", visit)).ShouldBe(422, "proposal.reference-invalid");
        refused.Text.Should().Contain("references[0].system");
    }

    [Fact]
    public async Task A_draft_is_known_to_its_own_desk_alone()
    {
        var officer = await house.SignIn("dod.ao");
        var path = $"/proposals/{(await officer.Post("/proposals", Papers.Visit(submit: false))).Member("id")}";
        (await (await house.SignIn("dod.ig")).Get(path)).ShouldBe(200);
        foreach (var stranger in new[] { "state.ao", "dod.ig-chair", "dod.sig", "observer", "operator" })
            (await (await house.SignIn(stranger)).Get(path)).ShouldBe(404, "not-found");
    }

    [Fact]
    public async Task The_list_holds_what_the_reader_may_know_of_and_nothing_else()
    {
        var path = await Submitted();
        var id = path.Split('/')[^1];
        (await (await house.SignIn("cia.ig")).Get("/proposals")).Text.Should().Contain(id);
        (await (await house.SignIn("auditor")).Get("/proposals")).Text.Should().Contain(id);
        foreach (var stranger in new[] { "observer", "operator", "state.sig" })
            (await (await house.SignIn(stranger)).Get("/proposals")).ShouldBe(200).Json["items"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition_and_a_cursor_is_its_reader_s_own()
    {
        for (var i = 0; i < 5; i++) await Submitted();
        var (member, other) = (await house.SignIn("nsc.ig"), await house.SignIn("cia.ig"));
        var all = (await member.Get("/proposals?sort=submitted&status=in-vetting")).Json["items"]!.AsArray().Select(item => (string)item!["id"]!).ToList();

        List<string> paged = [];
        var address = "/proposals?sort=submitted&status=in-vetting&limit=2";
        while (address is not null)
        {
            var page = (await member.Get(address)).ShouldBe(200);
            paged.AddRange(page.Json["items"]!.AsArray().Select(item => (string)item!["id"]!));
            if (paged.Count == 2) (await other.Get($"/proposals?sort=submitted&status=in-vetting&limit=2&cursor={page.Member("next")}")).ShouldBe(400, "query.malformed");
            address = page.Headers.TryGetValue("Link", out var link) ? link[1..link.IndexOf('>')] : null!;
        }

        paged.Should().Equal(all);
    }

    [Fact]
    public async Task The_history_tells_facts_in_words_and_texts_only_to_those_who_may_read_them()
    {
        var path = await Submitted();
        (await (await house.SignIn("state.ig")).Post($"{path}/positions", new { position = "nonconcur", objection = Papers.Text("C", "The timing helps them."), cure = Papers.Text("U", "Later.") })).ShouldBe(200);

        var member = (await (await house.SignIn("nsc.ig")).Get($"{path}/history")).ShouldBe(200);
        var auditor = (await (await house.SignIn("auditor")).Get($"{path}/history")).ShouldBe(200);

        member.Text.Should().Contain("STATE: nonconcur.").And.Contain("The timing helps them.").And.Contain("state.ig as ig-member/STATE");
        auditor.Text.Should().Contain("STATE: nonconcur.").And.NotContain("The timing helps them.").And.NotContain("Secretary of Defense visit");
    }

    [Fact]
    public async Task The_history_has_no_hash_by_which_a_text_that_was_left_out_could_be_guessed()
    {
        var path = await Submitted();

        var cleared = (await (await house.SignIn("state.ao")).Get($"{path}/history")).ShouldBe(200);
        var uncleared = (await (await house.SignIn("state.ao", "U")).Get($"{path}/history")).ShouldBe(200);

        cleared.Json["items"]!.AsArray().Should().OnlyContain(item => item!["hash"] != null);
        uncleared.Json["items"]!.AsArray().Should().NotBeEmpty().And.OnlyContain(item => item!["hash"] == null);
    }

    [Fact]
    public async Task Charter_roster_and_pairs_can_be_read()
    {
        var officer = await house.SignIn("dod.ao");
        (await officer.Get("/charter")).ShouldBe(200).Json["categories"]!.AsArray().Should().HaveCount(20);
        (await officer.Get("/roster")).ShouldBe(200).Text.Should().Contain("\"seat\":\"ig-member/STATE\"");
        (await officer.Get("/pairs")).ShouldBe(200).Json["items"]!.AsArray().Should().HaveCount(13);
        (await officer.Get("/pairs/secdef~minister-of-defense")).ShouldBe(200).Json["accounts"]!.AsArray().Should().HaveCount(2);
        (await officer.Get("/pairs/secdef~nobody")).ShouldBe(404, "not-found");
        (await (await house.SignIn("operator")).Get("/pairs/secdef~minister-of-defense")).ShouldBe(404, "not-found");
    }

    private async Task<string> Submitted()
    {
        var officer = await house.SignIn("dod.ao");
        return $"/proposals/{(await officer.Post("/proposals", Papers.Visit())).ShouldBe(201).Member("id")}";
    }
}
