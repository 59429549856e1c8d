using System.Text.Json.Nodes;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>Both sides agree on a plan of contacts; once it is signed, a submission says which of its lines it carries out (docs/adr/0016).</summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract class PlanOfContacts(PlanOfContacts.Story story)
{
    private const string Plan = "1989-00001";

    private static readonly object[] Lines =
    [
        Line(1, "visit.ministerial", "outbound", "secdef~minister-of-defense", Journey.C("The Secretary goes.")),
        Line(4, "exchange.ship-visit", "inbound", "cno~cinc-navy", Journey.U("Ships call.")),
    ];

    public abstract class Story(Venue venue) : Journey("1989-12-01T09:00:00-05:00", venue);

    [Fact]
    public async Task _1_A_plan_has_lines_that_contacts_could_have()
    {
        (await story.Post("state.ao", "/proposals", Agreement([]))).Refused(422, "plan-of-contacts.lines-missing");
        (await story.Post("state.ao", "/proposals", Agreement([Line(1, "visit.ministerial", "outbound", "cno~cinc-navy", Journey.U("No."))])))
            .Refused(422, "plan-of-contacts.line-invalid").Has("path", "agreedLines[0].pair");
        (await story.Post("state.ao", "/proposals", Agreement([null!]))).Refused(422, "plan-of-contacts.line-invalid");
        (await story.Post("state.ao", "/proposals", Agreement(Lines, "agreement.proposed"))).Refused(422, "plan-of-contacts.misplaced");
    }

    [Fact]
    public async Task _2_Vetted_and_cleared_it_is_not_in_force_before_it_is_signed()
    {
        story.Noted["plan"] = (await story.Post("state.ao", "/proposals", Agreement(Lines))).Is("in-vetting").Has("paper.agreedLines[1].number", "4").Id;
        await story.Concur("plan", "nsc", "ocjcs", "cia", "dod");
        (await story.Clear("plan", [4])).Is("cleared-for-stage");
        (await story.Post("state.ao", story.Matter("plan") + "/stages", Journey.PaperOf(Agreement(Lines)))).Is("in-vetting");
        (await story.Post("dod.ig-chair as ig-chair", story.Matter("plan") + "/decision", new { body = "ig", decision = "forward", remarks = Journey.U("The SIG's.") })).Is("at-sig");
        foreach (var member in new[] { "state.sig", "dod.sig", "ocjcs.sig", "nsc.sig as sig-member", "cia.sig-alternate" })
            (await story.Post(member, story.Matter("plan") + "/positions", new { position = "concur" })).Is("at-sig");
        var findings = new[] { new { goal = 4, text = Journey.U("It conforms.") } };
        (await story.Post("nsc.sig as sig-chair", story.Matter("plan") + "/decision", new { body = "sig", decision = "clear", findings })).Is("cleared").Has("logNumber", Plan);

        story.Noted["visit"] = (await story.Post("dod.ao", "/proposals", Visit(1))).Refused(409, "plan-of-contacts.not-in-force").Has("plan", Plan)["draft"]!;
    }

    [Fact]
    public async Task _3_Signed_its_lines_may_be_cited()
    {
        await story.At("1990-02-12T12:00:00-05:00");
        (await story.Post("state.ao", story.Matter("plan") + "/outcome", new { outcome = "took-place", days = new { from = "1990-02-12", to = "1990-02-12" } })).Is("executed");

        (await story.Get("dod.ao", story.Matter("plan"))).Is("executed").Has("citedBy", "[]").Has("paper.agreedLines[0].text.text", "The Secretary goes.");
        (await story.Post("dod.ao", story.Matter("visit") + "/submission")).Is("in-vetting").Has("paper.cites.line", "1").Has("logNumber", "1990-00001");
    }

    [Fact]
    public async Task _4_Both_matters_show_it_to_whoever_may_know_of_both()
    {
        (await story.Get("cia.ig", story.Matter("visit"))).Has("paper.cites.plan", Plan).Has("citedLine.plan", story.Noted["plan"]).Has("citedLine.line.number", "1").Has("citedLine.line.category", "visit.ministerial");
        (await story.Get("cia.ig", story.Matter("plan"))).Has("citedBy[0].line", "1").Has("citedBy[0].id", story.Noted["visit"]).Has("citedBy[0].logNumber", "1990-00001").Has("citedBy[0].status", "in-vetting");

        (await story.Get("state.sig", story.Matter("visit"))).Refused(404, "not-found");
        (await story.Get("state.sig", story.Matter("plan"))).Is("executed").Has("citedBy", "[]");
    }

    [Fact]
    public async Task _5_The_line_exists_and_is_that_contact()
    {
        (await story.Post("dod.ao", "/proposals", Visit(2))).Refused(409, "plan-of-contacts.line-unknown").Has("line", "2");
        (await story.Post("dod.ao", "/proposals", Visit(4))).Refused(409, "plan-of-contacts.line-differs").Has("differing", "[\"category\",\"direction\",\"pair\"]");
        (await story.Post("dod.ao", "/proposals", Visit(1, "inbound"))).Refused(409, "plan-of-contacts.line-differs").Has("differing", "[\"direction\"]");
        (await story.Post("dod.ao", "/proposals", Visit(1, plan: "1989-00002"))).Refused(409, "plan-of-contacts.not-in-force");
        (await story.Post("dod.ao", "/proposals", Visit(1, plan: "free words"))).Status.Should().Be(400);
    }

    [Fact]
    public async Task _6_A_later_text_carries_out_the_same_line_and_one_given_up_is_shown_as_that()
    {
        (await story.Post("dod.ig-chair as ig-chair", story.Matter("visit") + "/decision", new { body = "ig", decision = "return", remarks = Journey.U("Say more.") })).Is("returned");
        (await story.Post("dod.ao", story.Matter("visit") + "/resubmission", Visit(4).WithoutSubmit())).Refused(422, "proposal.identity-fixed").Has("fields", "[\"cites\"]");
        (await story.Post("dod.ao", story.Matter("visit") + "/resubmission", Visit(1).WithoutSubmit())).Is("in-vetting");
        (await story.Post("dod.ao", story.Matter("visit") + "/withdrawal", new { reason = Journey.U("Not this year.") })).Is("withdrawn");
        story.Noted["second"] = (await story.Post("dod.ao", "/proposals", Visit(1))).Is("in-vetting").Id;

        (await story.Post("state.ao", story.Matter("plan") + "/report", new { paragraphs = new[] { Journey.U("Signed in Geneva.") } })).Is("closed");
        var plan = await story.Get("dod.ao", story.Matter("plan"));
        plan.Json.GetProperty("citedBy").EnumerateArray().Select(citing => $"{citing.GetProperty("id")} {citing.GetProperty("status")}")
            .Should().BeEquivalentTo($"{story.Noted["visit"]} withdrawn", $"{story.Noted["second"]} in-vetting");
    }

    private static object Line(int number, string category, string direction, string pair, object text) =>
        new { number, category, direction, pair, window = new { from = "1990-05-14", to = "1990-05-18" }, units = new { events = 1 }, text };

    private static object Agreement(object[] lines, string category = "agreement.plan-of-contacts") => new
    {
        category,
        shortTitle = "Plan for 1990",
        title = Journey.U("Contacts of 1990"),
        paragraphs = new[] { Journey.C("What we do together.") },
        goals = new[] { new { goal = 4, rationale = Journey.U("We know each other.") } },
        window = new { from = "1990-02-12", to = "1990-02-16" },
        authority = "conclude",
        agreedLines = lines,
        submit = true,
    };

    private static JsonObject Visit(int line, string direction = "outbound", string plan = Plan)
    {
        var visit = Papers.Visit(direction: direction);
        visit["cites"] = new JsonObject { ["plan"] = plan, ["line"] = line };
        return visit;
    }
}
