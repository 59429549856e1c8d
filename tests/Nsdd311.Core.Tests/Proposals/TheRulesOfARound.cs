using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;
using Nsdd311.Views;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>Sentences of 1-domain, section 3, that no other test is named after: rounds, clearances, conditions, reports.</summary>
public sealed class TheRulesOfARound : SigSpec
{
    private static readonly Sight Secret = new(new(new("x"), PortionMark.Parse("S"), []), IsDistributed: true);
    private static readonly DateTimeOffset Afterwards = New("1990-05-18T18:00:00-04:00");

    [Fact]
    public void The_direction_is_a_field_and_never_part_of_a_categorys_code()
    {
        foreach (var category in Nsdd.Categories.Where(category => category.Reciprocity is not null))
            category.Code.ToString().Should().NotContainAny("inbound", "outbound", "third");

        foreach (var direction in Enum.GetValues<Direction>())
        {
            TellAnew();
            GivenSubmitted(Visit() with { Direction = direction });
            ((ProposalState.InVetting)Now).Matter.Paper.Direction.Should().Be(direction);
        }
    }

    [Theory]
    [InlineData("visit.ministerial", "1989-10-30T17:00:00-05:00")]
    [InlineData("statement.public", "1989-10-19T17:00:00-04:00")]
    [InlineData("statement.press-guidance", "1989-10-16T13:00:00-04:00")]
    public void A_suspense_is_counted_in_working_days_or_working_hours_as_the_category_says(string category, string suspense)
    {
        var paper = category == "visit.ministerial" ? Visit() : PressGuidance("1989-11-14") with { Category = new(category) };
        GivenSubmitted(paper);

        ((ProposalState.InVetting)Now).Round.Phase.DueAt.Should().Be(New(suspense));
    }

    [Theory]
    [InlineData("visit.ministerial", "secdef~minister-of-defense", "asks, asks again, asks again")]
    [InlineData("visit.delegation", "joint-staff~general-staff", "asks, asks again")]
    [InlineData("talks.working-group", "joint-staff~general-staff", "asks")]
    public void The_hold_is_asked_for_at_the_categorys_hold_stage_and_priced_again_at_a_later_one_that_asks_for_more(string category, string pair, string expected)
    {
        var paper = Visit() with { Category = new(category), Pair = new PairId(pair) };
        var rule = Nsdd.Find(paper.Category)!;
        List<string> asked = [];
        GivenSubmitted(paper);
        foreach (var stage in rule.Stages)
        {
            if (stage.Stage != rule.FirstStage) Given(new HandInStage(paper with { Units = paper.Units.With(Dimension.Days, 2 * (5 + (int)stage.Stage)) }), Officer, Friday);
            GivenAllConcur(Friday);
            Given(ClearWith(1), Chair, Friday);
            if (ProposalDecider.Owed(Now).OfType<Settlement.AskHold>().SingleOrDefault() is { } ask) asked.Add(ask.Reprices ? "asks again" : "asks");
            (asked.Count > 0).Should().Be(stage.Stage >= rule.Reciprocity!.HoldAt, $"{stage.Stage}");
            GivenSettled(Friday);
        }

        string.Join(", ", asked).Should().Be(expected);
    }

    [Fact]
    public void What_is_not_counted_asks_for_no_hold()
    {
        GivenSubmitted(PressGuidance());
        GivenAllConcur(Monday);
        Given(ClearWith(2), Chair, Monday);
        ProposalDecider.Owed(Now).Should().BeEmpty();
    }

    [Fact]
    public void The_chair_never_clears_over_a_nonconcurrence_which_is_cured_or_goes_to_the_SIG()
    {
        GivenSubmitted();
        GivenAllConcur(Monday);
        Given(new TakePosition(new Stand.Nonconcur(Text("Not that base."), Text("Another base.")), []), Member(Cia), Monday);
        When(ClearWith(1), Chair, Monday);
        ThenRefused(new StandingNonconcur([Cia], []));

        Decided(new Forward(Text("You.")), Chair, Monday).Should().ContainSingle().Which.Should().BeOfType<ProposalEvent.Forwarded>();

        Given(new TakePosition(new Stand.Concur(), []), Member(Cia), Monday);
        Given(ClearWith(1), Chair, Monday);
    }

    [Fact]
    public void An_amendment_needs_the_chairs_leave_which_serves_once()
    {
        GivenSubmitted();
        When(new Amend(Visit()), Officer, Monday);
        ThenRefused("proposal.leave-missing");

        Given(new GiveLeave(LeaveKind.Amendment, Text("Go on."), null), Chair, Monday);
        Given(new Amend(Visit() with { Paragraphs = [Text("He goes by train.")] }), Officer, Monday);

        ((ProposalState.InVetting)Now).Matter.Dossier.TextVersion.Should().Be(2);
        When(new Amend(Visit()), Officer, Monday);
        ThenRefused("proposal.leave-missing");
    }

    [Theory]
    [InlineData("statement.public", "silent", false)]
    [InlineData("statement.joint", "at-sig", false)]
    [InlineData("statement.press-guidance", "silent", true)]
    public void Silence_of_a_mandatory_agency_follows_the_categorys_silence_rule(string category, string then, bool mayClear)
    {
        GivenSubmitted(PressGuidance("1989-11-14") with { Category = new(category) });
        Given(new CheckDeadline(), new Actor.Clock(), New("1989-10-23T17:00:00-04:00"));

        StateNames.Of(Now).Should().Be(then == "at-sig" ? "at-sig" : "in-vetting");
        When(ClearWith(2), Chair, New("1989-10-23T17:00:00-04:00"));
        if (mayClear) Decided(ClearWith(2), Chair, New("1989-10-23T17:00:00-04:00")).Should().NotBeEmpty();
        else ThenRefused(then == "at-sig" ? "round.closed" : "proposal.mandatory-silent");
    }

    [Fact]
    public void Dissents_stay_as_footnotes_with_their_text_whatever_is_decided()
    {
        GivenSubmitted();
        GivenAllConcur(Monday);
        Given(new TakePosition(new Stand.Reserve(Text("We look at it again.")), []), Member(Cia), Monday);
        Given(new Forward(Text("You.")), Chair, Monday);
        Given(new TakePosition(new Stand.Nonconcur(Text("Too much is shown.", "C"), Text("Less.")), []), SigMember(Dod), Friday);
        GivenSigConcurs(State, Nsc, Ocjcs, Cia);
        Given(ByPaper(new BodyRuling.Refer(Text("He decides."))), SigChair, Friday);
        Given(new RecordPresidentialDecision(new(true, Text("Paper 1"), new(1989, 10, 20), null), []), SigChair, Friday);
        GivenSettled(Friday);

        Now.Should().BeOfType<ProposalState.ClearedForStage>();
        DissentView.Of(Now, Secret).Should().Equal(
            new DissentView(BodyKind.Ig, Stage.Concept, Cia, "reserve", Text("We look at it again."), Monday),
            new DissentView(BodyKind.Sig, Stage.Concept, Dod, "nonconcur", Text("Too much is shown.", "C"), Friday));
    }

    [Fact]
    public void A_condition_is_confirmed_as_met_once_and_by_the_chair_alone()
    {
        GivenClearedUnder("Take an interpreter along.");
        When(new ConfirmCondition(1, Text("Seen.")), Officer, Friday);
        ThenRefused("seat.not-entitled");
        When(new ConfirmCondition(2, Text("Seen.")), Chair, Friday);
        ThenRefused("condition.unknown");

        Given(new ConfirmCondition(1, Text("Seen.")), Chair, Friday);

        ((ProposalState.Cleared)Now).Matter.OpenConditions.Should().BeEmpty();
        When(new ConfirmCondition(1, Text("Seen.")), Chair, Friday);
        ThenRefused("condition.already-met");
        Took().Breaches.Should().BeEmpty();
    }

    [Fact]
    public void Executing_over_an_open_condition_is_recorded_as_a_breach_and_alerted()
    {
        GivenClearedUnder("Take an interpreter along.");

        var recorded = Took();

        recorded.Breaches.Should().Equal(1);
        var after = ProposalDecider.Evolve(Now, recorded);
        after.Should().BeOfType<ProposalState.Executed>().Which.Breaches.Should().Equal(1);
        MatterAlerts.Of(recorded, after, Afterwards).Should().Contain(alert => alert.Kind == "condition.breached");
    }

    [Theory]
    [InlineData("visit.ministerial", true)]
    [InlineData("talks.ministerial", true)]
    [InlineData("statement.press-guidance", false)]
    [InlineData("agreement.proposed", false)]
    public void An_overdue_report_stops_new_visits_and_exchanges_and_nothing_else(string category, bool stops)
    {
        var paper = category switch
        {
            "statement.press-guidance" => PressGuidance(),
            "agreement.proposed" => Agreement(),
            _ => Visit() with { Category = new(category) },
        };
        if (!stops)
        {
            Given(new DraftAndSubmit(Id, paper, [new(1989, 7)]), Officer, Monday);
            return;
        }

        Given(new ProposalCommand.Draft(Id, paper), Officer, Monday);
        When(new Submit([new(1989, 7)]), Officer, Monday);
        ThenRefused(new ReportIsOverdue([new(1989, 7)]));

        Given(new GiveLeave(LeaveKind.OverdueReport, Text("It is on its way."), null), Chair, Monday);
        Given(new Submit([new(1989, 7)]), Officer, Monday);
    }

    [Fact]
    public void An_overdue_report_is_that_of_the_agency_with_the_pair_until_it_is_handed_in()
    {
        GivenClearedUnder();
        Given(new RecordOutcome(TookPlace), Officer, Afterwards);

        var row = MatterRows.Row(Now, Nsdd)!;
        (row.Agency, row.Pair, row.ReportDue).Should().Be((Dod, new PairId("secdef~minister-of-defense"), New("1990-06-04T17:00:00-04:00")));

        Given(new Report([Text("It went well.")]), Officer, Afterwards);
        MatterRows.Row(Now, Nsdd)!.ReportDue.Should().BeNull();
    }

    private static Outcome.TookPlace TookPlace => new(new(new(1990, 5, 14), new(1990, 5, 18)), default, null);

    private ProposalEvent.OutcomeRecorded Took() => Decided(new RecordOutcome(TookPlace), Officer, Afterwards).OfType<ProposalEvent.OutcomeRecorded>().Single();

    private void GivenClearedUnder(params string[] conditions)
    {
        GivenSubmitted();
        for (var stage = 0; stage < 3; stage++)
        {
            if (stage > 0) Given(new HandInStage(Visit()), Officer, Friday);
            GivenAllConcur(Friday);
            Given(ClearWith(1) with { Conditions = stage < 2 ? [] : conditions.Select(condition => Text(condition)).ToValueList() }, Chair, Friday);
            GivenSettled(Friday);
        }
    }
}
