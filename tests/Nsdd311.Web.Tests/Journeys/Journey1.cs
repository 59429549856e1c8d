using System.Text.Json;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>Journey 1 of the rule book: a ministerial visit, three stages, and a second one that parity forbids.</summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract partial class Journey1(Journey1.Story story)
{
    private const string Chair = "dod.ig-chair as ig-chair";

    public abstract class Story(Venue venue) : Journey("1989-10-16T09:00:00-04:00", venue)
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await ImportContacts();
        }
    }

    private static object Visit(
        object? title = null, int[]? goals = null, string from = "1990-05-14", string to = "1990-05-18", string direction = "outbound", int days = 5,
        string? paragraph = null) => new
    {
        category = "visit.ministerial",
        direction,
        pair = "secdef~minister-of-defense",
        shortTitle = "SecDef visit",
        title = title ?? Journey.U("Secretary of Defense visit to the USSR"),
        paragraphs = new[] { Journey.C(paragraph ?? "The Secretary visits three garrisons.") },
        goals = (goals ?? [1, 2, 3]).Select(goal => new { goal, rationale = Journey.U("It serves the goal.") }),
        window = new { from, to },
        units = new { events = 1, days, persons = 20, sites = 4 },
        isNegotiation = false,
        submit = true,
    };

    [Fact]
    public async Task _01_A_title_without_a_mark_is_refused_and_names_its_path()
    {
        var refused = (await story.Post("dod.ao", "/proposals", Visit(title: new { text = "No mark" }))).Refused(422, "proposal.mark-missing");

        refused.Text.Should().Contain("title");
    }

    [Fact]
    public async Task _02_Without_a_goal_it_is_refused() =>
        (await story.Post("dod.ao", "/proposals", Visit(goals: []))).Refused(422, "proposal.goal-missing");

    [Fact]
    public async Task _03_A_day_too_soon_names_the_first_day() =>
        (await story.Post("dod.ao", "/proposals", Visit(from: "1989-12-19", to: "1989-12-22"))).Refused(409, "proposal.too-soon").Has("firstDay", "1989-12-20");

    [Fact]
    public async Task _04_It_goes_into_vetting_with_number_and_suspense()
    {
        var accepted = (await story.Post("dod.ao", "/proposals", Visit(), key: "journey-1-step-4")).Is("in-vetting");

        accepted.Has("stage", "concept").Has("body", "ig").Has("logNumber", "1989-00001").At("suspense", "1989-10-30T17:00:00-05:00");
        Stand(accepted, "DOD").Should().Be("concur");
        story.Noted["visit"] = accepted.Id;
        story.Kept["step 4"] = accepted;
    }

    [Fact]
    public async Task _05_The_same_again_is_the_same_answer_and_another_body_is_refused()
    {
        var again = await story.Post("dod.ao", "/proposals", Visit(), key: "journey-1-step-4");
        again.Status.Should().Be(story.Kept["step 4"].Status);
        again.Bytes.Should().Equal(story.Kept["step 4"].Bytes);

        (await story.Post("dod.ao", "/proposals", Visit(days: 4), key: "journey-1-step-4")).Refused(422, "idempotency.other-content");
    }

    [Fact]
    public async Task _06_An_action_officer_prepares_and_the_member_takes()
    {
        await story.At("1989-10-18T09:00:00-04:00");
        (await story.Position("state.ao", "visit", new { position = "concur" })).Refused(403, "position.not-your-seat");
    }

    [Fact]
    public async Task _07_A_nonconcurrence_names_its_cure() =>
        (await story.Position("state.ig", "visit", new { position = "nonconcur", objection = Journey.C("Too early.") })).Refused(422, "position.cure-missing");

    [Fact]
    public async Task _08_With_objection_and_cure_it_is_recorded() =>
        Stand((await story.Position("state.ig", "visit", new { position = "nonconcur", objection = Journey.C("Too early."), cure = Journey.C("Say when.") })).Is("in-vetting"), "STATE")
            .Should().Be("nonconcur");

    [Fact]
    public async Task _09_The_others_concur_have_no_interest_and_comment()
    {
        (await story.Position("ocjcs.ig", "visit", new { position = "concur" })).Is("in-vetting");
        (await story.Position("nsc.ig", "visit", new { position = "no-interest" })).Is("in-vetting");
        (await story.Position("cia.ig", "visit", new { position = "concur-with-comment", comments = new[] { new { grade = "critical", text = Journey.C("Point two.") } } }))
            .Is("in-vetting").Has("round.comments[0].number", "1");
    }

    [Fact]
    public async Task _10_The_chair_never_clears_over_a_nonconcurrence()
    {
        await story.At("1989-10-20T09:00:00-04:00");
        var refused = (await story.Clear("visit", [1, 2, 3])).Refused(409, "proposal.standing-nonconcur");

        refused.Has("agencies[0]", "STATE").Has("comments[0].agency", "CIA");
    }

    [Fact]
    public async Task _11_Who_holds_two_seats_names_one() =>
        (await story.Post("dod.ig-chair", story.Matter("visit") + "/decision", new { body = "ig", decision = "return", remarks = Journey.U("Again.") }))
            .Refused(400, "acting-as.missing");

    [Fact]
    public async Task _12_The_paragraph_is_amended_and_a_disposition_proposed()
    {
        await story.At("1989-10-23T09:00:00-04:00");
        (await story.Post("dod.ao", story.Matter("visit") + "/leave-request", new { kind = "amendment", reason = Journey.U("To meet STATE.") })).Is("in-vetting");
        (await story.Post(Chair, story.Matter("visit") + "/leave", new { kind = "amendment", reason = Journey.U("Granted.") })).Is("in-vetting");
        var amended = (await story.Post("dod.ao", story.Matter("visit") + "/amendments", Journey.PaperOf(Visit(paragraph: "In the second week.")))).Is("in-vetting");
        (await story.Post("dod.ao", story.Matter("visit") + "/comments/1/disposition", new { text = Journey.U("Point two is gone.") })).Is("in-vetting");

        amended.Has("paper.textVersion", "2").At("suspense", "1989-10-30T17:00:00-05:00");
        Unconfirmed(amended).Should().BeEquivalentTo("STATE", "OCJCS", "NSC", "CIA");
    }

    [Fact]
    public async Task _13_They_concur_confirm_and_accept()
    {
        await story.At("1989-10-24T09:00:00-04:00");
        await story.Concur("visit", "state");
        (await story.Post("ocjcs.ig", story.Matter("visit") + "/positions/confirmation")).Is("in-vetting");
        (await story.Post("nsc.ig", story.Matter("visit") + "/positions/confirmation")).Is("in-vetting");
        var accepted = (await story.Post("cia.ig", story.Matter("visit") + "/comments/1/acceptance", new { accepts = true })).Is("in-vetting");
        Unconfirmed(accepted).Should().BeEmpty();

        var all = await story.Get("auditor", story.Matter("visit") + "/positions");
        all.Text.Should().Contain("nonconcur", "all versions of all positions remain readable");
    }

    [Fact]
    public async Task _14_A_finding_is_made_for_each_goal()
    {
        await story.At("1989-10-27T11:00:00-04:00");
        (await story.Clear("visit", [1, 2])).Refused(422, "proposal.finding-missing").Has("goals[0]", "3");
    }

    [Fact]
    public async Task _15_The_chair_clears_and_the_hold_is_granted()
    {
        var cleared = (await story.Clear("visit", [1, 2, 3], "The itinerary is known a week before.")).Is("decided");

        cleared.Has("decision.decision", "clear").At("reclamaUntil", "1989-10-31T17:00:00-05:00").Has("hold.status", "held");
        Sum(cleared, "events").Should().Be((1, 0, 1, 1, 1, 1));
        Sum(cleared, "days").Should().Be((4, 0, 5, 6, 3, 8));
        Sum(cleared, "sites").Should().Be((2, 0, 4, 3, 3, 8));
    }

    [Fact]
    public async Task _16_The_reclama_time_passes_and_the_concept_is_final()
    {
        await story.At("1989-10-31T17:00:00-05:00");
        (await story.Get("dod.ao", story.Matter("visit"))).Is("cleared-for-stage").Has("stage", "concept");
    }

    private static string? Stand(Answer matter, string agency) => Agencies(matter).Single(one => one.GetProperty("agency").GetString() == agency).GetProperty("position").GetString();

    private static IEnumerable<string?> Unconfirmed(Answer matter) =>
        Agencies(matter).Where(one => one.GetProperty("isToBeConfirmed").GetBoolean()).Select(one => one.GetProperty("agency").GetString());

    private static JsonElement[] Agencies(Answer matter) => [.. matter.Json.GetProperty("round").GetProperty("agencies").EnumerateArray()];

    private static (decimal CommittedSame, decimal HeldSame, decimal Asked, decimal CommittedOther, decimal Result, decimal Tolerance) Sum(Answer matter, string dimension)
    {
        var line = matter.Line(dimension);
        decimal Of(string name) => line.GetProperty(name).GetDecimal();
        return (Of("committedSame"), Of("heldSame"), Of("asked"), Of("committedOther"), Of("result"), Of("tolerance"));
    }

    private async Task<JsonElement> Account(string category)
    {
        var pair = await story.Get("dod.ao", "/pairs/secdef~minister-of-defense");
        pair.Status.Should().Be(200, pair.Text);
        return pair.Json.GetProperty("accounts").EnumerateArray().Single(account => account.GetProperty("category").GetString() == category);
    }

    private static decimal Balance(JsonElement account, string dimension) =>
        account.GetProperty("dimensions").EnumerateArray().Single(line => line.GetProperty("dimension").GetString() == dimension).GetProperty("balance").GetDecimal();
}
