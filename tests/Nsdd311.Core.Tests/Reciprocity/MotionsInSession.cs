using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;
using static Nsdd311.Reciprocity.PairCommand;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Reciprocity;

/// <summary>"Waiver, lifting a freeze, writing off or carrying a debt: SIG chair, in session or by paper if unanimous" (8-charter, annex B): the session.</summary>
public sealed class MotionsInSession : MotionSpec
{
    private static readonly SessionId SigSession = new(BodyKind.Sig, 1989, 3);
    private static readonly Actor Meeting = new Actor.Entity(EntityId.Of(SigSession));
    private static readonly AgencyId Cia = AgencyId.Parse("CIA");

    public MotionsInSession()
    {
        GivenTheFile(Navy);
        Now = At("1989-12-14 10:00 -05:00");
        Must(new Move(Navy, new Relief.Waiver(Ships, Figures(("hulls", 1)), At("1990-07-01 00:00 -04:00")), U("Three came.")), SigChair);
    }

    [Fact]
    public void A_waiver_granted_in_session_needs_no_unanimity()
    {
        Must(new Speak(1, true, null), Sig("STATE"));

        var facts = Must(Decided(new BodyRuling.Grant(null)), Meeting);

        var decided = facts[0].Should().BeOfType<PairEvent.DecidedInSession>().Subject;
        decided.Positions.Count(position => position.Stand is null).Should().Be(4, "who was silent is named as silent, and does not stand in the way");
        facts[1].Should().BeOfType<PairEvent.Waived>();
        State.Motions[0].Session!.Session.Should().Be(SigSession);
    }

    [Fact]
    public void A_blocked_matter_gets_its_hold_from_a_waiver_granted_in_session()
    {
        Must(new Hold(Navy, Asking("inbound", Ships, Direction.Inbound, "1990-04-23", "1990-04-27", ("events", 1), ("days", 5), ("hulls", 3))), Matter);

        Must(Decided(new BodyRuling.Grant(null)), Meeting).OfType<PairEvent.WaitingHoldGranted>().Should().ContainSingle();
    }

    [Fact]
    public void Over_an_objection_nothing_is_granted_and_the_objection_stays_as_a_dissent_of_what_is_dropped()
    {
        Must(new Speak(1, false, U("They count theirs.")), Sig("CIA"));
        When(Decided(new BodyRuling.Grant(null)), Meeting);
        Refusal<MotionObjected>().Agencies.Should().Equal(Cia);

        var dropped = Must(Decided(new BodyRuling.Drop(U("CIA is right."))), Meeting);

        ((PairEvent.DecidedInSession)dropped[0]).Positions.Single(position => position.Agency == Cia).Dissent.Should().Be(U("They count theirs."));
        State.Motions[0].Decision!.Granted.Should().BeFalse();
    }

    [Fact]
    public void A_motion_is_decided_once()
    {
        Must(Decided(new BodyRuling.Grant(null)), Meeting);

        When(Decided(new BodyRuling.Grant(null)), Meeting);
        ThenRefused("motion.ended");
        When(new Grant(1), SigChair);
        ThenRefused("motion.ended");
    }

    [Fact]
    public void A_waiver_that_expired_a_second_ago_is_not_granted()
    {
        Now = At("1990-07-01 00:00:01 -04:00");

        When(Decided(new BodyRuling.Grant(null)), Meeting);

        ThenRefused("waiver.expired");
    }

    [Fact]
    public void Only_the_session_that_decided_brings_the_decision()
    {
        foreach (var stranger in (Actor[])[SigChair, Matter, new Actor.Entity(EntityId.Of(SigSession with { Number = 4 }))])
        {
            When(Decided(new BodyRuling.Grant(null)), stranger);
            ThenRefused("seat.not-entitled");
        }
    }

    private static DecideInSession Decided(BodyRuling ruling) =>
        new(1, new(SigSession, 2, ruling, new(new("nsc.sig"), new Seat(SeatKind.SigChair), [AgencyId.Parse("STATE"), AgencyId.Parse("NSC")], At("1989-12-14 10:00 -05:00"))));
}
