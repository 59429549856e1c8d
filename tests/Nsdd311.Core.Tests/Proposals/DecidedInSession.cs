using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Sessions;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>A session of either body brings what it decided of its item (1-domain, section 4).</summary>
public sealed class DecidedInSession : SigSpec
{
    private static readonly Stand Dissent = new Stand.Nonconcur(Text("Too much is shown.", "C"), Text("Show less."));

    [Fact]
    public void The_record_has_every_agencys_position_and_dissent_and_then_what_was_decided()
    {
        GivenForwarded();
        GivenSigConcurs(State, Nsc);
        Given(new TakePosition(Dissent, []), SigMember(Dod), Friday);

        When(InSession(new BodyRuling.Refer(Text("He decides."))), Session(), Friday);

        var by = new DecidedBy(new("nsc.sig"), new Seat(SeatKind.SigChair), [State, Dod, Nsc, Ocjcs], Friday);
        Then(
            new ProposalEvent.DecidedInSession(
                new(BodyKind.Sig, 1989, 1), 1,
                [
                    new(State, new Stand.Concur(), null), new(Dod, Dissent, Text("Too much is shown.", "C")), new(Nsc, new Stand.Concur(), null),
                    new(Ocjcs, null, null), new(Cia, null, null),
                ],
                by, Friday),
            new ProposalEvent.Referred(new(1, RulingKind.Refer, Stage.Concept, [], Text("He decides."), Friday, Friday), New("1989-11-03T17:00:00-05:00")));
    }

    [Fact]
    public void Silence_does_not_stop_a_session_but_a_nonconcurrence_does()
    {
        GivenForwarded();
        GivenSigConcurs(State, Nsc);
        Given(new TakePosition(Dissent, []), SigMember(Dod), Friday);
        When(InSession(Cleared(1)), Session(), Friday);
        ThenRefused(new StandingNonconcur([Dod], []));

        GivenSigConcurs(Dod);
        Given(InSession(Cleared(1)), Session(), Friday);

        Now.Should().BeOfType<ProposalState.Decided>().Which.Matter.Sessions.Should().Equal(new SessionItem(new(BodyKind.Sig, 1989, 1), 1, [State, Dod, Nsc, Ocjcs]));
    }

    [Fact]
    public void The_same_item_decides_once_and_another_comes_too_late()
    {
        GivenForwarded();
        Given(InSession(new BodyRuling.Return(Text("Again."))), Session(), Friday);

        When(InSession(new BodyRuling.Return(Text("Again."))), Session(), Friday);
        ThenRefused(new ItemDecided("sig-1989-01", 1));
        When(InSession(new BodyRuling.Return(Text("Again.")), item: 2), Session(), Friday);
        ThenRefused(new NotBeforeBody(BodyKind.Sig, "returned"));
        Given(new Resubmit(Visit()), Officer, Friday);
        When(InSession(new BodyRuling.Return(Text("Again."))), Session(), Friday);
        ThenRefused(new ItemDecided("sig-1989-01", 1));
    }

    [Fact]
    public void A_session_of_the_IG_decides_by_the_IGs_rules()
    {
        GivenSubmitted();
        When(InSession(Cleared(1), body: BodyKind.Ig), Session(BodyKind.Ig), Friday);
        ThenRefused(new MandatorySilent([State, Nsc, Ocjcs, Cia]));
        When(InSession(new BodyRuling.Refer(Text("He decides.")), body: BodyKind.Ig), Session(BodyKind.Ig), Friday);
        ThenRefused(new NotOfBody(BodyKind.Ig));
        When(InSession(Cleared(1)), Session(), Friday);
        ThenRefused(new NotBeforeBody(BodyKind.Sig, "in-vetting"));

        GivenAllConcur(Friday);
        Given(InSession(Cleared(1), body: BodyKind.Ig), Session(BodyKind.Ig), Friday);
        GivenSettled(Friday);

        Now.Should().BeOfType<ProposalState.ClearedForStage>("all concurred");
    }

    [Fact]
    public void What_the_IG_forwards_in_session_is_before_the_SIG()
    {
        GivenSubmitted();

        Given(InSession(new BodyRuling.Forward(Text("You.")), body: BodyKind.Ig), Session(BodyKind.Ig), Friday);

        Sig.Matter.Sessions.Should().ContainSingle();
        When(InSession(new BodyRuling.Return(Text("Again.")), item: 3, body: BodyKind.Ig), Session(BodyKind.Ig), Friday);
        ThenRefused(new NotBeforeBody(BodyKind.Ig, "at-sig"));
    }

    [Fact]
    public void Nobody_but_that_session_brings_it()
    {
        GivenForwarded();

        When(InSession(new BodyRuling.Return(Text("Again."))), SigChair, Friday);
        ThenRefused("seat.not-entitled");
        When(InSession(new BodyRuling.Return(Text("Again."))), Session(BodyKind.Ig), Friday);
        ThenRefused("seat.not-entitled");
    }
}
