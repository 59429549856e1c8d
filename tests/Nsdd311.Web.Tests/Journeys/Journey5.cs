using System.Text.Json.Nodes;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>Journey 5 of the rule book; its step 6 is <see cref="Journey5KilledAgain"/>'s.</summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract class Journey5(Journey5.Story story)
{
    protected const string Monday = "1989-11-20T08:00:00-05:00";

    private static readonly JsonObject Visit = new()
    {
        ["category"] = "visit.service-chief",
        ["direction"] = "inbound",
        ["pair"] = "cno~cinc-navy",
        ["shortTitle"] = "C-in-C Navy",
        ["title"] = Papers.Text("U", "Visit of the C-in-C of the Soviet Navy"),
        ["paragraphs"] = new JsonArray(Papers.Text("C", "He sees Norfolk."), Papers.Text("U", "He answers the visit of the CNO.")),
        ["goals"] = new JsonArray(new JsonObject { ["goal"] = 3, ["rationale"] = Papers.Text("U", "They see what we show.") }),
        ["window"] = new JsonObject { ["from"] = "1990-02-05", ["to"] = "1990-02-09" },
        ["units"] = new JsonObject { ["events"] = 1, ["days"] = 5, ["persons"] = 12, ["sites"] = 3 },
        ["isNegotiation"] = false,
        ["submit"] = true,
    };

    /// <summary>What a step finds: a process that can be killed.</summary>
    public abstract class Story : IAsyncLifetime
    {
        internal abstract MortalService House { get; }

        internal string Matter { get; set; } = "";

        public Task InitializeAsync() => House.Start("1989-10-30T10:00:00-05:00");

        public virtual async Task DisposeAsync() => await House.DisposeAsync();

        /// <summary>Every process is dead. Whoever looks at it more than once keeps the store as it is now.</summary>
        internal virtual void KeepDark() { }
    }

    [Fact]
    public async Task _1_The_suspense_passes_over_the_observed_holiday()
    {
        var submitted = (await (await story.House.SignIn("dod.ao")).Post("/proposals", Visit)).ShouldBe(201);

        (submitted.Member("status"), submitted.Member("suspense")).Should().Be(("in-vetting", "1989-11-14T17:00:00-05:00"));
        story.Matter = $"/proposals/{submitted.Member("id")}";
    }

    [Fact]
    public async Task _2_All_but_CIA_concur()
    {
        await story.House.MoveTo("1989-11-07T09:00:00-05:00");
        foreach (var member in new[] { "state.ig", "nsc.ig", "ocjcs.ig" })
            (await (await story.House.SignIn(member)).Post($"{story.Matter}/positions", new { position = "concur" })).ShouldBe(200);
    }

    [Fact]
    public async Task _3_One_warning_goes_to_the_seats_of_CIA()
    {
        await story.House.MoveTo("1989-11-08T17:00:00-05:00");

        (await Alerts(story.House, "cia.ig")).Should().Equal("suspense.approaching 1989-00001 1989-11-14T17:00:00-05:00");
        (await Alerts(story.House, "state.ig")).Should().BeEmpty();
    }

    [Fact]
    public async Task _4_Every_process_is_killed()
    {
        await story.House.MoveTo("1989-11-13T09:00:00-05:00");
        await story.House.Kill();

        story.KeepDark();
        await story.House.Invoking(house => house.SignIn("dod.ao")).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task _5_What_passed_in_the_dark_is_noticed_in_its_order_and_counts_from_notice()
    {
        await story.House.Start(Monday);
        var noticed = await Noticed(story.House, story.Matter);

        noticed.Select(Short).Should().Equal(
            "proposal.suspense-passed/1 1989-11-14T17:00:00-05:00 CIA", "proposal.escalated/1 1989-11-16T17:00:00-05:00 CIA");
        foreach (var one in noticed)
            DateTimeOffset.Parse((string)one["noticed"]!).Should().BeCloseTo(DateTimeOffset.Parse(Monday), TimeSpan.FromMinutes(1));
        var matter = (await (await story.House.SignIn("dod.ao")).Get(story.Matter)).ShouldBe(200);
        (matter.Member("status"), matter.Member("sig.suspense")).Should().Be(("at-sig", "1989-12-05T17:00:00-05:00"));
    }

    [Fact]
    public async Task _7_The_round_is_closed() =>
        (await (await story.House.SignIn("cia.ig")).Post($"{story.Matter}/positions", new { position = "concur" })).ShouldBe(409, "round.closed");

    [Fact]
    public async Task _8_The_SIG_clears_by_paper_when_all_five_have_concurred()
    {
        var chair = await story.House.SignIn("nsc.sig");
        var clear = new { body = "sig", decision = "clear", findings = new[] { new { goal = 3, text = new { mark = "U", text = "It conforms." } } } };
        foreach (var member in new[] { "state.sig", "dod.sig", "ocjcs.sig", "cia.sig" })
            (await (await story.House.SignIn(member)).Post($"{story.Matter}/positions", new { position = "concur" })).ShouldBe(200);
        (await chair.Post($"{story.Matter}/decision", clear, actingAs: "sig-chair")).ShouldBe(409, "sig.not-unanimous");
        (await chair.Post($"{story.Matter}/positions", new { position = "concur" }, actingAs: "sig-member")).ShouldBe(200);

        var cleared = (await chair.Post($"{story.Matter}/decision", clear, actingAs: "sig-chair")).ShouldBe(200);

        (cleared.Member("status"), cleared.Member("stage"), cleared.Member("hold.status"), cleared.Member("logNumber")).Should().Be(("cleared-for-stage", "concept", "held", "1989-00001"));
        var next = (await (await story.House.SignIn("dod.ao")).Post("/proposals", Visit)).ShouldBe(201);
        next.Member("logNumber").Should().Be("1989-00002", "no kill has left a gap");
    }

    /// <summary>What became of the deadlines, once the matter is with the SIG: the facts that say when they were noticed, after the warning of step 3.</summary>
    private protected static async Task<JsonNode[]> Noticed(MortalService house, string matter)
    {
        var officer = await house.SignIn("dod.ao");
        JsonNode[] noticed = [];
        await MortalService.Until(async () =>
        {
            noticed = [.. (await officer.Get($"{matter}/history")).ShouldBe(200).Json["items"]!.AsArray().Where(item => item!["data"]!["noticed"] is not null)!];
            return noticed.Any(item => (string)item["type"]! == "proposal.escalated/1");
        });
        foreach (var item in noticed) item["data"]!["type"] = (string)item["type"]!;
        return [.. noticed.Select(item => item["data"]!).Where(data => (string)data["type"]! != "proposal.warned/1")];
    }

    private protected static string Short(JsonNode fact) => $"{fact["type"]} {fact["due"]} {string.Join(",", fact["silent"]!.AsArray().Select(agency => (string)agency!))}";

    private protected static async Task<string[]> Alerts(MortalService house, string person) =>
        [.. (await (await house.SignIn(person)).Get("/alerts")).ShouldBe(200).Json["items"]!.AsArray().Select(alert => $"{alert!["kind"]} {alert["subject"]} {alert["dueAt"]}")];
}
