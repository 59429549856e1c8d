namespace Nsdd311.Web.Tests.Journeys;

/// <summary>What the runs of journey 4 have in common: papers, the ledger's sums, a waiver of one hull, and the stages in between.</summary>
internal static class Ships
{
    public const string Navy = "/pairs/cno~cinc-navy";
    public static readonly string[] Agencies = ["state", "dod", "nsc", "ocjcs", "cia"];

    public static object Paper(string direction, string from, string to, int hulls) => new
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

    public static object Lecture(string direction, string from, string to) => new
    {
        category = "exchange.education",
        direction,
        pair = "ndu~voroshilov-academy",
        shortTitle = "Lecture",
        title = Journey.U("A lecture"),
        paragraphs = new[] { Journey.C("Two of the faculty.") },
        goals = new[] { new { goal = 1, rationale = Journey.U("We hear them.") } },
        window = new { from, to },
        units = new { events = 1, days = 2, persons = 2 },
        isNegotiation = false,
        submit = true,
    };

    public static object Waiver => new
    {
        category = "exchange.ship-visit",
        amount = new { hulls = 1 },
        until = "1990-07-01T00:00:00-04:00",
        reason = Journey.U("Three ships came to Norfolk in July; three shall come again."),
    };

    /// <summary>Submitted and concurred in by all.</summary>
    public static async Task Submit(this Journey story, string name, object paper)
    {
        story.Noted[name] = (await story.Post("dod.ao", "/proposals", paper)).Is("in-vetting").Id;
        await story.Concur(name, "state", "nsc", "ocjcs", "cia");
    }

    /// <summary>The stages that are left, each concurred in by all and cleared.</summary>
    public static async Task ClearStages(this Journey story, string name, object paper, int stages)
    {
        for (var left = stages; left > 0; left--)
        {
            (await story.Post("dod.ao", story.Matter(name) + "/stages", Journey.PaperOf(paper))).Is("in-vetting");
            await story.Concur(name, "state", "nsc", "ocjcs", "cia");
            (await story.Clear(name, [1])).Is(left > 1 ? "cleared-for-stage" : "cleared");
        }
    }

    /// <summary>The five say yes to the motion, and the chair grants it.</summary>
    public static async Task<Answer> Grant(this Journey story, string pair, int motion)
    {
        foreach (var agency in Agencies)
            (await story.Post(agency == "nsc" ? "nsc.sig as sig-member" : $"{agency}.sig", $"{pair}/motions/{motion}/voice", new { agrees = true })).Status.Should().Be(200);
        return await story.Post("nsc.sig as sig-chair", $"{pair}/motions/{motion}/grant");
    }

    /// <summary>Journey 4 up to the inbound visit that took place: one hull waived, both visits cleared in all stages.</summary>
    public static async Task ToTheInboundVisit(this Journey story)
    {
        var (inbound, outbound) = (Paper("inbound", "1990-04-23", "1990-04-27", 3), Paper("outbound", "1990-06-11", "1990-06-15", 3));
        await story.Submit("inbound", inbound);
        await story.At("1989-12-14T10:00:00-05:00");
        (await story.Clear("inbound", [1])).Is("blocked-on-reciprocity");
        await story.At("1989-12-18T10:00:00-05:00");
        (await story.Post("nsc.sig as sig-chair", Navy + "/waivers", Waiver)).Status.Should().Be(200);
        (await story.Grant(Navy, 1)).Status.Should().BeOneOf(200, 202);
        await story.Submit("outbound", outbound);
        (await story.Clear("outbound", [1])).Is("cleared-for-stage");
        await story.InBetween(inbound, outbound);
    }

    /// <summary>Plan and final of both, and the inbound visit on its days.</summary>
    public static async Task InBetween(this Journey story, object inbound, object outbound)
    {
        await Journey.Until(async () => (await story.Get("dod.ao", story.Matter("inbound")))["status"] == "cleared-for-stage");
        await story.At("1990-01-08T10:00:00-05:00");
        await story.ClearStages("inbound", inbound, 2);
        await story.ClearStages("outbound", outbound, 2);
        await story.At("1990-04-30T10:00:00-04:00");
        (await story.Post("dod.ao", story.Matter("inbound") + "/outcome", new
        {
            outcome = "took-place", days = new { from = "1990-04-23", to = "1990-04-27" }, units = new { events = 1, days = 5, hulls = 3 },
        })).Is("executed").Has("hold.status", "committed");
    }

    public static (decimal, decimal, decimal, decimal, decimal, decimal, bool) Sum(Answer matter, string dimension)
    {
        var line = matter.Line(dimension);
        decimal Of(string name) => line.GetProperty(name).GetDecimal();
        return (Of("committedSame"), Of("heldSame"), Of("asked"), Of("committedOther"), Of("result"), Of("tolerance") + Of("waived"), line.GetProperty("passes").GetBoolean());
    }

    /// <summary>The account of ships: given, received, balance in hulls.</summary>
    public static async Task<(string?, string?, string?)> Hulls(this Journey story)
    {
        var pair = await story.Get("dod.ao", Navy);
        pair.Has("accounts[1].category", "exchange.ship-visit").Has("accounts[1].dimensions[2].dimension", "hulls");
        return (pair["accounts[1].given"], pair["accounts[1].received"], pair["accounts[1].dimensions[2].balance"]);
    }
}
