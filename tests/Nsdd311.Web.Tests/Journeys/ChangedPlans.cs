using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>Dates and ships change after clearance: the final stage is open again, the difference is shown, the hold is priced again (8-charter, annex C).</summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract class ChangedPlans(ChangedPlans.Story story)
{
    public abstract class Story(Venue venue) : Journey("1989-12-01T09:00:00-05:00", venue)
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await ImportContacts();
        }
    }

    private static object Ships => new
    {
        category = "exchange.ship-visit",
        direction = "outbound",
        pair = "cno~cinc-navy",
        shortTitle = "Ships",
        title = Journey.U("A visit of ships"),
        paragraphs = new[] { Journey.C("They call for five days.") },
        goals = new[] { new { goal = 1, rationale = Journey.U("We see them.") } },
        window = new { from = "1990-06-11", to = "1990-06-15" },
        units = new { events = 1, days = 5, hulls = 2 },
        isNegotiation = false,
        submit = true,
    };

    [Fact]
    public async Task _1_Two_ships_are_cleared_for_all_stages()
    {
        await ClearAllStages(Ships);

        (await story.Get("dod.ao", story.Matter("ships"))).Is("cleared").Has("hold.units.hulls", "2").At("firstDayAt", "1990-06-11T00:00:00-04:00");
    }

    [Fact]
    public async Task _2_A_change_that_changes_nothing_is_none_and_others_change_nothing()
    {
        (await story.Post("dod.ao", story.Matter("ships") + "/changes", new { units = new { hulls = 2 }, reason = Journey.U("As it is.") })).Refused(422, "change.nothing");
        (await story.Post("state.ao", story.Matter("ships") + "/changes", new { units = new { hulls = 3 }, reason = Journey.U("More.") })).Refused(403, "seat.not-entitled");
    }

    [Fact]
    public async Task _3_A_third_ship_and_other_days_reopen_the_final_stage_and_the_difference_is_shown()
    {
        await story.At("1990-03-05T09:00:00-05:00");
        var changed = (await story.Post("dod.ao", story.Matter("ships") + "/changes",
            new { window = new { from = "1990-06-12", to = "1990-06-16" }, units = new { hulls = 3 }, reason = Journey.U("They ask for a third.") })).Is("in-vetting");

        changed.Has("stage", "final").At("suspense", "1990-03-12T17:00:00-05:00").Has("paper.textVersion", "4").Has("hold.units.hulls", "2").Has("round.agencies[0].position", "silent");
        changed.Has("changes[0].differences[0].field", "window.from").Has("changes[0].differences[0].before", "1990-06-11").Has("changes[0].differences[0].after", "1990-06-12");
        changed.Has("changes[0].differences[2].field", "units.hulls").Has("changes[0].differences[2].before", "2").Has("changes[0].differences[2].after", "3");
        (await story.Get("cia.ig", "/alerts")).Has("items[0].kind", "matter.changed");
    }

    [Fact]
    public async Task _4_Cleared_again_the_hold_has_its_new_price()
    {
        await AllConcurAndClear("cleared");
        var cleared = await story.Get("dod.ao", story.Matter("ships"));

        cleared.Has("hold.status", "held").Has("hold.units.hulls", "3").At("firstDayAt", "1990-06-12T00:00:00-04:00");
        var hulls = cleared.Line("hulls");
        (hulls.GetProperty("committedSame").GetDecimal(), hulls.GetProperty("asked").GetDecimal(), hulls.GetProperty("committedOther").GetDecimal(), hulls.GetProperty("result").GetDecimal())
            .Should().Be((2, 3, 3, 2));
    }

    [Fact]
    public async Task _5_More_than_the_most_is_blocked_until_it_is_given_up()
    {
        (await story.Post("dod.ao", story.Matter("ships") + "/changes", new { units = new { hulls = 4 }, reason = Journey.U("A fourth.") })).Is("in-vetting");
        await AllConcurAndClear("blocked-on-reciprocity");

        (await story.Get("dod.ao", story.Matter("ships"))).Has("hold.code", "ledger.over-most").Has("changes[1].differences[0].after", "4");
        (await story.Post("dod.ao", story.Matter("ships") + "/withdrawal", new { reason = Journey.U("Not so.") })).Is("withdrawn").Has("hold.status", "released");
    }

    [Fact]
    public async Task _6_What_takes_place_while_its_change_is_vetted_is_recorded_as_a_breach_and_counted()
    {
        await ClearAllStages(Journeys.Ships.Paper("outbound", "1990-07-09", "1990-07-13", 2));
        await story.At("1990-07-09T09:00:00-04:00");
        (await story.Post("dod.ao", story.Matter("ships") + "/changes", new { units = new { hulls = 3 }, reason = Journey.U("A third came along.") })).Is("in-vetting");
        await story.At("1990-07-13T16:00:00-04:00");

        var outcome = await story.Post("dod.ao", story.Matter("ships") + "/outcome",
            new { outcome = "took-place", days = new { from = "1990-07-09", to = "1990-07-13" }, units = new { events = 1, days = 5, hulls = 3 } });

        outcome.Is("executed").Has("changeBreach.status", "in-vetting").Has("changeBreach.cleared", "3").Has("changeBreach.uncleared", "4").Has("hold.status", "committed");
        (await story.Get("nsc.sig as sig-chair", "/alerts")).Has("items[0].kind", "change.overrun");
        (await story.Post("state.ig", story.Matter("ships") + "/positions", new { position = "concur" })).Refused(409, "round.closed");
    }

    [Fact]
    public async Task _7_Earlier_days_than_the_lead_time_allows_need_the_chairs_leave()
    {
        await ClearAllStages(Journeys.Ships.Paper("inbound", "1990-11-12", "1990-11-16", 2));
        var sooner = new { window = new { from = "1990-08-06", to = "1990-08-10" }, reason = Journey.U("They come sooner.") };
        (await story.Post("dod.ao", story.Matter("ships") + "/changes", sooner)).Refused(409, "proposal.too-soon");

        (await story.Post("dod.ao", story.Matter("ships") + "/leave-request", new { kind = "lead-time", reason = Journey.U("They asked.") })).Is("cleared");
        (await story.Post("dod.ig-chair as ig-chair", story.Matter("ships") + "/leave", new { kind = "lead-time", reason = Journey.U("So be it.") })).Is("cleared");
        (await story.Post("dod.ao", story.Matter("ships") + "/changes", sooner)).Is("in-vetting").Has("paper.window.from", "1990-08-06");
    }

    [Fact]
    public async Task _8_What_was_withdrawn_after_its_clearance_and_takes_place_all_the_same_is_a_breach_and_counted()
    {
        await ClearAllStages(Journeys.Ships.Paper("inbound", "1991-01-14", "1991-01-18", 2));
        (await story.Post("dod.ao", story.Matter("ships") + "/withdrawal", new { reason = Journey.U("They stay away.") })).Is("withdrawn").Has("hold.status", "released");
        await story.At("1991-01-18T16:00:00-05:00");

        var outcome = await story.Post("dod.ao", story.Matter("ships") + "/outcome",
            new { outcome = "took-place", days = new { from = "1991-01-14", to = "1991-01-18" }, units = new { events = 1, days = 5, hulls = 2 } });

        outcome.Is("executed").Has("changeBreach.status", "withdrawn").Has("changeBreach.cleared", "3").Has("changeBreach.uncleared", "3").Has("hold.status", "committed");
        (await story.Get("nsc.sig as sig-chair", "/alerts")).Has("items[0].kind", "change.overrun");
        (await story.Get("dod.ao", "/pairs/cno~cinc-navy")).Text.Should().Contain(story.Noted["ships"], "the ledger has it as a fact");
    }

    private async Task ClearAllStages(object paper)
    {
        story.Noted["ships"] = (await story.Post("dod.ao", "/proposals", paper)).Is("in-vetting").Id;
        await AllConcurAndClear("cleared-for-stage");
        foreach (var status in new[] { "cleared-for-stage", "cleared" })
        {
            (await story.Post("dod.ao", story.Matter("ships") + "/stages", Journey.PaperOf(paper))).Is("in-vetting");
            await AllConcurAndClear(status);
        }
    }

    private async Task AllConcurAndClear(string status)
    {
        await story.Concur("ships", "state", "nsc", "ocjcs", "cia");
        (await story.Clear("ships", [1])).Is(status);
    }
}
