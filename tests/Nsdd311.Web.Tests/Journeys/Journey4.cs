using Nsdd311.Web.Tests.Hosting;
using static Nsdd311.Web.Tests.Journeys.Ships;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>Journey 4 of the rule book, steps 1 to 11: the arithmetic of ships, a waiver, a diverted ship.</summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract class Journey4(Journey4.Story story)
{
    private static readonly object Inbound = Paper("inbound", "1990-04-23", "1990-04-27", 3);
    private static readonly object Outbound = Paper("outbound", "1990-06-11", "1990-06-15", 3);

    public abstract class Story(Venue venue) : Journey("1989-12-01T09:00:00-05:00", venue)
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await ImportContacts();
        }
    }

    [Fact]
    public async Task _01_A_plan_is_tried_and_nothing_changes()
    {
        var before = (await story.Get("dod.ao", Navy)).Text;
        var plan = await story.Post("dod.ao", "/plans/trial", new
        {
            contacts = new[]
            {
                new { pair = "cno~cinc-navy", category = "exchange.ship-visit", direction = "inbound", days = new { from = "1990-04-23", to = "1990-04-27" }, units = new { days = 5, hulls = 3 } },
                new { pair = "cno~cinc-navy", category = "exchange.ship-visit", direction = "outbound", days = new { from = "1990-06-11", to = "1990-06-15" }, units = new { days = 5, hulls = 3 } },
            },
        });

        plan.Status.Should().Be(200, plan.Text);
        plan.Has("firstBreach", "1").Has("contacts[0].code", "ledger.out-of-bound").Has("contacts[0].sum[2].result", "4").Has("contacts[0].sum[2].tolerance", "3");
        plan.Has("contacts[0].remedy.inWords", "2 hulls instead of 3").Has("contacts[1].passes", "true");
        plan.Has("contacts[1].stages[0].stage", "concept").Has("contacts[1].stages[0].submitBy", "1990-03-16").Has("contacts[1].stages[0].workingDaysLeft", "71");
        (await story.Get("dod.ao", Navy)).Text.Should().Be(before);
    }

    [Fact]
    public async Task _01_The_faults_of_a_plan_are_told_with_their_path_or_their_row()
    {
        var paths = await story.Post("dod.ao", "/plans/trial", new
        {
            contacts = new[] { new { pair = "cno~nobody", category = "exchange.ship-visit", direction = "inbound", days = new { from = "1990-04-27", to = "1990-04-23" } } },
        });
        paths.Refused(422, "plan.pair");
        paths.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name).Should().Equal("contacts[0].pair", "contacts[0].days.to");

        var rows = await story.PostRows("dod.ao", "/plans/trial", "pair,category,direction,from,to,hulls\ncno~cinc-navy,exchange.ship-visit,inbound,1990-04-23,1990-04-27,3\ncno~cinc-navy,exchange.ship-visit,up,1990-04-23,1990-04-27,many\n");
        rows.Refused(422, "plan.value");
        rows.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name).Should().Equal("row 3, direction", "row 3, hulls");
        (await story.PostRows("dod.ao", "/plans/trial", "pair,category,direction,from,to,hulls\ncno~cinc-navy,exchange.ship-visit,inbound,1990-04-23,1990-04-27,2\n"))["firstBreach"].Should().BeNull();
        (await story.Post("operator", "/plans/trial", new { contacts = Array.Empty<object>() })).Refused(403, "seat.not-entitled");
    }

    [Fact]
    public async Task _02_Three_hulls_inbound_are_blocked_with_the_arithmetic()
    {
        await story.Submit("inbound", Inbound);
        await story.At("1989-12-14T10:00:00-05:00");

        var blocked = (await story.Clear("inbound", [1])).Is("blocked-on-reciprocity").Has("hold.code", "ledger.out-of-bound");

        Sum(blocked, "hulls").Should().Be((3, 0, 3, 2, 4, 3, false));
        Sum(blocked, "events").Should().Be((1, 0, 1, 1, 1, 1, true));
        Sum(blocked, "days").Should().Be((5, 0, 5, 5, 5, 6, true));
    }

    [Fact]
    public async Task _03_The_IG_chair_does_not_waive()
    {
        await story.At("1989-12-15T10:00:00-05:00");
        (await story.Post("dod.ig-chair as ig-chair", Navy + "/waivers", Waiver)).Refused(403, "waiver.sig-only");
    }

    [Fact]
    public async Task _04_By_paper_it_needs_all_five()
    {
        (await story.Post("nsc.sig as sig-chair", Navy + "/waivers", Waiver)).Has("motions[0].status", "open").Has("motions[0].kind", "waiver");
        foreach (var agency in (string[])["state", "dod", "ocjcs"]) (await story.Post($"{agency}.sig", Navy + "/motions/1/voice", new { agrees = true })).Status.Should().Be(200);
        (await story.Post("nsc.sig as sig-member", Navy + "/motions/1/voice", new { agrees = true })).Status.Should().Be(200);

        (await story.Post("nsc.sig as sig-chair", Navy + "/motions/1/grant")).Refused(409, "sig.not-unanimous").Has("agencies[0]", "CIA");
    }

    [Fact]
    public async Task _04_A_relieved_member_has_no_voice()
    {
        var relief = new { action = "relieve", seat = "sig-member/CIA", person = "cia.sig", reference = Journey.U("Letter of the Director") };
        (await story.Post("dod.ig-chair as executive-secretary", "/roster/appointments", relief)).Status.Should().BeOneOf(200, 201);

        // Within a second it counts everywhere.
        await story.At("1989-12-15T10:00:01-05:00");
        (await story.Post("cia.sig as sig-member/CIA", Navy + "/motions/1/voice", new { agrees = true })).Status.Should().Be(403);
    }

    [Fact]
    public async Task _05_Granted_it_gives_the_blocked_matter_its_hold()
    {
        await story.At("1989-12-18T10:00:00-05:00");
        (await story.Post("cia.sig-alternate", Navy + "/motions/1/voice", new { agrees = true })).Status.Should().Be(200);

        (await story.Post("nsc.sig as sig-chair", Navy + "/motions/1/grant")).Has("motions[0].status", "granted").Has("accounts[1].dimensions[2].waived", "1");

        await Journey.Until(async () => (await story.Get("dod.ao", story.Matter("inbound")))["status"] == "cleared-for-stage");
        Sum(await story.Get("dod.ao", story.Matter("inbound")), "hulls").Should().Be((3, 0, 3, 2, 4, 4, true));
        (await story.Post("nsc.sig as sig-chair", Navy + "/motions/1/grant")).Refused(409, "motion.ended");
    }

    [Fact]
    public async Task _06_Three_hulls_outbound_pass()
    {
        await story.Submit("outbound", Outbound);

        var granted = await story.ClearUnder("clear-outbound", "outbound", [1]);

        Sum(granted.Is("cleared-for-stage"), "hulls").Should().Be((2, 0, 3, 3, 2, 4, true));
    }

    [Fact]
    public async Task _07_The_same_decision_ten_times_is_one_hold()
    {
        for (var i = 0; i < 10; i++) (await story.ClearUnder("clear-outbound", "outbound", [1])).Is("cleared-for-stage");

        (await story.Get("dod.ao", Navy)).Has("accounts[1].dimensions[0].held.outbound", "1").Has("accounts[1].dimensions[2].held.outbound", "3");
    }

    [Fact]
    public async Task _08_Another_one_the_same_way_is_blocked_whatever_the_other_side_holds()
    {
        await story.Submit("third", Paper("outbound", "1990-08-13", "1990-08-17", 2));

        Sum((await story.Clear("third", [1])).Is("blocked-on-reciprocity"), "events").Should().Be((1, 1, 1, 1, 2, 1, false));
        (await story.Post("dod.ao", story.Matter("third") + "/withdrawal", new { reason = Journey.U("Another year.") })).Is("withdrawn");
    }

    [Fact]
    public async Task _09_The_inbound_visit_took_place_within_the_waiver_and_opens_a_debt()
    {
        await story.InBetween(Inbound, Outbound);

        (await story.Hulls()).Should().Be(("2", "1", "4"));
        (await story.Get("dod.ao", Navy)).Has("accounts[1].outOfBalance", "false").Has("accounts[1].openDebts[0].returnBy", "1990-07-27").Has("accounts[1].openDebts[0].owedBy", "USSR");
    }

    [Fact]
    public async Task _10_One_ship_is_diverted_by_a_crisis_and_the_shortfall_is_kept()
    {
        await story.At("1990-06-18T10:00:00-04:00");
        (await story.Post("dod.ao", story.Matter("outbound") + "/outcome", new
        {
            outcome = "took-place", days = new { from = "1990-06-11", to = "1990-06-15" }, units = new { events = 1, days = 5, hulls = 2 },
            shortfall = Journey.C("One ship was diverted by a crisis: force majeure."),
        })).Is("executed");

        (await story.Hulls()).Should().Be(("2", "2", "2"));
        var pair = await story.Get("dod.ao", Navy);
        pair.Text.Should().Contain("diverted by a crisis");
        pair.Json.GetProperty("accounts")[1].GetProperty("openDebts").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task _11_The_waiver_expires_without_an_alert()
    {
        await story.At("1990-07-01T00:00:00-04:00");

        (await story.Get("dod.ao", Navy)).Has("motions[0].status", "over").Has("accounts[1].dimensions[2].waived", "0").Has("accounts[1].outOfBalance", "false");
        (await story.Get("dod.sig", "/alerts")).Text.Should().Contain("motion.made").And.NotContain("pair.out-of-balance");
        (await story.Post("nsc.sig as sig-chair", Navy + "/waivers", Waiver)).Refused(409, "waiver.expired");
    }
}
