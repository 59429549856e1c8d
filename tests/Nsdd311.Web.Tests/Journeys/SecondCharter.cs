using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>
/// Another relationship on the same program: three agencies, other goals, stages, holidays, hours and persons. What is final at once, who must be heard and
/// who owes whom follow from its charter alone.
/// </summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract class SecondCharter(SecondCharter.Story story)
{
    public abstract class Story(Venue venue) : Journey("2026-03-02T09:00:00+11:00", venue, Repository.PathOf("tests/charters/second.json"));

    private static object Visit(string from, string to, int persons = 10) => new
    {
        category = "visit.minister",
        direction = "outbound",
        pair = "minister~menhan",
        shortTitle = "Minister's visit",
        title = Journey.U("The Minister visits"),
        paragraphs = new[] { Journey.C("Two days in the capital, two at sea.") },
        goals = new[] { new { goal = 2, rationale = Journey.U("Safer at sea.") } },
        window = new { from, to },
        units = new { events = 1, days = 4, persons },
        isNegotiation = false,
        submit = true,
    };

    private Task<Answer> Clear(string matter) => story.Post("group.chair", story.Matter(matter) + "/decision", new
    {
        body = "ig",
        decision = "clear",
        findings = new[] { new { goal = 2, text = Journey.U("It conforms.") } },
    });

    [Fact]
    public async Task _1_The_lead_time_counts_its_own_holidays() =>
        (await story.Post("defence.officer", "/proposals", Visit("2026-04-07", "2026-04-10"))).Refused(409, "proposal.too-soon").Has("firstDay", "2026-04-08");

    [Fact]
    public async Task _2_The_suspense_ends_at_its_own_close_of_business()
    {
        var accepted = (await story.Post("defence.officer", "/proposals", Visit("2026-08-10", "2026-08-13"))).Is("in-vetting");

        accepted.Has("stage", "concept").Has("logNumber", "2026-00001").At("suspense", "2026-03-12T16:30:00+11:00");
        accepted.Json.GetProperty("round").GetProperty("agencies").GetArrayLength().Should().Be(3);
        story.Noted["visit"] = accepted.Id;
    }

    [Fact]
    public async Task _3_All_three_concur_and_that_is_unanimous()
    {
        (await Clear("visit")).Refused(409, "proposal.mandatory-silent").Has("agencies[0]", "DFAT").Has("agencies[1]", "ONI");
        (await story.Position("dfat.alternate", "visit", new { position = "concur" })).Is("in-vetting");
        (await story.Position("oni.member", "visit", new { position = "concur" })).Is("in-vetting");

        (await Clear("visit")).Is("cleared-for-stage").Has("hold.status", "held");
    }

    [Fact]
    public async Task _4_A_second_one_the_same_way_is_blocked()
    {
        story.Noted["second"] = (await story.Post("dfat.officer", "/proposals", Visit("2026-11-09", "2026-11-12"))).Is("in-vetting").Id;
        (await story.Position("defence.member", "second", new { position = "concur" })).Is("in-vetting");
        (await story.Position("oni.member", "second", new { position = "concur" })).Is("in-vetting");

        (await Clear("second")).Is("blocked-on-reciprocity").Has("hold.code", "ledger.out-of-bound");
    }

    [Fact]
    public async Task _5_Without_unanimity_the_final_waits_three_working_days()
    {
        await story.At("2026-03-16T09:00:00+11:00");
        (await story.Post("defence.officer", story.Matter("visit") + "/stages", Journey.PaperOf(Visit("2026-08-10", "2026-08-13")))).Is("in-vetting")
            .Has("stage", "final").At("suspense", "2026-03-20T16:30:00+11:00");
        (await story.Position("dfat.member", "visit", new { position = "concur" })).Is("in-vetting");
        (await story.Position("oni.member", "visit", new { position = "no-interest" })).Is("in-vetting");
        await story.At("2026-03-17T10:00:00+11:00");

        (await Clear("visit")).Is("decided").At("reclamaUntil", "2026-03-20T16:30:00+11:00");
        await story.At("2026-03-20T16:30:00+11:00");
        (await story.Get("defence.officer", story.Matter("visit"))).Is("cleared");
    }

    [Fact]
    public async Task _6_It_took_place_and_this_side_owes_a_visit_within_nine_months()
    {
        await story.At("2026-08-14T09:00:00+10:00");
        (await story.Post("defence.officer", story.Matter("visit") + "/outcome", new
        {
            outcome = "took-place",
            days = new { from = "2026-08-10", to = "2026-08-13" },
            units = new { events = 1, days = 4, persons = 9 },
        })).Is("executed").At("reportDue", "2026-09-04T16:30:00+10:00");

        var pair = await story.Get("defence.officer", "/pairs/minister~menhan");
        pair.Has("accounts[0].openDebts[0].owedBy", "Australia").Has("accounts[0].openDebts[0].returnBy", "2027-05-13");
    }

    [Fact]
    public async Task _7_Media_lines_run_under_silence_in_its_own_hours()
    {
        var accepted = (await story.Post("dfat.officer", "/proposals", new
        {
            category = "statement.media",
            shortTitle = "Lines",
            title = Journey.U("If asked"),
            paragraphs = new[] { Journey.U("It went well.") },
            goals = new[] { new { goal = 1, rationale = Journey.U("Seen.") } },
            window = new { from = "2026-08-14", to = "2026-08-20" },
            isNegotiation = false,
            submit = true,
        })).Is("in-vetting").At("suspense", "2026-08-14T15:00:00+10:00").Id;

        await story.At("2026-08-14T15:00:00+10:00");
        (await story.Get("dfat.officer", $"/proposals/{accepted}")).Has("round.clock", "expired").Has("round.agencies[0].position", "silent-by-procedure");
    }

    [Fact]
    public async Task _8_What_touches_a_subject_under_negotiation_needs_the_word_of_the_agency_that_negotiates()
    {
        (await story.Get("dfat.officer", "/charter")).Has("underNegotiation[0].name", "Maritime boundaries");
        story.Noted["lines"] = (await story.Post("defence.officer", "/proposals", new
        {
            category = "statement.media",
            shortTitle = "Lines",
            title = Journey.U("If asked"),
            paragraphs = new[] { Journey.U("The line runs where it runs.") },
            goals = new[] { new { goal = 2, rationale = Journey.U("Seen.") } },
            subjects = new[] { Journey.U("maritime boundaries") },
            window = new { from = "2026-08-17", to = "2026-08-20" },
            isNegotiation = false,
            submit = true,
        })).Is("in-vetting").Id;
        foreach (var member in new[] { "dfat.member", "oni.member" }) (await story.Position(member, "lines", new { position = "no-interest" })).Is("in-vetting");

        (await Clear("lines")).Refused(409, "proposal.state-concurrence-required").Has("agencies[0]", "DFAT");
        (await story.Position("dfat.member", "lines", new { position = "concur" })).Is("in-vetting");
        (await Clear("lines")).Is("cleared");
    }
    [Fact]
    public async Task _9_Only_the_intelligence_office_concurs_in_what_an_inbound_visit_is_shown()
    {
        object inbound = new
        {
            category = "visit.minister", direction = "inbound", pair = "minister~menhan", shortTitle = "Their minister", title = Journey.U("Their minister comes"),
            paragraphs = new[] { Journey.U("He sees the yards.") }, goals = new[] { new { goal = 2, rationale = Journey.U("Safer at sea.") } },
            window = new { from = "2026-11-16", to = "2026-11-19" }, units = new { events = 1, days = 4, persons = 10 }, isNegotiation = false,
        };
        story.Noted["inbound"] = (await story.Post("defence.officer", "/proposals", inbound)).Is("draft").Id;
        var items = story.Matter("inbound") + "/disclosure-items";
        (await story.Put("defence.officer", items, new { items = new[] { new { site = Journey.U("Osborne"), item = Journey.U("Hull of a frigate"), decision = "show", reason = Journey.U("It is launched.") } } }))
            .Has("items[0].concurrences[0].agency", "ONI").Has("items[0].concurrences[0].position", "silent");
        (await story.Post("defence.officer", story.Matter("inbound") + "/submission")).Is("in-vetting");
        foreach (var member in new[] { "dfat.member", "oni.member" }) (await story.Position(member, "inbound", new { position = "concur" })).Is("in-vetting");
        (await Clear("inbound")).Is("cleared-for-stage");

        (await story.Post("defence.officer", story.Matter("inbound") + "/stages", inbound)).Is("in-vetting");
        foreach (var member in new[] { "dfat.member", "oni.member" }) (await story.Position(member, "inbound", new { position = "concur" })).Is("in-vetting");
        (await Clear("inbound")).Refused(409, "disclosure.not-concurred").Has("wanting[0].agency", "ONI");
        (await story.Post("defence.member", items + "/1/concurrence", new { concurs = true })).Refused(403, "disclosure.not-yours");
        (await story.Post("oni.member", items + "/1/concurrence", new { concurs = true })).Has("items[0].concurrences[0].position", "concur");
        (await Clear("inbound")).Is("cleared");
    }
}
