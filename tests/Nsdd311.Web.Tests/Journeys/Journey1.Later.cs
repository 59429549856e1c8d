namespace Nsdd311.Web.Tests.Journeys;

// Steps 17 to 26: the second visit, the later stages, the contact, its debt and its report.
public abstract partial class Journey1
{
    [Fact]
    public async Task _17_A_second_outbound_visit_is_blocked_on_reciprocity_in_numbers()
    {
        await story.At("1989-11-01T09:00:00-05:00");
        story.Noted["second"] = (await story.Post("nsc.ao", "/proposals", Visit(from: "1991-02-11", to: "1991-02-14"))).Is("in-vetting").Id;
        await story.Concur("second", "state", "dod", "ocjcs", "cia");

        var blocked = await story.Clear("second", [1, 2, 3]);
        blocked.Status.Should().Be(200);
        blocked.Is("blocked-on-reciprocity").Has("hold.code", "ledger.out-of-bound");
        Sum(blocked, "events").Should().Be((1, 1, 1, 1, 2, 1));
    }

    [Fact]
    public async Task _18_The_bound_is_one_sided_so_an_inbound_visit_passes()
    {
        story.Noted["inbound"] = (await story.Post("state.ao", "/proposals", Visit(from: "1990-09-10", to: "1990-09-14", direction: "inbound"))).Is("in-vetting").Id;
        await story.Concur("inbound", "nsc", "dod", "ocjcs", "cia");

        var granted = (await story.Clear("inbound", [1, 2, 3])).Is("cleared-for-stage").Has("hold.status", "held");
        Sum(granted, "events").Should().Be((1, 0, 1, 1, 1, 1));
        (await story.Post("state.ao", story.Matter("inbound") + "/withdrawal", new { reason = Journey.U("Not now.") })).Is("withdrawn").Has("hold.status", "released");
    }

    [Fact]
    public async Task _19_The_plan_is_vetted_and_the_hold_re_priced()
    {
        await story.At("1990-01-08T09:00:00-05:00");
        (await story.Post("dod.ao", story.Matter("visit") + "/stages", Journey.PaperOf(Visit(days: 6)))).Is("in-vetting").Has("stage", "plan").At("suspense", "1990-01-23T17:00:00-05:00");
        await story.Concur("visit", "state", "ocjcs", "cia");
        (await story.Position("nsc.ig", "visit", new { position = "no-interest" })).Is("in-vetting");
        await story.At("1990-01-22T11:00:00-05:00");

        var cleared = (await story.Clear("visit", [1, 2, 3])).Is("decided").Has("hold.status", "held").Has("hold.units.days", "6");
        Sum(cleared, "days").Should().Be((4, 0, 6, 6, 4, 8));
        await story.At("1990-01-24T17:00:00-05:00");
        (await story.Get("dod.ao", story.Matter("visit"))).Is("cleared-for-stage").Has("stage", "plan");
    }

    [Fact]
    public async Task _20_The_final_is_vetted_and_all_stages_are_cleared()
    {
        await story.At("1990-03-05T09:00:00-05:00");
        (await story.Post("dod.ao", story.Matter("visit") + "/stages", Journey.PaperOf(Visit(days: 6)))).Is("in-vetting").Has("stage", "final").At("suspense", "1990-03-12T17:00:00-05:00");
        await story.Concur("visit", "state", "ocjcs", "cia");
        (await story.Position("nsc.ig", "visit", new { position = "no-interest" })).Is("in-vetting");
        await story.At("1990-03-09T11:00:00-05:00");
        (await story.Clear("visit", [1, 2, 3])).Is("decided");

        await story.At("1990-03-13T17:00:00-05:00");
        (await story.Get("dod.ao", story.Matter("visit"))).Is("cleared");
    }

    [Fact]
    public async Task _21_The_first_day_comes_with_a_condition_open()
    {
        await story.At("1990-05-14T00:00:00-04:00");
        (await story.Get("dod.ao", "/alerts")).Text.Should().Contain("condition.open").And.Contain("1989-00001");

        (await story.Post(Chair, story.Matter("visit") + "/conditions/1/met", new { evidence = Journey.U("Itinerary received.") })).Is("cleared")
            .Has("conditions[0].isMet", "true");
    }

    [Fact]
    public async Task _22_It_took_place_and_a_debt_opens()
    {
        await story.At("1990-05-21T09:00:00-04:00");
        (await story.Post("dod.ao", story.Matter("visit") + "/outcome", new
        {
            outcome = "took-place",
            days = new { from = "1990-05-14", to = "1990-05-18" },
            units = new { events = 1, days = 6, persons = 19, sites = 3 },
            shortfall = Journey.C("One site withheld by the host."),
        })).Is("executed").Has("hold.status", "committed").At("reportDue", "1990-06-04T17:00:00-04:00");

        var account = await Account("visit.ministerial");
        account.GetProperty("given").GetDecimal().Should().Be(1);
        account.GetProperty("received").GetDecimal().Should().Be(2);
        Balance(account, "days").Should().Be(-4);
        Balance(account, "sites").Should().Be(-2);
        var debt = account.GetProperty("openDebts").EnumerateArray().Single();
        debt.GetProperty("returnBy").GetString().Should().Be("1991-05-18");
        debt.GetProperty("owedBy").GetString().Should().Be("US");
    }

    [Fact]
    public async Task _22b_Why_less_took_place_is_told_to_whom_the_matter_is_distributed()
    {
        string[] pages = [story.Matter("visit"), story.Matter("visit") + "/history", "/pairs/secdef~minister-of-defense"];
        foreach (var page in pages)
        {
            (await story.Get("dod.ao", page)).Text.Should().Contain("One site withheld by the host.");
            (await story.Get("auditor", page)).Text.Should().Contain("1990-05-18", "an auditor reads every fact").And.NotContain("withheld by");
        }
    }

    [Fact]
    public async Task _23_Without_a_report_it_is_overdue()
    {
        await story.At("1990-06-04T17:00:00-04:00");
        (await story.Get("dod.ao", "/alerts")).Text.Should().Contain("report.overdue");
    }

    [Fact]
    public async Task _24_Another_visit_waits_for_the_report_and_a_statement_does_not()
    {
        await story.At("1990-06-05T09:00:00-04:00");
        (await story.Post("dod.ao", "/proposals", Visit(from: "1991-05-13", to: "1991-05-17"))).Refused(409, "proposal.report-overdue").Has("reports[0]", "1989-00001");
        (await story.Post("dod.ao", "/proposals", new
        {
            category = "statement.press-guidance",
            shortTitle = "Press guidance",
            title = Journey.U("If asked"),
            paragraphs = new[] { Journey.U("The visit went well.") },
            goals = new[] { new { goal = 2, rationale = Journey.U("Openness.") } },
            window = new { from = "1990-06-05", to = "1990-06-05" },
            isNegotiation = false,
            submit = true,
        })).Is("in-vetting");
    }

    [Fact]
    public async Task _25_The_report_closes_it_and_visits_are_possible_again()
    {
        (await story.Post("dod.ao", story.Matter("visit") + "/report", new { paragraphs = new[] { Journey.C("They showed us three sites.") } })).Is("closed");
        (await story.Post("dod.ao", "/proposals", Visit(from: "1991-05-13", to: "1991-05-17"))).Is("in-vetting");
        (await story.Get("nsc.ao", story.Matter("second"))).Is("blocked-on-reciprocity");
    }

    [Fact]
    public async Task _26_The_history_has_every_step_and_no_refusal()
    {
        var history = await story.Get("auditor", story.Matter("visit") + "/history");

        history.Status.Should().Be(200, history.Text);
        var steps = history.Json.GetProperty("items").EnumerateArray().ToArray();
        steps.Select(step => step.GetProperty("type").GetString()).Should().ContainInOrder(
            "proposal.drafted/1", "proposal.submitted/1", "proposal.numbered/1", "proposal.position-taken/1", "proposal.leave-given/1", "proposal.amended/1",
            "proposal.disposition-proposed/1", "proposal.position-confirmed/1", "proposal.disposition-answered/1", "proposal.ruled/1", "proposal.hold-granted/1",
            "proposal.became-final/1", "proposal.stage-handed-in/1", "proposal.first-day-came/1", "proposal.condition-met/1", "proposal.outcome-recorded/1",
            "proposal.ledger-answered/1", "proposal.report-overdue/1", "proposal.reported/1");
        steps.Should().NotContain(step => step.GetProperty("type").GetString()!.Contains("refus", StringComparison.Ordinal));
        steps.Count(step => step.GetProperty("type").GetString() == "proposal.position-taken/1").Should().Be(13, "refused positions are not in it");
        history.Text.Should().Contain("ig-member/STATE").And.Contain("ig-chair");
    }
}
