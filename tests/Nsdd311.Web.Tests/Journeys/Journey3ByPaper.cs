using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>Journey 3 of the rule book where the SIG does not meet: an agreement, STATE's word, two capacities, dissent, the President.</summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract class Journey3ByPaper(Journey3ByPaper.Story story)
{
    private const string Chair = "dod.ig-chair as ig-chair";
    private const string Secretary = "dod.ig-chair as executive-secretary";
    private const string SigChair = "nsc.sig as sig-chair";

    public abstract class Story(Venue venue) : Journey("1989-02-27T09:00:00-05:00", venue);

    private static object Agreement(string? authority, bool submit = true) => new
    {
        category = "agreement.proposed",
        shortTitle = "Dangerous activities",
        title = Journey.U("Prevention of dangerous military activities"),
        paragraphs = new[] { Journey.C("Both sides refrain from it.") },
        goals = new[] { new { goal = 4, rationale = Journey.U("Fewer incidents.") } },
        subjects = new[] { Journey.U("bilateral") },
        window = new { from = "1989-06-12", to = "1989-06-16" },
        authority,
        submit,
    };

    [Fact]
    public async Task _01_Without_an_authority_it_is_not_submitted() =>
        (await story.Post("ocjcs.ao", "/proposals", Agreement(null))).Refused(422, "agreement.authority-missing");

    [Fact]
    public async Task _02_With_one_it_is_within_the_directive_and_no_negotiation_to_refuse()
    {
        var accepted = (await story.Post("ocjcs.ao", "/proposals", Agreement("negotiate"))).Is("in-vetting");

        accepted.Has("stage", "concept").At("suspense", "1989-03-13T17:00:00-05:00").Has("paper.authority", "negotiate").Has("logNumber", "1989-00001");
        story.Noted["agreement"] = accepted.Id;
    }

    [Fact]
    public async Task _03_STATE_has_no_interest() =>
        (await story.Position("state.ig", "agreement", new { position = "no-interest" })).Is("in-vetting");

    [Fact]
    public async Task _04_That_is_no_concurrence_and_STATEs_must_be_explicit() =>
        (await story.Clear("agreement", [4])).Refused(409, "proposal.state-concurrence-required").Has("agencies[0]", "STATE");

    [Fact]
    public async Task _05_All_five_concur_and_the_concept_is_final_at_once()
    {
        await story.At("1989-03-10T09:00:00-05:00");
        await story.Concur("agreement", "state", "dod", "nsc", "ocjcs", "cia");

        (await story.Clear("agreement", [4])).Is("cleared-for-stage").Has("stage", "concept");
    }

    [Fact]
    public async Task _06_The_final_text_asks_to_conclude()
    {
        await story.At("1989-04-10T09:00:00-04:00");
        var final = (await story.Post("ocjcs.ao", story.Matter("agreement") + "/stages", Journey.PaperOf(Agreement("conclude")))).Is("in-vetting");

        final.Has("stage", "final").At("suspense", "1989-05-01T17:00:00-04:00").Has("paper.authority", "conclude");
    }

    [Fact]
    public async Task _07_CIA_reserves_with_a_footnote()
    {
        await story.At("1989-04-26T09:00:00-04:00");
        (await story.Position("cia.ig", "agreement", new { position = "reserve", footnote = Journey.C("Verification is thin.") })).Is("in-vetting")
            .Has("dissents[0].text.text", "Verification is thin.");
    }

    [Fact]
    public async Task _08_The_final_stage_of_an_agreement_is_the_SIGs()
    {
        await story.At("1989-04-27T09:00:00-04:00");
        (await story.Get("state.sig", story.Matter("agreement"))).Refused(404, "not-found");
        (await story.Clear("agreement", [4])).Refused(409, "proposal.sig-required");
    }

    [Fact]
    public async Task _09_The_chair_forwards_it()
    {
        var forwarded = (await story.Post(Chair, story.Matter("agreement") + "/decision", new { body = "ig", decision = "forward", remarks = Journey.U("The SIG's to decide.") })).Is("at-sig");

        forwarded.At("suspense", "1989-05-11T17:00:00-04:00").Has("sig.why", "forward").Has("sig.agencies[0].position", "silent").Has("body", "sig");
        (await story.Get("state.sig", story.Matter("agreement"))).Is("at-sig");
        (await story.Get("state.sig", "/alerts")).Has("items[0].kind", "matter.forwarded");
        (await story.Position("ocjcs.ig", "agreement", new { position = "concur" })).Refused(409, "round.closed");
    }

    [Fact]
    public async Task _15_DOD_dissents_at_the_SIG_with_text_and_the_others_concur()
    {
        await story.At("1989-05-09T10:00:00-04:00");
        (await story.Position("dod.sig", "agreement", new { position = "nonconcur", objection = Journey.U("It binds our ships."), cure = Journey.U("Leave ships out.") })).Is("at-sig")
            .Has("dissents[1].body", "sig").Has("dissents[1].agency", "DOD").Has("dissents[1].text.text", "It binds our ships.");
        foreach (var agency in new[] { "state", "ocjcs" }) (await story.Position($"{agency}.sig", "agreement", new { position = "concur" })).Is("at-sig");
        (await story.Position("nsc.sig as sig-member", "agreement", new { position = "concur" })).Is("at-sig");
    }

    [Fact]
    public async Task _16_Over_it_the_SIG_clears_nothing_and_by_paper_it_hears_all()
    {
        var findings = new[] { new { goal = 4, text = Journey.U("It conforms.") } };

        (await story.Post(SigChair, story.Matter("agreement") + "/decision", new { body = "sig", decision = "clear", findings })).Refused(409, "proposal.standing-nonconcur").Has("agencies[0]", "DOD");
        (await Refer(SigChair)).Refused(409, "sig.not-unanimous").Has("agencies[0]", "CIA");
        (await Refer(Chair)).Refused(403, "seat.not-entitled");
        (await Refer("state.sig")).Refused(403, "seat.not-entitled");
    }

    [Fact]
    public async Task _17_It_is_referred_and_dissent_and_footnote_go_with_it()
    {
        (await story.Position("cia.sig-alternate", "agreement", new { position = "reserve", footnote = Journey.U("As before.") })).Is("at-sig");
        var referred = (await Refer(SigChair)).Is("referred");

        referred.Has("decision.decision", "refer").Has("decision.body", "sig").At("remindAt", "1989-05-23T17:00:00-04:00");
        referred.Has("dissents[0].text.text", "Verification is thin.").Has("dissents[1].text.text", "It binds our ships.").Has("dissents[2].text.text", "As before.");
        (await Refer(SigChair)).Refused(409, "decision.already-made");
    }

    [Fact]
    public async Task _20_The_President_approves_under_one_condition_and_the_dissent_is_kept()
    {
        await story.At("1989-05-16T09:00:00-04:00");
        var body = new { decision = "approve", decidedOn = "1989-05-15", reference = Journey.U("NSD 7"), conditions = new[] { Journey.U("Allies are told first.") } };
        (await story.Post(Chair, story.Matter("agreement") + "/presidential-decision", body)).Refused(403, "seat.not-entitled");
        (await story.Post(Secretary, story.Matter("agreement") + "/presidential-decision", body with { decidedOn = "1989-05-17" })).Refused(422, "referral.day-impossible");

        var cleared = (await story.Post(Secretary, story.Matter("agreement") + "/presidential-decision", body)).Is("cleared");

        cleared.Has("decision.body", "president").Has("decision.reference.text", "NSD 7").Has("decision.decidedOn", "1989-05-15").Has("conditions[0].isMet", "false");
        cleared.Has("dissents[1].text.text", "It binds our ships.");
        (await story.Post(Secretary, story.Matter("agreement") + "/presidential-decision", body)).Refused(409, "referral.none");
    }

    [Fact]
    public async Task _21_Signed_over_the_open_condition_it_is_kept_as_a_breach_and_no_ledger_is_touched()
    {
        await story.At("1989-06-12T15:00:00-04:00");
        var signed = (await story.Post("ocjcs.ao", story.Matter("agreement") + "/outcome", new { outcome = "took-place", days = new { from = "1989-06-12", to = "1989-06-12" } })).Is("executed");

        signed.Has("breaches[0]", "1");
        signed["hold"].Should().BeNull();
        foreach (var agency in new[] { "state", "dod", "ocjcs", "cia", "nsc" }) (await story.Get($"{agency}.sig", "/alerts")).Has("items[0].kind", "condition.breached");
    }

    private Task<Answer> Refer(string who) => story.Post(who, story.Matter("agreement") + "/decision", new { body = "sig", decision = "refer", remarks = Journey.U("He decides.") });
}
