using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>Journey 2 of the rule book: press guidance in hours, talking points in haste, words as delivered.</summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract class Journey2(Journey2.Story story)
{
    private const string Chair = "dod.ig-chair as ig-chair";

    public abstract class Story(Venue venue) : Journey("1988-07-27T10:00:00-04:00", venue);

    private static object PressGuidance(string embargo, string day) => new
    {
        category = "statement.press-guidance",
        shortTitle = "Guidance on the trip",
        title = Journey.U("If asked about the trip"),
        paragraphs = new[] { Journey.C("We look forward to it.") },
        goals = new[] { new { goal = 2, rationale = Journey.U("Openness.") } },
        window = new { from = day, to = day },
        embargo,
        isNegotiation = false,
        submit = true,
    };

    private static object TalkingPoints(string lastPoint) => new
    {
        category = "statement.private",
        shortTitle = "Talking points",
        title = Journey.U("Talking points for the Secretary"),
        paragraphs = new[] { Journey.C("Points one to three."), Journey.C(lastPoint) },
        goals = new[] { new { goal = 3, rationale = Journey.U("They understand our policy.") } },
        window = new { from = "1988-08-01", to = "1988-08-01" },
        isNegotiation = false,
        submit = true,
    };

    [Fact]
    public async Task _01_Press_guidance_runs_under_silence_for_four_working_hours()
    {
        var accepted = (await story.Post("dod.ao", "/proposals", PressGuidance("1988-07-27T18:00:00-04:00", "1988-07-27"))).Is("in-vetting");

        accepted.Has("round.procedure", "silence").At("suspense", "1988-07-27T14:00:00-04:00").Has("logNumber", "1988-00001");
        story.Noted["guidance"] = accepted.Id;
    }

    [Fact]
    public async Task _02_Talking_points_too_soon_stay_a_draft()
    {
        await story.At("1988-07-27T10:15:00-04:00");
        var refused = (await story.Post("dod.ao", "/proposals", TalkingPoints("Point four: shall we settle on numbers."), key: "points")).Refused(409, "proposal.too-soon");

        refused.Has("firstDay", "1988-08-10");
        story.Noted["points"] = refused["draft"]!;
        (await story.Get("dod.ao", story.Matter("points"))).Is("draft");
        (await story.Get("state.ig", story.Matter("points"))).Refused(404, "not-found");
    }

    [Fact]
    public async Task _03_With_the_chairs_leave_and_suspense_they_are_submitted()
    {
        await story.At("1988-07-27T10:30:00-04:00");
        (await story.Get(Chair, story.Matter("points"))).Refused(404, "not-found");
        (await story.Post("dod.ao", story.Matter("points") + "/leave-request", new { kind = "lead-time", reason = Journey.U("The trip is on Monday.") })).Is("draft");
        (await story.Post(Chair, story.Matter("points") + "/leave",
            new { kind = "lead-time", reason = Journey.U("So it is."), suspense = "1988-07-28T17:00:00-04:00" })).Is("draft");

        (await story.Post("dod.ao", story.Matter("points") + "/submission")).Is("in-vetting").At("suspense", "1988-07-28T17:00:00-04:00");
        (await story.Get("auditor", story.Matter("points") + "/history")).Text.Should().Contain("proposal.leave-given/1");
    }

    [Fact]
    public async Task _04_An_hour_before_expiry_the_silent_are_warned_with_number_and_short_title_alone()
    {
        await story.At("1988-07-27T13:00:00-04:00");
        var alerts = await story.Get("state.ig", "/alerts");

        alerts.Has("items[0].kind", "suspense.approaching").Has("items[0].subject", "1988-00001").Has("items[0].shortTitle", "Guidance on the trip");
        alerts.Text.Should().NotContain("look forward").And.NotContain("If asked");
    }

    [Fact]
    public async Task _05_One_objection_breaks_the_silence()
    {
        await story.At("1988-07-27T13:30:00-04:00");
        var broken = (await story.Position("ocjcs.ig", "guidance", new { position = "nonconcur", objection = Journey.C("Too warm."), cure = Journey.C("Cooler.") })).Is("in-vetting");

        broken.Has("round.procedure", "ordinary").At("suspense", "1988-07-28T09:30:00-04:00");
        (await story.Get("nsc.ig", "/alerts")).Has("items[0].kind", "silence.broken");
    }

    [Fact]
    public async Task _06_At_the_old_expiry_nothing_happens()
    {
        var before = (await story.Get("auditor", story.Matter("guidance") + "/history")).Json.GetProperty("items").GetArrayLength();
        await story.At("1988-07-27T14:00:00-04:00");

        (await story.Get("auditor", story.Matter("guidance") + "/history")).Json.GetProperty("items").GetArrayLength().Should().Be(before);
    }

    [Fact]
    public async Task _07_The_officer_amends_with_the_chairs_leave()
    {
        await story.At("1988-07-27T14:30:00-04:00");
        (await story.Post(Chair, story.Matter("guidance") + "/leave", new { kind = "amendment", reason = Journey.U("Granted.") })).Is("in-vetting");

        (await story.Post("dod.ao", story.Matter("guidance") + "/amendments", Journey.PaperOf(PressGuidance("1988-07-27T18:00:00-04:00", "1988-07-27")))).Is("in-vetting")
            .Has("paper.textVersion", "2").At("suspense", "1988-07-28T09:30:00-04:00");
    }

    [Fact]
    public async Task _08_Three_concur()
    {
        await story.At("1988-07-27T15:10:00-04:00");
        await story.Concur("guidance", "ocjcs", "nsc", "cia");
    }

    [Fact]
    public async Task _09_The_round_is_no_longer_under_silence_so_STATE_is_missed()
    {
        await story.At("1988-07-27T15:20:00-04:00");
        (await story.Clear("guidance", [2])).Refused(409, "proposal.mandatory-silent").Has("agencies[0]", "STATE");
    }

    [Fact]
    public async Task _10_STATE_concurs_and_the_clearance_is_final_at_once()
    {
        await story.At("1988-07-27T15:40:00-04:00");
        await story.Concur("guidance", "state");
        (await story.Clear("guidance", [2])).Is("cleared");
    }

    [Fact]
    public async Task _11_Until_its_embargo_the_text_is_not_released()
    {
        await story.At("1988-07-27T17:30:00-04:00");
        (await story.Get("dod.ao", story.Matter("guidance") + "/releasable-text")).Refused(409, "statement.embargoed").At("until", "1988-07-27T18:00:00-04:00");
        (await story.Get("dod.ao", story.Matter("points") + "/releasable-text")).Refused(409, "statement.not-cleared");
        (await story.Get("observer", story.Matter("guidance") + "/releasable-text")).Refused(404, "not-found");

        await story.At("1988-07-27T18:00:00-04:00");
        var released = await story.Get("dod.ao", story.Matter("guidance") + "/releasable-text");
        released.Has("paragraphs[0].text", "We look forward to it.").Has("textVersion", "2").Has("logNumber", "1988-00001");
    }

    [Fact]
    public async Task _12_What_was_said_beside_it_is_listed_and_told_to_the_chair_and_STATE()
    {
        await story.At("1988-07-27T18:05:00-04:00");
        var body = new { paragraphs = new[] { Journey.C("We very much look forward to it. The weather will be fine."), Journey.C("Ask us again on Monday.") } };
        var said = (await story.Post("dod.ao", story.Matter("guidance") + "/delivered-text", body)).Is("executed");

        said.Has("delivered.unvetted[0].text", "The weather will be fine.").Has("delivered.unvetted[1].text", "Ask us again on Monday.");
        said.Has("delivered.changed[0].cleared.text", "We look forward to it.").Has("delivered.changed[0].delivered.text", "We very much look forward to it.");
        said["embargoBreach"].Should().BeNull();
        foreach (var told in new[] { Chair.Split(' ')[0], "state.ig" }) (await story.Get(told, "/alerts")).Has("items[0].kind", "statement.deviated").Has("items[0].subject", "1988-00001");
        (await story.Get("cia.ig", "/alerts")).Text.Should().NotContain("statement.deviated");
        (await story.Post("dod.ao", story.Matter("guidance") + "/delivered-text", body)).Refused(409, "statement.already-delivered");
    }

    [Fact]
    public async Task _13_STATE_objects_that_point_four_is_a_negotiation()
    {
        await story.At("1988-07-28T11:00:00-04:00");
        (await story.Post("state.ig", story.Matter("points") + "/negotiation-objection", new { text = Journey.C("Point four is one.") })).Is("in-vetting")
            .Has("round.negotiationObjection.agency", "STATE");
        (await story.Post("cia.ig", story.Matter("points") + "/negotiation-objection/lift", new { reason = Journey.U("It is none.") }))
            .Refused(403, "negotiation.not-yours-to-lift");
    }

    [Fact]
    public async Task _14_So_it_is_not_cleared()
    {
        await story.At("1988-07-28T11:30:00-04:00");
        (await story.Clear("points", [3])).Refused(409, "proposal.is-negotiation");
    }

    [Fact]
    public async Task _15_The_chair_returns_it_and_new_text_opens_a_new_round()
    {
        await story.At("1988-07-28T12:00:00-04:00");
        (await story.Post(Chair, story.Matter("points") + "/decision", new { body = "ig", decision = "return", remarks = Journey.U("Without point four.") }))
            .Is("returned").At("reclamaUntil", "1988-08-01T17:00:00-04:00").Has("decision.decision", "return").Has("decision.body", "ig");

        await story.At("1988-07-28T14:00:00-04:00");
        (await story.Post(Chair, story.Matter("points") + "/leave",
            new { kind = "lead-time", reason = Journey.U("In haste."), suspense = "1988-07-29T12:00:00-04:00" })).Is("returned");
        var again = (await story.Post("dod.ao", story.Matter("points") + "/resubmission", Journey.PaperOf(TalkingPoints("Point four: we are glad to be here.")))).Is("in-vetting");

        again.At("suspense", "1988-07-29T12:00:00-04:00").Has("round.number", "2").Has("paper.textVersion", "2");
        again.Json.GetProperty("round").GetProperty("agencies").EnumerateArray().Count(one => one.GetProperty("position").GetString() == "silent").Should().Be(4);
    }

    [Fact]
    public async Task _16_A_second_press_guidance_expires_on_Friday()
    {
        await story.At("1988-07-28T15:00:00-04:00");
        var second = (await story.Post("dod.ao", "/proposals", PressGuidance("1988-07-29T18:00:00-04:00", "1988-07-29"))).Is("in-vetting");

        second.At("suspense", "1988-07-29T11:00:00-04:00").Has("logNumber", "1988-00003");
        story.Noted["second"] = second.Id;
    }

    [Fact]
    public async Task _17_Nobody_has_spoken_and_silence_is_recorded_as_silence()
    {
        await story.At("1988-07-29T11:00:00-04:00");
        var expired = (await story.Get("dod.ao", story.Matter("second"))).Is("in-vetting").Has("round.clock", "expired");
        var standing = expired.Json.GetProperty("round").GetProperty("agencies").EnumerateArray().Select(one => one.GetProperty("position").GetString()).ToArray();

        standing.Count(position => position == "silent-by-procedure").Should().Be(4);
        standing.Count(position => position == "concur").Should().Be(1, "only the proponent stands as concurring");
    }

    [Fact]
    public async Task _18_An_objection_after_expiry_is_too_late()
    {
        await story.At("1988-07-29T11:05:00-04:00");
        (await story.Position("cia.ig", "second", new { position = "nonconcur", objection = Journey.C("No."), cure = Journey.C("Less.") })).Refused(409, "silence.expired");
        (await story.Clear("second", [2])).Is("cleared");
    }

    [Fact]
    public async Task _19_All_five_concur_on_the_talking_points_in_time_for_Monday()
    {
        await story.At("1988-07-29T11:50:00-04:00");
        await story.Concur("points", "state", "dod", "nsc", "ocjcs", "cia");
        (await story.Clear("points", [3])).Is("cleared");
    }
}
