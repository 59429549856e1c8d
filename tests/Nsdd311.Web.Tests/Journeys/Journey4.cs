using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>Journey 4 of the rule book, steps 2, 6 and 8: the arithmetic of ships. Waivers come with the SIG.</summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract class Journey4(Journey4.Story story)
{
    public abstract class Story(KeptIn kept) : Journey("1989-12-01T09:00:00-05:00", kept)
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await ImportContacts();
        }
    }

    private static object Ships(string direction, string from, string to, int hulls) => new
    {
        category = "exchange.ship-visit",
        direction,
        pair = "cno~cinc-navy",
        shortTitle = "Ships",
        title = Journey.U("A visit of ships"),
        paragraphs = new[] { Journey.C("They call for five days.") },
        goals = new[] { new { goal = 1, rationale = Journey.U("We see them.") } },
        window = new { from, to },
        units = new { events = 1, days = 5, hulls },
        isNegotiation = false,
        submit = true,
    };

    [Fact]
    public async Task _02_Three_hulls_inbound_are_blocked_with_the_arithmetic()
    {
        story.Noted["inbound"] = (await story.Post("dod.ao", "/proposals", Ships("inbound", "1990-04-23", "1990-04-27", 3))).Is("in-vetting").Id;
        await story.Concur("inbound", "state", "nsc", "ocjcs", "cia");
        await story.At("1989-12-14T10:00:00-05:00");

        var blocked = (await story.Clear("inbound", [1])).Is("blocked-on-reciprocity").Has("hold.code", "ledger.out-of-bound");

        Sum(blocked, "hulls").Should().Be((3, 0, 3, 2, 4, 3, false));
        Sum(blocked, "events").Should().Be((1, 0, 1, 1, 1, 1, true));
        Sum(blocked, "days").Should().Be((5, 0, 5, 5, 5, 6, true));
    }

    [Fact]
    public async Task _06_Three_hulls_outbound_pass()
    {
        await story.At("1989-12-18T10:00:00-05:00");
        story.Noted["outbound"] = (await story.Post("dod.ao", "/proposals", Ships("outbound", "1990-06-11", "1990-06-15", 3))).Is("in-vetting").Id;
        await story.Concur("outbound", "state", "nsc", "ocjcs", "cia");

        Sum((await story.Clear("outbound", [1])).Is("cleared-for-stage"), "hulls").Should().Be((2, 0, 3, 3, 2, 3, true));
    }

    [Fact]
    public async Task _08_Another_one_the_same_way_is_blocked_whatever_the_other_side_holds()
    {
        story.Noted["third"] = (await story.Post("dod.ao", "/proposals", Ships("outbound", "1990-08-13", "1990-08-17", 2))).Is("in-vetting").Id;
        await story.Concur("third", "state", "nsc", "ocjcs", "cia");

        Sum((await story.Clear("third", [1])).Is("blocked-on-reciprocity"), "events").Should().Be((1, 1, 1, 1, 2, 1, false));
    }

    [Fact]
    public async Task _09_Given_up_the_hold_goes_to_the_matter_that_waited()
    {
        (await story.Post("dod.ao", story.Matter("outbound") + "/withdrawal", new { reason = Journey.U("Another year.") })).Is("withdrawn");

        await Journey.Until(async () => (await story.Get("dod.ao", story.Matter("third")))["status"] == "cleared-for-stage");
    }

    private static (decimal, decimal, decimal, decimal, decimal, decimal, bool) Sum(Answer matter, string dimension)
    {
        var line = matter.Line(dimension);
        decimal Of(string name) => line.GetProperty(name).GetDecimal();
        return (Of("committedSame"), Of("heldSame"), Of("asked"), Of("committedOther"), Of("result"), Of("tolerance"), line.GetProperty("passes").GetBoolean());
    }
}
