using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>The other runs of journey 3, steps 22 to 25: a reclama in the last second and one too late, and whom a SIG member relieves.</summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract class Journey3Again(Journey3Again.Story story)
{
    private const string Chair = "dod.ig-chair as ig-chair";
    private const string SigChair = "nsc.sig as sig-chair";

    public abstract class Story(Venue venue) : Journey("1989-03-13T09:00:00-05:00", venue);

    private static object Statement(string title) => new
    {
        category = "statement.public",
        shortTitle = title,
        title = Journey.U(title),
        paragraphs = new[] { Journey.U("We say this.") },
        goals = new[] { new { goal = 2, rationale = Journey.U("Openness.") } },
        window = new { from = "1989-04-10", to = "1989-04-10" },
        isNegotiation = false,
        submit = true,
    };

    [Fact]
    public async Task _22_In_the_last_second_the_return_waits_for_the_SIG()
    {
        await Returned("questioned");
        await Returned("final");
        (await story.Post("dod.ig", story.Matter("questioned") + "/reclama", new { reason = Journey.U("We want it.") })).Refused(403, "reclama.not-yours");

        await story.At("1989-03-15T16:59:59-05:00");
        var questioned = (await story.Post("cia.ig", story.Matter("questioned") + "/reclama", new { reason = Journey.U("Look at it.") })).Is("at-sig");

        questioned.Has("sig.why", "reclama").Has("sig.reclama.agency", "CIA").Has("sig.reclama.decision", "1").At("suspense", "1989-03-29T17:00:00-05:00");
    }

    [Fact]
    public async Task _23_At_the_instant_it_is_too_late_and_the_return_is_final()
    {
        await story.At("1989-03-15T17:00:00-05:00");

        (await story.Post("cia.ig", story.Matter("final") + "/reclama", new { reason = Journey.U("Look at it.") })).Refused(409, "reclama.too-late").At("until", "1989-03-15T17:00:00-05:00");
        (await story.Get("cia.ig", story.Matter("final"))).Is("returned")["reclamaUntil"].Should().BeNull();
    }

    [Fact]
    public async Task _23a_The_SIG_clears_by_paper_what_the_IG_had_returned()
    {
        foreach (var agency in new[] { "state", "dod", "ocjcs", "cia" }) (await story.Position($"{agency}.sig", "questioned", new { position = "concur" })).Is("at-sig");
        var clear = new { body = "sig", decision = "clear", findings = new[] { new { goal = 2, text = Journey.U("It conforms.") } } };
        (await story.Post(SigChair, story.Matter("questioned") + "/decision", clear)).Refused(409, "sig.not-unanimous").Has("agencies[0]", "NSC");
        (await story.Position("nsc.sig as sig-member", "questioned", new { position = "concur" })).Is("at-sig");

        (await story.Post(SigChair, story.Matter("questioned") + "/decision", clear)).Is("cleared").Has("decision.body", "sig");
        (await story.Post(SigChair, story.Matter("questioned") + "/decision", clear)).Refused(409, "decision.already-made");
        (await story.Post(Chair, story.Matter("questioned") + "/decision", new { body = "ig", decision = "return", remarks = Journey.U("Again.") })).Refused(409, "decision.already-made");
        (await story.Post("dod.sig", story.Matter("questioned") + "/reclama", new { reason = Journey.U("Again.") })).Refused(409, "reclama.of-sig");
    }

    [Fact]
    public async Task _24_STATE_appoints_nobody_for_CIA() =>
        (await story.Post("state.sig", "/roster/appointments", new { action = "appoint", seat = "ig-member/CIA", person = "cia.ao", name = "Another" })).Refused(403, "roster.other-agency");

    [Fact]
    public async Task _25_The_relieved_speaks_no_more_and_the_alternates_position_counts()
    {
        story.Noted["open"] = (await story.Post("dod.ao", "/proposals", Statement("Third"))).Is("in-vetting").Id;
        (await story.Post("cia.sig", "/roster/appointments", new { action = "relieve", seat = "ig-member/CIA", person = "cia.ig" })).Status.Should().Be(200);

        await story.At("1989-03-15T17:00:01-05:00");
        (await story.Post("cia.ig as ig-member", story.Matter("open") + "/positions", new { position = "concur" })).Refused(403, "seat.not-held");
        (await story.Get("cia.sig", "/alerts")).Text.Should().Contain("seat.vacant");
        (await story.Position("cia.ig-alternate", "open", new { position = "concur" })).Is("in-vetting").Has("round.agencies[4].position", "concur");
    }

    private async Task Returned(string name)
    {
        story.Noted[name] = (await story.Post("cia.ao", "/proposals", Statement(name))).Is("in-vetting").Id;
        await story.Concur(name, "dod");
        (await story.Post(Chair, story.Matter(name) + "/decision", new { body = "ig", decision = "return", remarks = Journey.U("Again.") })).Is("returned").At("reclamaUntil", "1989-03-15T17:00:00-05:00");
    }
}
