using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>Policy guidance is cleared, binds the submissions of what it governs, and gives way to its successor (8-charter, 3.1).</summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract class GuidanceInForce(GuidanceInForce.Story story)
{
    private const string Chair = "dod.ig-chair as ig-chair";
    private const string SigChair = "nsc.sig as sig-chair";

    private static readonly string[] Visits = ["visit.ministerial"];
    private static readonly string[] Itself = ["guidance.policy"];

    public abstract class Story(Venue venue) : Journey("1989-12-01T09:00:00-05:00", venue);

    [Fact]
    public async Task _1_Guidance_without_its_terms_is_refused()
    {
        (await story.Post("state.ao", "/proposals", Guidance(null))).Refused(422, "guidance.terms-missing");
        (await story.Post("state.ao", "/proposals", Guidance(new { effectiveOn = "1989-12-11", governs = Itself }))).Refused(422, "guidance.category");
    }

    [Fact]
    public async Task _2_Cleared_guidance_waits_for_its_day()
    {
        story.Noted["first"] = await Cleared(new { effectiveOn = "1989-12-11", governs = Visits });

        (await story.Get("dod.ao", "/guidance")).Has("items[0].logNumber", "1989-00001").Has("items[0].standing", "not-yet").Has("items[0].governs[0]", "visit.ministerial");
        (await story.Get("dod.ao", "/guidance?standing=in-force")).Has("items", "[]");
        (await story.Post("dod.ao", story.Matter("first") + "/withdrawal", new { reason = Journey.U("No more.") })).Refused(403, "seat.not-entitled");
        (await story.Post("state.ao", story.Matter("first") + "/withdrawal", new { reason = Journey.U("No more.") })).Refused(409, "guidance.stands");
    }

    [Fact]
    public async Task _3_From_its_day_on_a_visit_says_how_it_conforms()
    {
        await story.At("1989-12-11T09:00:00-05:00");
        (await story.Get("dod.ao", "/guidance?governs=visit.ministerial")).Has("items[0].standing", "in-force");
        var refused = (await story.Post("dod.ao", "/proposals", Papers.Visit())).Refused(409, "guidance.unanswered").Has("guidance[0]", "1989-00001");
        (await story.Post("dod.ao", $"/proposals/{refused["draft"]}/submission")).Refused(409, "guidance.unanswered");

        (await story.Post("dod.ao", "/proposals", Conforming("1989-00009"))).Refused(409, "guidance.not-in-force");
        (await story.Post("dod.ao", "/proposals", Conforming("1989-00001"))).Is("in-vetting")
            .Has("paper.conformity[0].guidance", "1989-00001").Has("paper.conformity[0].how.text", "As it asks.");
    }

    [Fact]
    public async Task _4_A_successor_takes_its_place_and_both_are_listed_page_by_page()
    {
        (await story.Post("state.ao", "/proposals", Guidance(new { effectiveOn = "1989-12-12", governs = Visits, replaces = "1989-00077" })))
            .Refused(409, "guidance.replaces-unknown");
        await Cleared(new { effectiveOn = "1989-12-12", governs = Visits, replaces = "1989-00001" });
        await story.At("1989-12-12T09:00:00-05:00");

        var page = (await story.Get("cia.ig", "/guidance?limit=1")).Has("items[0].standing", "superseded").Has("items[0].supersededBy", "1989-00003");
        (await story.Get("cia.ig", $"/guidance?limit=1&cursor={page["next"]}")).Has("items[0].logNumber", "1989-00003").Has("items[0].standing", "in-force").Has("items[0].replaces", "1989-00001")["next"].Should().BeNull();
        (await story.Post("dod.ao", "/proposals", Conforming("1989-00001"))).Refused(409, "guidance.not-in-force");
        (await story.Post("dod.ao", "/proposals", Conforming("1989-00003"))).Is("in-vetting");
    }

    [Fact]
    public async Task _5_Who_may_not_know_of_it_sees_none()
    {
        (await story.Get("operator", "/guidance")).Has("items", "[]");
        (await story.Get("dod.ao", "/guidance?standing=old")).Refused(400, "query.malformed");
    }

    private static object Guidance(object? terms) => new
    {
        category = "guidance.policy",
        shortTitle = "How ministers meet",
        title = Journey.U("How ministers meet"),
        paragraphs = new[] { Journey.C("They show what they see.") },
        goals = new[] { new { goal = 4, rationale = Journey.U("All do alike.") } },
        guidance = terms,
        submit = true,
    };

    private static System.Text.Json.Nodes.JsonObject Conforming(string guidance)
    {
        var visit = Papers.Visit();
        visit["conformity"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["guidance"] = guidance, ["how"] = Papers.Text("U", "As it asks.") });
        return visit;
    }

    /// <summary>Vetted as a matter is: forwarded, and cleared by the SIG by paper.</summary>
    private async Task<string> Cleared(object terms)
    {
        var id = (await story.Post("state.ao", "/proposals", Guidance(terms))).Is("in-vetting").Id;
        (await story.Post(Chair, $"/proposals/{id}/decision", new { body = "ig", decision = "forward", remarks = Journey.U("The SIG's.") })).Is("at-sig");
        foreach (var member in new[] { "state.sig", "dod.sig", "ocjcs.sig", "nsc.sig as sig-member", "cia.sig-alternate" })
            (await story.Post(member, $"/proposals/{id}/positions", new { position = "concur" })).Is("at-sig");

        var findings = new[] { new { goal = 4, text = Journey.U("It conforms.") } };
        (await story.Post(SigChair, $"/proposals/{id}/decision", new { body = "sig", decision = "clear", findings })).Is("cleared");
        return id;
    }
}
