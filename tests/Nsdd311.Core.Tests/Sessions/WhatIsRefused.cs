using Nsdd311.Roster;
using Nsdd311.Sessions;
using static Nsdd311.Sessions.SessionCommand;

namespace Nsdd311.Tests.Sessions;

/// <summary>Bad input of a session, each with a code of its own; and whose each act is (1-domain, section 4).</summary>
public sealed class WhatIsRefused : SessionSpec
{
    private static readonly DateTimeOffset Noon = Begins.AddHours(2);

    [Fact]
    public void A_second_decision_of_the_chair_on_one_item()
    {
        GivenConvened(Agreement, Visit);
        Given(Refer(1), Chair, Noon);
        When(Refer(1), Chair, Noon);
        ThenRefused("session.answer-awaited");

        GivenSettled(new SessionAnswer.Taken([]), Noon);
        When(Refer(1), Chair, Noon);
        ThenRefused("session.item-decided");
    }

    [Fact]
    public void A_decision_by_a_person_who_was_relieved_a_second_ago()
    {
        var seat = new Seat(SeatKind.IgMember, Cia);
        var founded = (RosterState)RosterDecider.Evolve(RosterDecider.Initial, new RosterEvent.Founded([new(seat, new("cia.ig"), "A person")], Noon));
        founded.Holds(new("cia.ig"), seat).Should().BeTrue();

        var relieved = new Context(Noon, Member(Cia), Nsdd);
        var after = ((Decision<RosterEvent>.Accepted)RosterDecider.Decide(founded, new RosterCommand.Relieve(seat, new("cia.ig"), null), relieved)).Events.Aggregate(founded, RosterDecider.Evolve);

        after.Holds(new("cia.ig"), seat).Should().BeFalse("whoever is relieved acts in that seat no more: seat.not-held");
    }

    [Fact]
    public void A_decision_after_adjournment()
    {
        GivenAdjourned(Agreement);
        When(Refer(1), Chair, Noon);
        ThenRefused("session.adjourned");
    }

    [Fact]
    public void A_decision_after_the_quorum_was_lost_in_mid_session()
    {
        GivenConvened(Agreement);
        Given(Going(Member(Ocjcs)), Member(Ocjcs), Noon);
        When(Refer(1), Chair, Noon);
        ThenRefused("session.no-quorum");
    }

    [Fact]
    public void An_agenda_with_the_same_matter_twice()
    {
        GivenScheduled(Agreement);
        When(new PutOnAgenda(Agreement), Secretary, Friday);
        ThenRefused(new AlreadyOnAgenda(1));
    }

    [Fact]
    public void Only_the_bodys_chair_convenes_decides_and_adjourns()
    {
        GivenConvened(Agreement);
        foreach (var command in (SessionCommand[])[new Convene(), Refer(1), new DeferItem(1, Text("Next time.")), new Adjourn()])
            foreach (var actor in (Actor[])[Secretary, Member(State), Person(SeatKind.IgChair, null)])
            {
                When(command, actor, Noon);
                ThenRefused("session.not-chair");
            }
    }

    [Fact]
    public void Only_the_executive_secretary_schedules_and_keeps_agenda_and_minutes()
    {
        GivenScheduled(Agreement);
        foreach (var command in (SessionCommand[])[new PutOnAgenda(Visit), new CallOff(Text("Snow.")), new CirculateMinutes([])])
        {
            When(command, Chair, Friday);
            ThenRefused("seat.not-entitled");
        }
    }

    [Fact]
    public void Each_step_out_of_order()
    {
        GivenScheduled(Agreement);
        Refused(new Convene(), Chair, "session.agenda-open");
        Refused(Refer(1), Chair, "session.not-convened");
        Refused(new CirculateMinutes([]), Secretary, "session.not-adjourned");
        Given(new CheckDeadline(), Clock, Closes);
        Refused(new Adjourn(), Chair, "session.not-convened");
        TellAnew();
        GivenConvened(Agreement);
        Refused(new Convene(), Chair, "session.convened");
        Refused(new CallOff(Text("Snow.")), Secretary, "session.convened");
        Given(new Adjourn(), Chair, Noon);
        Refused(new ObjectToMinutes(Text("No.")), Member(State), "session.minutes-not-circulated");
        Refused(new Convene(), Chair, "session.adjourned");
    }

    private void Refused(SessionCommand command, Actor actor, string code)
    {
        When(command, actor, Noon);
        ThenRefused(code);
    }
}
