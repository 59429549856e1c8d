using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>Journey 4, steps 2 to 6, where the SIG meets: the waiver is an item of its session, and the blocked ships get their hold by themselves.</summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract class Journey4InSession(Journey4InSession.Story story)
{
    private const string Secretary = "dod.ig-chair as executive-secretary";
    private const string SigChair = "nsc.sig as sig-chair";
    private const string Session = "/sessions/sig-1989-01";

    public abstract class Story(Venue venue) : Journey("1989-12-01T09:00:00-05:00", venue)
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await ImportContacts();
        }
    }

    [Fact]
    public async Task _1_The_ships_are_blocked_and_a_waiver_is_moved()
    {
        await story.Submit("ships", Ships.Paper("inbound", "1990-04-23", "1990-04-27", 3));
        (await story.Clear("ships", [1])).Is("blocked-on-reciprocity");
        (await story.Post(SigChair, Ships.Navy + "/waivers", Ships.Waiver)).Status.Should().Be(200);
    }

    [Fact]
    public async Task _2_The_motion_goes_on_the_agenda_of_the_SIG_once()
    {
        var motion = new { motion = new { pair = "cno~cinc-navy", number = 1 } };
        (await story.Post(Secretary, "/sessions", new { body = "ig", at = "1989-12-12T10:00:00-05:00", place = Journey.U("Room 1") })).Is("scheduled");
        (await story.Post(Secretary, "/sessions/ig-1989-01/agenda", motion)).Refused(409, "session.motion-sig-only");
        (await story.Post(Secretary, "/sessions", new { body = "sig", at = "1989-12-12T10:00:00-05:00", place = Journey.U("Room 208") })).Is("scheduled");

        (await story.Post(Secretary, Session + "/agenda", motion)).Is("scheduled").Has("items[0].motion.number", "1").Has("items[0].motion.pair", "cno~cinc-navy");
        (await story.Post(Secretary, Session + "/agenda", motion)).Refused(409, "session.already-on-agenda");
        (await story.Post(Secretary, Session + "/agenda", new { motion = new { pair = "cno~cinc-navy", number = 2 } })).Refused(422, "session.motion-unknown");
        (await story.Post(Secretary, Session + "/agenda", new { })).Refused(422, "session.matter-or-motion");
    }

    [Fact]
    public async Task _3_In_session_an_objection_stands_in_the_way_and_silence_does_not()
    {
        await story.At("1989-12-12T10:00:00-05:00");
        foreach (var member in new[] { "state.sig", "dod.sig", "ocjcs.sig" }) (await story.Post(member, Session + "/attendance", new { action = "arrive" })).Is("agenda-closed");
        (await story.Post(SigChair, Session + "/convening")).Is("in-session");
        (await story.Post("cia.sig", Ships.Navy + "/motions/1/voice", new { agrees = false, objection = Journey.C("They count theirs.") })).Status.Should().Be(200);

        (await story.Post(SigChair, Session + "/items/1/decision", new { decision = "refer", remarks = Journey.U("Up.") })).Refused(422, "session.ruling-of-another-subject");
        (await story.Post(SigChair, Session + "/items/1/decision", new { decision = "grant" })).Refused(409, "motion.objected");
        (await story.Post("cia.sig", Ships.Navy + "/motions/1/voice", new { agrees = true })).Status.Should().Be(200);
    }

    [Fact]
    public async Task _4_Granted_in_session_the_waiver_is_in_force_and_the_ships_have_their_hold()
    {
        var granted = (await story.Post(SigChair, Session + "/items/1/decision", new { decision = "grant", remarks = Journey.U("Three came to Norfolk.") })).Is("in-session");

        granted.Has("items[0].status", "decided").Has("items[0].decision.ruling", "grant").Has("items[0].decision.positions[0].position", "silent").Has("items[0].decision.positions[4].position", "concur");
        await Journey.Until(async () => (await story.Get("dod.ao", story.Matter("ships")))["status"] == "cleared-for-stage");
        (await story.Get(SigChair, Ships.Navy)).Has("motions[0].status", "granted").Has("motions[0].session.session", "sig-1989-01");
        (await story.Post(SigChair, Session + "/items/1/decision", new { decision = "drop" })).Refused(409, "session.item-decided");
        (await story.Post(SigChair, Ships.Navy + "/motions/1/grant")).Refused(409, "motion.ended");
    }

    [Fact]
    public async Task _5_The_minutes_say_what_was_granted()
    {
        (await story.Post(SigChair, Session + "/adjournment")).Is("adjourned").Has("items[0].returns", "false");

        (await story.Get("state.ao", Session + "/minutes")).Text.Should().Contain("motion 1 on cno~cinc-navy").And.Contain("granted by nsc.sig");
    }
}
