using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>Journey 3 of the rule book: an agreement, STATE's word, two capacities of one person, a session, dissent, the President.</summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract partial class Journey3(Journey3.Story story)
{
    private const string Chair = "dod.ig-chair as ig-chair";
    private const string Secretary = "dod.ig-chair as executive-secretary";
    private const string SigChair = "nsc.sig as sig-chair";

    public abstract class Story(Venue venue) : Journey("1989-02-27T09:00:00-05:00", venue);

    private static object Agreement(string? authority) => new
    {
        category = "agreement.proposed",
        shortTitle = "Dangerous activities",
        title = Journey.U("Prevention of dangerous military activities"),
        paragraphs = new[] { Journey.C("We would agree on four kinds of activity.") },
        goals = new[] { new { goal = 4, rationale = Journey.U("Fewer incidents.") } },
        window = new { from = "1989-06-12", to = "1989-06-30" },
        subjects = new[] { Journey.U("bilateral") },
        authority,
        submit = true,
    };

    private static object Visit => new
    {
        category = "visit.ministerial",
        direction = "outbound",
        pair = "secdef~minister-of-defense",
        shortTitle = "SecDef visit",
        title = Journey.U("Secretary of Defense visit to the USSR"),
        paragraphs = new[] { Journey.C("He visits three garrisons.") },
        goals = new[] { new { goal = 1, rationale = Journey.U("We learn.") } },
        window = new { from = "1989-10-16", to = "1989-10-20" },
        units = new { events = 1, days = 5, persons = 20, sites = 4 },
        isNegotiation = false,
        submit = true,
    };

    [Fact]
    public async Task _01_An_agreement_without_authority_is_refused() =>
        (await story.Post("ocjcs.ao", "/proposals", Agreement(null))).Refused(422, "agreement.authority-missing");

    [Fact]
    public async Task _02_Under_an_authority_it_goes_into_vetting_and_is_not_refused_as_a_negotiation()
    {
        var accepted = (await story.Post("ocjcs.ao", "/proposals", Agreement("negotiate"))).Is("in-vetting");

        accepted.Has("stage", "concept").At("suspense", "1989-03-13T17:00:00-05:00");
        story.Noted["agreement"] = accepted.Id;
    }

    [Fact]
    public async Task _03_STATE_has_no_interest() => (await story.Position("state.ig", "agreement", new { position = "no-interest" })).Is("in-vetting");

    [Fact]
    public async Task _04_Without_STATEs_concurrence_it_is_not_cleared()
    {
        foreach (var agency in new[] { "dod", "nsc", "cia" }) (await story.Position($"{agency}.ig", "agreement", new { position = "concur" })).Is("in-vetting");
        (await story.Clear("agreement", [4])).Refused(409, "proposal.state-concurrence-required");
    }

    [Fact]
    public async Task _05_All_five_concur_and_the_clearance_is_final_at_once()
    {
        await story.At("1989-03-10T09:00:00-05:00");
        await story.Concur("agreement", "state", "dod", "nsc", "ocjcs", "cia");
        (await story.Clear("agreement", [4])).Is("cleared-for-stage");
    }

    [Fact]
    public async Task _06_The_final_text_asks_to_conclude()
    {
        await story.At("1989-04-10T09:00:00-04:00");
        (await story.Post("ocjcs.ao", story.Matter("agreement") + "/stages", Journey.PaperOf(Agreement("conclude")))).Is("in-vetting")
            .Has("stage", "final").At("suspense", "1989-05-01T17:00:00-04:00");
    }

    [Fact]
    public async Task _07_CIA_reserves_with_a_footnote()
    {
        await story.At("1989-04-26T09:00:00-04:00");
        (await story.Position("cia.ig", "agreement", new { position = "reserve", footnote = Journey.C("We doubt that it can be verified.") })).Is("in-vetting");
    }

    [Fact]
    public async Task _08_The_IG_does_not_clear_the_final_stage_of_an_agreement()
    {
        await story.At("1989-04-27T09:00:00-04:00");
        (await story.Clear("agreement", [4])).Refused(409, "proposal.sig-required");
    }

    [Fact]
    public async Task _09_So_the_chair_forwards_it_and_a_visit_besides()
    {
        (await story.Post(Chair, story.Matter("agreement") + "/decision", new { body = "ig", decision = "forward", remarks = Journey.U("Ready.") })).Is("at-sig")
            .At("suspense", "1989-05-11T17:00:00-04:00");
        story.Noted["visit"] = (await story.Post("dod.ao", "/proposals", Visit)).Is("in-vetting").Id;
        (await story.Post(Chair, story.Matter("visit") + "/decision", new { body = "ig", decision = "forward", remarks = Journey.U("As well.") })).Is("at-sig");
    }

    [Fact]
    public async Task _20_The_Presidents_decision_is_recorded_with_reference_and_date()
    {
        await story.At("1989-05-16T09:00:00-04:00");
        var decided = await story.Post(Secretary, story.Matter("agreement") + "/presidential-decision", new
        {
            decision = "approve",
            decidedOn = "1989-05-15",
            reference = Journey.U("System II 90597"),
            conditions = new[] { Journey.U("The Senate is told before signature.") },
        });

        decided.Is("cleared").Text.Should().Contain("It binds the fleet.", "the dissent stays as a footnote");
    }

    [Fact]
    public async Task _21_A_signature_over_an_open_condition_is_recorded_as_a_breach()
    {
        await story.At("1989-06-13T09:00:00-04:00");
        var signed = await story.Post("ocjcs.ao", story.Matter("agreement") + "/outcome", new { outcome = "took-place", days = new { from = "1989-06-12", to = "1989-06-12" } });

        signed.Is("executed").Has("breaches[0]", "1");
        foreach (var member in new[] { "state", "dod", "ocjcs", "cia" })
            (await story.Get($"{member}.sig", "/alerts")).Text.Should().Contain("condition.breached");
    }
}
