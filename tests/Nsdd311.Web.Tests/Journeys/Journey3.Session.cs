namespace Nsdd311.Web.Tests.Journeys;

// Steps 10 to 19: the session.
public abstract partial class Journey3
{
    private const string Session = "/sessions/sig-1989-01";

    [Fact]
    public async Task _10_The_executive_secretary_schedules_a_session_and_a_matter_stands_on_it_once()
    {
        await story.At("1989-04-28T09:00:00-04:00");
        var body = new { body = "sig", at = "1989-05-09T10:00:00-04:00", place = Journey.U("Room 208") };
        (await story.Post(Chair, "/sessions", body)).Refused(403, "seat.not-entitled");
        var scheduled = (await story.Post(Secretary, "/sessions", body, key: "first")).Is("scheduled");
        scheduled.Has("id", "sig-1989-01").At("papersDue", "1989-05-04T17:00:00-04:00").At("agendaCloses", "1989-05-05T17:00:00-04:00");
        (await story.Post(Secretary, "/sessions", body, key: "first")).Bytes.Should().Equal(scheduled.Bytes);

        (await story.Post(Secretary, $"{Session}/agenda", new { matter = story.Noted["agreement"] })).Is("scheduled").Has("items[0].shortTitle", "Dangerous activities");
        (await story.Post(Secretary, $"{Session}/agenda", new { matter = story.Noted["agreement"] })).Refused(409, "session.already-on-agenda");
        (await story.Post(Secretary, $"{Session}/agenda", new { matter = story.Noted["visit"] })).Is("scheduled").Has("items[1].number", "2");
        (await story.Post(Secretary, $"{Session}/agenda", new { matter = Guid.Empty })).Refused(422, "session.matter-unknown");
    }

    [Fact]
    public async Task _11_A_late_paper_needs_the_chairs_recorded_leave()
    {
        await story.At("1989-05-05T09:00:00-04:00");
        var paper = new { item = 1, title = Journey.U("The text"), paragraphs = new[] { Journey.C("Article II was changed.") } };
        (await story.Post("ocjcs.ao", $"{Session}/papers", paper)).Refused(409, "session.paper-late");
        (await story.Post(Chair, $"{Session}/leave", new { agency = "OCJCS", reason = Journey.U("No.") })).Refused(403, "session.not-chair");
        (await story.Post(SigChair, $"{Session}/leave", new { agency = "OCJCS", reason = Journey.U("It came last night.") })).Is("scheduled");

        (await story.Post("ocjcs.ao", $"{Session}/papers", paper)).Is("scheduled").Has("papers[0].isLate", "true").Has("papers[0].agency", "OCJCS");
    }

    [Fact]
    public async Task _12_The_chair_of_the_other_body_does_not_convene()
    {
        (await story.Post(SigChair, $"{Session}/convening")).Refused(409, "session.agenda-open");
        await story.At("1989-05-09T10:00:00-04:00");
        (await story.Post(Secretary, $"{Session}/agenda", new { matter = story.Noted["visit"] })).Refused(409, "session.already-on-agenda");
        (await story.Post(Chair, $"{Session}/convening")).Refused(403, "session.not-chair");
    }

    [Fact]
    public async Task _13_With_STATE_and_DOD_there_are_three_of_four()
    {
        foreach (var member in new[] { "state.sig", "dod.sig" }) (await story.Post(member, $"{Session}/attendance", new { action = "arrive" })).Is("agenda-closed");
        (await story.Post(SigChair, $"{Session}/items/1/decision", new { decision = "refer", remarks = Journey.U("Now.") })).Refused(409, "session.not-convened");

        (await story.Post(SigChair, $"{Session}/convening")).Refused(409, "session.no-quorum").Has("present", "3").Has("needed", "4")
            .Text.Should().Contain("3 of 4");
    }

    [Fact]
    public async Task _14_When_OCJCS_has_come_it_is_convened()
    {
        (await story.Post(Secretary, $"{Session}/attendance", new { action = "arrive", seat = "sig-member/OCJCS", person = "cia.sig" })).Refused(422, "session.attendee-unknown");
        (await story.Post(Secretary, $"{Session}/attendance", new { action = "arrive", seat = "sig-member/OCJCS", person = "ocjcs.sig" })).Is("agenda-closed");

        (await story.Post(SigChair, $"{Session}/convening")).Is("in-session").At("minutesDue", "1989-05-12T17:00:00-04:00").Has("quorum.isChaired", "true");
        (await story.Post(SigChair, $"{Session}/convening")).Refused(409, "session.convened");
    }

    [Fact]
    public async Task _15_DOD_dissents_with_text() =>
        (await story.Position("dod.sig", "agreement", new { position = "nonconcur", objection = Journey.C("It binds the fleet."), cure = Journey.C("Except at sea.") })).Is("at-sig");

    [Fact]
    public async Task _16_Over_the_dissent_the_item_is_not_cleared()
    {
        var clear = new { decision = "clear", findings = new[] { new { goal = 4, text = Journey.U("It conforms.") } } };
        (await story.Post(SigChair, $"{Session}/items/1/decision", clear)).Refused(409, "proposal.standing-nonconcur");

        (await story.Get(SigChair, Session)).Is("in-session").Has("items[0].status", "open").Has("items[0].refused.code", "proposal.standing-nonconcur");
        (await story.Post(SigChair, $"{Session}/items/3/decision", clear)).Refused(404, "session.item-unknown");
        (await story.Post("state.sig", $"{Session}/items/1/decision", clear)).Refused(403, "session.not-chair");
    }

    [Fact]
    public async Task _17_It_is_referred_and_dissent_and_positions_go_with_it()
    {
        var refer = new { decision = "refer", remarks = Journey.C("DOD dissents; we ask for a decision.") };
        var referred = (await story.Post(SigChair, $"{Session}/items/1/decision", refer, key: "refer")).Is("in-session");
        referred.Has("items[0].status", "decided").Has("items[0].decision.ruling", "refer").Text.Should().Contain("It binds the fleet.");
        (await story.Post(SigChair, $"{Session}/items/1/decision", refer, key: "refer")).Bytes.Should().Equal(referred.Bytes);
        (await story.Post(SigChair, $"{Session}/items/1/decision", refer)).Refused(409, "session.item-decided");

        (await story.Get("ocjcs.ao", story.Matter("agreement"))).Is("referred");
        (await story.Get("auditor", story.Matter("agreement") + "/history")).Text.Should().Contain("proposal.decided-in-session/1").And.Contain("sig-1989-01");
    }

    [Fact]
    public async Task _18_Without_OCJCS_the_session_is_suspended_and_the_next_item_returns_to_its_queue()
    {
        (await story.Post("ocjcs.sig", $"{Session}/attendance", new { action = "leave" })).Is("suspended");
        (await story.Post(SigChair, $"{Session}/items/2/decision", new { decision = "refer", remarks = Journey.U("On.") })).Refused(409, "session.no-quorum");

        var adjourned = (await story.Post(SigChair, $"{Session}/adjournment")).Is("adjourned");
        adjourned.Has("items[1].returns", "true").Has("items[0].returns", "false");
        (await story.Post(SigChair, $"{Session}/items/2/decision", new { decision = "refer", remarks = Journey.U("On.") })).Refused(409, "session.adjourned");
        (await story.Get("state.sig", $"{Session}/minutes")).Has("status", "draft").Has("overall", "CONFIDENTIAL").Text.Should().Contain("It binds the fleet.");

        var next = (await story.Post(Secretary, "/sessions", new { body = "sig", at = "1989-05-23T10:00:00-04:00", place = Journey.U("Room 208") })).Is("scheduled");
        next.Has("id", "sig-1989-02").Has("items[0].matter", story.Noted["visit"]);
        next.Json.GetProperty("items").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task _19_Minutes_that_nobody_circulated_are_overdue()
    {
        await story.At("1989-05-12T17:00:00-04:00");
        (await story.Get(Secretary, "/alerts")).Has("items[0].kind", "minutes.overdue").Has("items[0].subject", "sig-1989-01").At("items[0].dueAt", "1989-05-12T17:00:00-04:00");

        (await story.Post(SigChair, $"{Session}/minutes")).Refused(403, "seat.not-entitled");
        (await story.Post(Secretary, $"{Session}/minutes", new { remarks = new[] { Journey.U("The chair thanked all.") } })).Is("minutes-circulated");
        (await story.Post("cia.sig", $"{Session}/minutes/objection", new { text = Journey.U("We were not there.") })).Is("minutes-circulated");
        (await story.Post(Secretary, $"{Session}/minutes")).Is("minutes-circulated");
        (await story.Post(SigChair, $"{Session}/minutes/approval", new { session = "sig-1989-02" })).Refused(409, "session.not-sitting");
        (await story.Get("state.sig", $"{Session}/minutes")).Has("status", "circulated").Has("version", "2").At("approveAt", "1989-05-19T17:00:00-04:00");
    }

    [Fact]
    public async Task _22_Nobody_objects_again_and_the_minutes_are_approved()
    {
        (await story.Get("state.sig", $"{Session}/minutes")).Has("status", "approved").At("approvedAt", "1989-05-19T17:00:00-04:00");
        var list = await story.Get("ocjcs.ao", "/sessions?body=sig");
        list.Has("items[0].id", "sig-1989-02").Has("items[1].status", "minutes-approved");
        (await story.Get("observer", Session)).Refused(404, "not-found").Bytes.Should().Equal((await story.Get("observer", "/sessions/sig-1989-09")).Bytes);
        (await story.Get("observer", "/sessions")).Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task _23_The_history_of_the_session_is_read_by_need_to_know_and_by_mark()
    {
        var history = await story.Get("state.sig", $"{Session}/history");

        history.Has("items[0].type", "session.scheduled/1");
        history.Text.Should().Contain("quorum or chair were lost").And.Contain("was decided: referred to the President, by nsc.sig").And.Contain("The minutes were approved");
        history.Text.Should().Contain("It binds the fleet.", "STATE's member is cleared for it");
        (await story.Get("operator", $"{Session}/history")).Refused(404, "not-found").Bytes.Should().Equal((await story.Get("observer", "/sessions/sig-1989-09/history")).Bytes);
        (await story.Get("auditor", $"{Session}/history")).Text.Should().NotContain("It binds the fleet.", "the auditor reads facts, not what is not distributed");
    }
}
