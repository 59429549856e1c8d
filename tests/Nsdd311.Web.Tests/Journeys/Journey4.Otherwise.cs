using Nsdd311.Web.Tests.Hosting;
using static Nsdd311.Web.Tests.Journeys.Ships;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>Journey 4, steps 12 to 14: the host cancels, the waiver expires, the debt falls due.</summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract class Journey4Cancelled(Journey4Cancelled.Story story)
{
    public abstract class Story(Venue venue) : Journey("1989-12-01T09:00:00-05:00", venue)
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await ImportContacts();
            await this.ToTheInboundVisit();
        }
    }

    [Fact]
    public async Task _12_The_host_cancels_and_the_hold_is_released()
    {
        await story.At("1990-06-05T10:00:00-04:00");
        (await story.Post("dod.ao", story.Matter("outbound") + "/outcome", new { outcome = "prohibited-by-host" })).Is("closed").Has("hold.status", "released");

        (await story.Hulls()).Should().Be(("2", "1", "4"));
    }

    [Fact]
    public async Task _13_The_waiver_expires_out_of_balance_and_only_what_narrows_passes()
    {
        (await story.Post("dod.ao", story.Matter("inbound") + "/report", new { paragraphs = new[] { Journey.C("They came.") } })).Is("closed");
        await story.At("1990-07-01T00:00:00-04:00");
        (await story.Get("dod.ao", Navy)).Has("accounts[1].outOfBalance", "true");
        (await story.Get("cia.sig", "/alerts")).Text.Should().Contain("pair.out-of-balance");

        await story.At("1990-07-02T10:00:00-04:00");
        await story.Submit("narrows", Paper("outbound", "1990-11-05", "1990-11-09", 3));
        (await story.Clear("narrows", [1])).Is("cleared-for-stage");
        await story.Submit("widens", Paper("inbound", "1990-11-26", "1990-11-30", 1));
        Sum((await story.Clear("widens", [1])).Is("blocked-on-reciprocity"), "hulls").Should().Be((6, 0, 1, 2, 5, 3, false));
    }

    [Fact]
    public async Task _14_The_debt_is_overdue_the_day_after_its_day()
    {
        await story.At("1990-07-27T23:59:59-04:00");
        (await Alerts()).Should().Contain("debt.approaching").And.NotContain("debt.overdue");
        await story.At("1990-07-28T00:00:00-04:00");
        (await Alerts()).Should().Contain("debt.overdue");
    }

    private async Task<IEnumerable<string?>> Alerts() => (await story.Get("dod.sig", "/alerts")).Json.GetProperty("items").EnumerateArray()
        .Where(alert => alert.GetProperty("subject").GetString() == "cno~cinc-navy")
        .Select(alert => alert.GetProperty("kind").GetString());
}

/// <summary>Journey 4, steps 15 to 17: a debt that freezes, a freeze lifted, a visit curtailed by its host.</summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract class Journey4Frozen(Journey4Frozen.Story story)
{
    private const string Academies = "/pairs/ndu~voroshilov-academy";

    public abstract class Story(Venue venue) : Journey("1989-12-01T09:00:00-05:00", venue);

    [Fact]
    public async Task _15_An_overdue_debt_freezes_what_would_widen_it_and_nothing_else()
    {
        (await story.Post("dod.ig-chair as executive-secretary", Academies + "/baseline", new
        {
            category = "exchange.education", direction = "inbound", days = new { from = "1988-03-01", to = "1988-03-02" }, title = Journey.U("A lecture"),
            units = new { events = 1, days = 2, persons = 2 },
        })).Has("accounts[1].openDebts[0].number", "1").Has("accounts[1].openDebts[0].overdueSince", "1989-03-03");
        await story.Submit("frozen", Lecture("inbound", "1990-03-05", "1990-03-06"));

        Sum((await story.Clear("frozen", [1])).Is("blocked-on-reciprocity").Has("hold.code", "ledger.frozen"), "events").Should().Be((1, 0, 1, 0, 2, 2, true));
        await story.Submit("outbound", Lecture("outbound", "1990-01-22", "1990-01-23"));
        (await story.Clear("outbound", [1])).Is("cleared-for-stage");
    }

    [Fact]
    public async Task _16_Lifted_until_an_instant_it_lets_pass_until_a_second_before()
    {
        var lift = new { category = "exchange.education", until = "1989-12-08T12:00:00-05:00", reason = Journey.U("The return is agreed.") };
        (await story.Post("dod.ig-chair as ig-chair", Academies + "/freeze/lift", lift)).Refused(403, "freeze.sig-only");
        (await story.Post("dod.sig", Academies + "/freeze/lift", lift)).Has("motions[0].voices[0].agency", "DOD");
        (await story.Grant(Academies, 1)).At("accounts[1].freezeLiftedUntil", "1989-12-08T12:00:00-05:00");
        await Journey.Until(async () => (await story.Get("dod.ao", story.Matter("frozen")))["status"] == "cleared-for-stage");
        (await story.Post("dod.ao", story.Matter("frozen") + "/withdrawal", new { reason = Journey.U("Once more.") })).Is("withdrawn");
        await story.Submit("before", Lecture("inbound", "1990-03-05", "1990-03-06"));
        await story.Submit("at", Lecture("inbound", "1990-03-12", "1990-03-13"));

        await story.At("1989-12-08T11:59:59-05:00");
        (await story.Clear("before", [1])).Is("cleared-for-stage");
        await story.At("1989-12-08T12:00:00-05:00");
        (await story.Clear("at", [1])).Is("blocked-on-reciprocity").Has("hold.code", "ledger.frozen");
    }

    [Fact]
    public async Task _17_Curtailed_by_its_host_the_visitor_chooses_and_a_visitor_at_fault_does_not()
    {
        await story.ClearStages("outbound", Lecture("outbound", "1990-01-22", "1990-01-23"), 1);
        await story.At("1990-01-24T10:00:00-05:00");
        object Curtailed(string cause) => new
        {
            outcome = "curtailed", days = new { from = "1990-01-22", to = "1990-01-22" }, units = new { events = 1, days = 1, persons = 2 }, cause, counts = false,
        };
        (await story.Post("dod.ao", story.Matter("outbound") + "/outcome", Curtailed("visitor"))).Refused(409, "outcome.choice-not-open");

        (await story.Post("dod.ao", story.Matter("outbound") + "/outcome", Curtailed("host"))).Is("executed");

        var account = (await story.Get("dod.ao", Academies)).Has("accounts[1].given", "1").Has("accounts[1].received", "0");
        account.Has("accounts[1].entries[1].notCounted", "visitors-choice:host").Has("accounts[1].openDebts[0].number", "1");
    }

    [Fact]
    public async Task _18_A_debt_that_the_SIG_writes_off_is_owed_no_more()
    {
        (await story.Post("dod.ig-chair as executive-secretary", Academies + "/debts/1/write-off", new { reason = Journey.U("why") })).Refused(403, "debt.sig-only");
        (await story.Post("nsc.sig as sig-chair", Academies + "/debts/9/write-off", new { reason = Journey.U("why") })).Refused(404, "debt.unknown");
        (await story.Post("nsc.sig as sig-chair", Academies + "/debts/1/write-off", new { reason = Journey.U("The academy was closed.") })).Has("motions[1].kind", "write-off");

        (await story.Grant(Academies, 2)).Has("accounts[1].given", "0").Has("accounts[1].entries[0].notCounted", "written-off");
    }
}
