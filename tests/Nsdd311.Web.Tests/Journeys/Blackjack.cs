using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>
/// "Blackjack asked in return for the B-1": Marshal Akhromeyev sat in a B-1B at Ellsworth on 10 July 1988, whose control system was not operated before him; the US side
/// had said that it wanted to see the Blackjack in return, and Secretary Carlucci was shown it at Kubinka on 2 August (contacts C016, C018, C021, C022).
/// </summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract class Blackjack(Blackjack.Story story)
{
    public abstract class Story(Venue venue) : Journey("1988-04-04T09:00:00-04:00", venue);

    private static readonly object Lejeune = Item("U", "Camp Lejeune", "U", "Landing of Marines", "show", "Any spectator sees it.");
    private static readonly object Cockpit = Item("U", "Ellsworth AFB", "C", "B-1B, from its cockpit", "show", "He learns what it is, not how it is flown.", "To see the Blackjack.");
    private static readonly object Control = Item("U", "Ellsworth AFB", "S", "B-1B, its control system in operation", "withhold", "It tells how low it flies.");

    private static object Crews(string decision) => Item("U", "Ellsworth AFB", "U", "Missile crew training centre", decision, "They train for the same.");

    private static object Item(string siteMark, string site, string itemMark, string item, string decision, string reason, string? askedInReturn = null) => new
    {
        site = new { mark = siteMark, text = site },
        item = new { mark = itemMark, text = item },
        decision,
        reason = new { mark = itemMark, text = reason },
        askedInReturn = askedInReturn is null ? null : Journey.C(askedInReturn),
    };

    private static object Visit(string category, string direction, string pair, string title, string from, string to, object units) => new
    {
        category, direction, pair, shortTitle = title, title = Journey.U(title), paragraphs = new[] { Journey.U("He comes, and sees.") },
        goals = new[] { new { goal = 3, rationale = Journey.U("What is shown is chosen, and what is asked in return is asked.") } },
        window = new { from, to }, units, isNegotiation = false,
    };

    private static object Akhromeyev => Visit(
        "visit.chiefs", "inbound", "cjcs~chief-of-general-staff", "Marshal Akhromeyev's visit", "1988-07-05", "1988-07-11", new { events = 1, days = 7, persons = 20, sites = 3 });

    private static object Carlucci => Visit(
        "visit.ministerial", "outbound", "secdef~minister-of-defense", "Secretary Carlucci's visit", "1988-08-01", "1988-08-04", new { events = 1, days = 4, persons = 18, sites = 4 });

    private string Marshal => story.Matter("marshal");

    private string Items => Marshal + "/disclosure-items";

    [Fact]
    public async Task _1_The_Joint_Chiefs_list_what_the_Marshal_is_to_see_and_what_is_asked_in_return()
    {
        story.Noted["marshal"] = (await story.Post("ocjcs.ao", "/proposals", Akhromeyev)).Is("draft").Id;
        var listed = await story.Put("ocjcs.ao", Items, new { items = new[] { Lejeune, Cockpit, Crews("show"), Control } });

        listed.Has("textVersion", "2").Has("items[1].number", "2").Has("items[1].askedInReturn.text", "To see the Blackjack.").Has("items[3].decision", "withhold").Has("marking.overall", "S");
        (await story.Post("ocjcs.ao", Marshal + "/submission")).Is("in-vetting").Has("paper.textVersion", "2").Has("marking.overall", "S");
    }

    [Fact]
    public async Task _2_Whether_he_comes_at_all_is_cleared_without_a_word_on_the_items()
    {
        for (var stage = 0; stage < 2; stage++)
        {
            await story.Concur("marshal", "state", "dod", "nsc", "cia");
            (await story.Clear("marshal", [3])).Is("cleared-for-stage");
            (await story.Post("ocjcs.ao", Marshal + "/stages", Akhromeyev)).Is("in-vetting");
        }

        await story.Concur("marshal", "state", "dod", "nsc", "cia");
    }

    [Fact]
    public async Task _3_What_he_sees_is_not_cleared_while_CIA_and_DOD_are_silent_on_it()
    {
        var refused = (await story.Clear("marshal", [3])).Refused(409, "disclosure.not-concurred");

        refused.Has("wanting[0].item", "1").Has("wanting[0].agency", "DOD").Has("wanting[0].objects", "false").Has("wanting[7].item", "4").Has("wanting[7].agency", "CIA");
        (await story.Post("state.ig", Items + "/1/concurrence", new { concurs = true })).Refused(403, "disclosure.not-yours").Has("agencies[1]", "CIA");
        (await story.Post("cia.ao", Items + "/1/concurrence", new { concurs = true })).Refused(403, "position.not-your-seat");
    }

    [Fact]
    public async Task _4_CIA_objects_to_the_crew_trainer_and_concurs_in_the_rest()
    {
        foreach (var item in (int[])[1, 2, 4]) await Concur("cia", item);
        foreach (var item in (int[])[1, 2, 3, 4]) await Concur("dod", item);
        (await story.Post("cia.ig", Items + "/3/concurrence", new { concurs = false })).Refused(422, "position.objection-missing");
        (await story.Post("cia.ig", Items + "/3/concurrence", new { concurs = false, objection = Journey.C("The trainer shows the time to launch.") })).Status.Should().Be(200);

        (await story.Get("state.ig", Items)).Has("items[2].concurrences[1].agency", "CIA").Has("items[2].concurrences[1].position", "nonconcur").Has("items[2].concurrences[0].position", "concur");
        (await story.Clear("marshal", [3])).Refused(409, "disclosure.not-concurred").Has("wanting[0].item", "3").Has("wanting[0].objects", "true");
    }

    [Fact]
    public async Task _5_Withheld_with_the_chairs_leave_the_trainer_is_another_item_and_is_concurred_in_anew()
    {
        object[] items = [Lejeune, Cockpit, Crews("withhold"), Control];
        (await story.Put("ocjcs.ao", Items, new { items })).Refused(409, "proposal.leave-missing");
        (await story.Post("dod.ig-chair as ig-chair", Marshal + "/leave", new { kind = "amendment", reason = Journey.U("It cures the objection.") })).Is("in-vetting");
        var listed = await story.Put("ocjcs.ao", Items, new { items });
        listed.Has("items[2].number", "5").Has("items[2].concurrences[0].position", "silent").Has("items[1].concurrences[1].position", "concur");

        foreach (var agency in (string[])["state", "dod", "nsc", "cia"]) (await story.Post($"{agency}.ig", Marshal + "/positions/confirmation")).Is("in-vetting");
        (await story.Post("cia.ig", Items + "/3/concurrence", new { concurs = true })).Refused(404, "disclosure.item-unknown");
        (await story.Clear("marshal", [3])).Refused(409, "disclosure.not-concurred").Has("wanting[0].item", "5").Has("wanting[1].agency", "CIA");
        foreach (var agency in (string[])["dod", "cia"]) await Concur(agency, 5);
        (await story.Clear("marshal", [3])).Is("cleared").Has("hold.status", "held");
    }

    [Fact]
    public async Task _6_Who_is_not_cleared_for_an_item_has_never_heard_of_it()
    {
        var seen = await story.Get("state.ig cleared C", Items);
        seen.Json.GetProperty("items").GetArrayLength().Should().Be(3);
        seen.Text.Should().NotContain("control system").And.NotContain("how low");
        seen.Has("marking.shown", "C");

        var history = await story.Get("state.ig cleared C", Marshal + "/history");
        history.Text.Should().Contain("proposal.disclosure-listed/1").And.NotContain("control system").And.NotContain("item 4").And.NotContain("\"number\":4");
        (await story.Get("state.ig", Marshal + "/history")).Text.Should().Contain("control system").And.Contain("CIA concurred in disclosure item 4.");
    }

    [Fact]
    public async Task _7_One_more_site_after_clearance_asks_for_that_item_alone()
    {
        object[] items = [Lejeune, Cockpit, Crews("withhold"), Control, Item("U", "Fort Hood", "U", "Barracks", "show", "They asked."), Item("U", "Langley AFB", "U", "F-15", "show", "They asked.")];
        var (one, both) = (new { units = new { sites = 3 }, disclosureItems = items, reason = Journey.U("They asked for more.") }, new { units = new { sites = 4 }, disclosureItems = items, reason = Journey.U("They asked for more.") });
        (await story.Post("ocjcs.ao", Marshal + "/changes", one)).Refused(422, "disclosure.more-sites-than-declared").Has("listed", "4");
        (await story.Post("ocjcs.ao", Marshal + "/changes", both)).Is("in-vetting").Has("changes[0].itemsAdded[0]", "6").Has("changes[0].itemsAdded[1]", "7").Has("changes[0].differences[0].field", "units.sites");

        await story.Concur("marshal", "state", "dod", "nsc", "cia");
        var refused = (await story.Clear("marshal", [3])).Refused(409, "disclosure.not-concurred");
        refused.Json.GetProperty("wanting").GetArrayLength().Should().Be(4);
        foreach (var agency in (string[])["dod", "cia"])
            foreach (var item in (int[])[6, 7]) await Concur(agency, item);
        (await story.Clear("marshal", [3])).Is("cleared").Has("hold.units.sites", "4");
    }

    [Fact]
    public async Task _8_The_Secretary_goes_to_Kubinka_and_nobody_concurs_in_what_the_others_show()
    {
        story.Noted["secretary"] = (await story.Post("dod.ao", "/proposals", Carlucci)).Is("draft").Id;
        var kubinka = Item("U", "Kubinka", "U", "Blackjack bomber", "show", "Asked in return for the B-1B at Ellsworth.");
        (await story.Put("dod.ao", story.Matter("secretary") + "/disclosure-items", new { items = new[] { kubinka } })).Has("textVersion", "2").Has("items[0].concurrences", "[]");
        (await story.Post("dod.ao", story.Matter("secretary") + "/submission")).Is("in-vetting");

        for (var left = 2; left >= 0; left--)
        {
            await story.Concur("secretary", "state", "nsc", "ocjcs", "cia");
            if (left == 0) (await story.Post("cia.ig", story.Matter("secretary") + "/disclosure-items/1/concurrence", new { concurs = true })).Refused(409, "disclosure.not-inbound");
            (await story.Clear("secretary", [3])).Is(left > 0 ? "cleared-for-stage" : "cleared");
            if (left > 0) (await story.Post("dod.ao", story.Matter("secretary") + "/stages", Carlucci)).Is("in-vetting");
        }
    }

    [Fact]
    public async Task _9_Both_took_place_and_the_lists_stay_with_them()
    {
        await story.At("1988-07-12T10:00:00-04:00");
        (await story.Post("ocjcs.ao", Marshal + "/outcome",
            new { outcome = "took-place", days = new { from = "1988-07-05", to = "1988-07-11" }, units = new { events = 1, days = 7, persons = 20, sites = 4 } })).Is("executed");
        await story.At("1988-08-05T10:00:00-04:00");
        (await story.Post("dod.ao", story.Matter("secretary") + "/outcome",
            new { outcome = "took-place", days = new { from = "1988-08-01", to = "1988-08-04" }, units = new { events = 1, days = 4, persons = 18, sites = 4 } })).Is("executed");

        (await story.Get("ocjcs.ao", Items)).Has("items[1].askedInReturn.text", "To see the Blackjack.").Has("items[1].concurrences[1].position", "concur");
        (await story.Post("cia.ig", Items + "/1/concurrence", new { concurs = true })).Refused(409, "round.closed");
    }

    private async Task Concur(string agency, int item) => (await story.Post($"{agency}.ig", $"{Items}/{item}/concurrence", new { concurs = true })).Status.Should().Be(200);
}
