using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Roster;
using Nsdd311.Sessions;
using Nsdd311.Views;

namespace Nsdd311.Tests.Proposals;

/// <summary>"Alerts: suspense approaching, passed, escalated, papers due, minutes due, report due, debt approaching, overdue, seat vacant" (1-domain, section 7).</summary>
public sealed class EveryAlert : SigSpec
{
    private static readonly DateTimeOffset Due = New("1989-11-14T17:00:00-05:00");
    private static readonly DateTimeOffset Noticed = New("1989-11-20T08:00:00-05:00");

    [Fact]
    public void Suspense_approaching_is_told_to_the_silent() => Of(new ProposalEvent.Warned(Due, Due, [Cia])).Should().Be("suspense.approaching: ig-member/CIA, ig-alternate/CIA");

    [Fact]
    public void Suspense_passed_is_told_to_the_silent_the_proponent_and_the_chair() =>
        Of(new ProposalEvent.SuspensePassed(Due, Due, [Cia], null)).Should().StartWith("suspense.passed: ig-member/CIA").And.Contain("action-officer/DOD").And.EndWith("ig-chair");

    [Fact]
    public void Escalated_is_told_to_both_bodies() =>
        Of(new ProposalEvent.Escalated(Due, Due, [Cia], new(Due, null))).Should().StartWith("matter.escalated").And.Contain("sig-member/STATE").And.Contain("sig-chair").And.Contain("ig-member/NSC");

    [Fact]
    public void Outcome_and_report_overdue_are_told_to_the_proponent_and_the_chair()
    {
        Of(new ProposalEvent.OutcomeOverdue(Due, Due)).Should().Be("outcome.overdue: action-officer/DOD, ig-member/DOD, ig-alternate/DOD, ig-chair");
        Of(new ProposalEvent.ReportOverdue(Due, Due)).Should().Be("report.overdue: action-officer/DOD, ig-member/DOD, ig-alternate/DOD, ig-chair");
    }

    [Fact]
    public void Papers_due_and_minutes_due_are_told_of_a_session()
    {
        var session = SessionDecider.Evolve(SessionDecider.Initial, new SessionEvent.Scheduled(new(BodyKind.Sig, 1989, 1), Noticed, Text("Room 208"), Due, Due, [], Due));

        SessionAlerts.Of(new SessionEvent.PapersFellDue(Due, Due), session, Nsdd, Due).Should().ContainSingle().Which.Kind.Should().Be("papers.due");
        SessionAlerts.Of(new SessionEvent.MinutesOverdue(Due, Due), session, Nsdd, Due).Should().ContainSingle().Which.Kind.Should().Be("minutes.overdue");
    }

    [Fact]
    public void Debt_approaching_and_overdue_are_told_of_a_pair()
    {
        var pair = new PairId("cno~cinc-navy");
        ValueList<Seat> notify = [new(SeatKind.ExecutiveSecretary)];
        foreach (var (fact, kind) in (ValueTuple<PairEvent, string>[])[
            (new PairEvent.DebtApproaching(new("file/C041"), new("exchange.ship-visit"), Noticed, Due, Due, notify), "debt.approaching"),
            (new PairEvent.DebtOverdue(new("file/C041"), new("exchange.ship-visit"), Due, Due, notify), "debt.overdue")])
            PairAlerts.Of(pair, PairState.Empty, fact, PairState.Empty).Should().ContainSingle().Which.Kind.Should().Be(kind);
    }

    [Fact]
    public void Seat_vacant_is_told_to_the_agencys_members_of_the_SIG()
    {
        var alert = RosterAlerts.Of(new RosterEvent.Relieved(new Seat(SeatKind.IgMember, Cia), new("cia.ig"), null, true, Due)).Should().ContainSingle().Subject;

        (alert.Kind, alert.Subject).Should().Be(("seat.vacant", "ig-member/CIA"));
        alert.Seats.Should().Contain([new(SeatKind.SigMember, Cia), new(SeatKind.SigAlternate, Cia)]);
        RosterAlerts.Of(new RosterEvent.Relieved(new Seat(SeatKind.ActionOfficer, Cia), new("cia.ao"), null, false, Due)).Should().BeEmpty("another holds it still");
    }

    [Fact]
    public void A_matters_alert_names_seats_and_carries_the_log_number_and_the_short_title_only()
    {
        GivenForwarded();
        var alert = MatterAlerts.Of(new ProposalEvent.SigWarned(Due, Due), Now, Noticed).Should().ContainSingle().Subject;

        alert.ToString().Should().Contain("1989-00001").And.Contain("SecDef visit").And.NotContain("He goes.").And.NotContain("SecDef visit to the USSR");
    }

    private string Of(ProposalEvent @event)
    {
        TellAnew();
        GivenForwarded();
        var alert = MatterAlerts.Of(@event, Now, Noticed).Should().ContainSingle().Subject;
        return $"{alert.Kind}: {string.Join(", ", alert.Seats)}";
    }
}
