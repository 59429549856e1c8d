using System.Text;
using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using static Nsdd311.Reciprocity.PairCommand;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Reciprocity;

/// <summary>Journey 4, step 1: a plan is tried against a ledger, and nothing changes.</summary>
public sealed class ThePlan : MotionSpec
{
    private static readonly PlannedContact Inbound = Planned(1, Direction.Inbound, "1990-04-23", "1990-04-27", 3);
    private static readonly PlannedContact Outbound = Planned(2, Direction.Outbound, "1990-06-11", "1990-06-15", 3);

    public ThePlan()
    {
        GivenTheFile(Navy);
        Now = At("1989-12-01 09:00 -05:00");
    }

    [Fact]
    public void Step_1_the_first_breach_is_the_first_contact_with_its_arithmetic_and_two_hulls_would_pass()
    {
        var before = State;

        var plan = Try(Inbound, Outbound);

        plan.FirstBreach.Should().Be(1);
        var (breach, remedy) = (plan.Contacts[0].Breach!, plan.Contacts[0].Remedy!);
        breach.Sum.Select(line => line.ToString()).Should().Equal(
            "events 1 committed + 0 held + 1 asked − 1 = 1 ≤ 1", "days 5 committed + 0 held + 5 asked − 5 = 5 ≤ 6", "hulls 3 committed + 0 held + 3 asked − 2 = 4 > 3");
        remedy.Instead.Should().Equal(new FewerUnits(Of("hulls"), 6, 4));
        (remedy.Add!.Direction, remedy.Add.Contacts).Should().Be((Direction.Outbound, 1));
        remedy.Add.Units.Should().Equal(new Measure(Of("hulls"), 2));
        plan.Contacts[1].Breach.Should().BeNull();
        State.Should().Be(before, "a trial changes nothing");
    }

    [Fact]
    public void The_remedy_passes_and_one_more_unit_would_not()
    {
        Try(Inbound with { Units = Figures(("days", 5), ("hulls", 2)) }).FirstBreach.Should().BeNull();
        Try(Inbound with { Units = Figures(("days", 5), ("hulls", 3)) }).FirstBreach.Should().Be(1);
    }

    [Fact]
    public void The_addition_that_is_named_lets_it_pass()
    {
        var later = Inbound with { FirstDay = Day("1990-09-10"), LastDay = Day("1990-09-14") };
        var addition = Try(later).Contacts[0].Remedy!.Add!;
        var first = Planned(2, addition.Direction, addition.Before!.Value.AddDays(-6).ToString("yyyy-MM-dd"), addition.Before.Value.AddDays(-2).ToString("yyyy-MM-dd"), 1);

        Try(later, first).FirstBreach.Should().BeNull();
    }

    [Fact]
    public void The_balance_is_told_after_each_contact_that_passes_and_what_would_restore_it()
    {
        var plan = Try(Inbound with { Units = Figures(("days", 5), ("hulls", 2)) }, Outbound);

        plan.Balances.Select(point => (point.Number, point.Day, point.Dimensions[0].Balance, point.Dimensions[2].Balance))
            .Should().Equal((1, Day("1990-04-27"), 2, 6), (2, Day("1990-06-15"), 0, 0));
        plan.Restoring.Should().BeEmpty();
        var half = Try(Outbound).Restoring.Should().ContainSingle().Which;
        (half.Direction, half.Contacts).Should().Be((Direction.Inbound, 1));
    }

    [Fact]
    public void The_suspenses_that_it_implies_are_counted_back_in_working_days_from_the_lead_time()
    {
        var stages = Try(Outbound).Contacts[0].Stages;

        stages.Select(stage => stage.Stage).Should().Equal(Stage.Concept, Stage.Plan, Stage.Final);
        Charter.Calendar.AddWorkingDays(stages[0].SubmitBy, 60).Should().Be(Outbound.FirstDay, "the lead time of ships is 60 working days");
        Charter.Calendar.AddWorkingDays(stages[0].SubmitBy, 61).Should().BeAfter(Outbound.FirstDay);
        (stages[0].SubmitBy, stages[0].WorkingDaysLeft).Should().Be((Day("1990-03-16"), 71));
        stages[1].Suspense.Should().Be(Charter.Calendar.After(stages[1].SubmitBy, 10));
        Charter.Calendar.AddWorkingDays(stages[2].SubmitBy, 5 + 2).Should().BeBefore(Outbound.FirstDay, "the final stage is final before the first day");
        Try(Planned(1, Direction.Outbound, "1989-12-11", "1989-12-15", 3)).Contacts[0].Stages[0].WorkingDaysLeft.Should().BeNegative("that is too late without leave");
    }

    [Fact]
    public void What_is_still_planned_when_a_hold_is_asked_for_does_not_help()
    {
        var plan = Try(Planned(1, Direction.Outbound, "1990-04-23", "1990-04-27", 3), Planned(2, Direction.Outbound, "1990-05-14", "1990-05-18", 3), Planned(3, Direction.Inbound, "1990-05-07", "1990-05-11", 1));

        plan.Contacts.Select(contact => contact.Breach?.Code).Should().Equal(null, "ledger.out-of-bound", null);
        plan.Contacts[1].Remedy!.Instead.Should().BeEmpty("fewer ships are still a visit");
    }

    [Fact]
    public void A_waiver_counts_as_long_as_it_is_in_force()
    {
        Granted(new Move(Navy, new Relief.Waiver(Ships, Figures(("hulls", 1)), At("1990-03-01 00:00 -05:00")), U("why")));

        Try(Inbound).FirstBreach.Should().BeNull();
        Try(Inbound with { FirstDay = Day("1990-09-10"), LastDay = Day("1990-09-14") }).FirstBreach.Should().Be(1);
    }

    [Fact]
    public void A_cap_names_the_next_year_with_room_and_a_freeze_the_return()
    {
        var games = PlannedOf(Sports, Games, Direction.ThirdCountry, "1990-05-14", "1990-05-18", ("persons", 9));
        PlanTrial.Try(new Dictionary<PairId, PairState>(), [games, games with { Number = 2 }, games with { Number = 3, Direction = Direction.Inbound }], new(Now, Engine, Charter))
            .Contacts[2].Remedy!.Year.Should().Be(1991);

        Given(Academies, Past("lecture", Lectures, Direction.Inbound, "1988-03-01", "1988-03-02", ("days", 2), ("persons", 2)));
        var frozen = Try(PlannedOf(Academies, Lectures, Direction.Inbound, "1990-05-14", "1990-05-15", ("days", 2))).Contacts[0];
        (frozen.Breach!.Code, frozen.Remedy!.Add!.Direction, frozen.Remedy.Add.Contacts).Should().Be(("ledger.frozen", Direction.Outbound, 1));
    }

    [Fact]
    public void More_than_the_most_says_how_many_pass() =>
        Try(Planned(1, Direction.Outbound, "1990-06-11", "1990-06-15", 5)).Contacts[0].Remedy!.Instead.Should().Equal(new FewerUnits(Of("hulls"), 10, 6));

    [Fact]
    public void Matters_that_wait_in_line_are_left_out_and_what_is_held_takes_place()
    {
        Must(new Hold(Navy, Inbound.Request with { Entry = Entry("waits") }), Matter);
        Must(new Hold(Navy, Outbound.Request with { Entry = Entry("held") }), Matter);

        Try(Planned(1, Direction.Outbound, "1990-06-18", "1990-06-22", 3)).FirstBreach.Should().Be(1, "one is held that way already");
        Try(Planned(1, Direction.Inbound, "1991-06-17", "1991-06-21", 3)).FirstBreach.Should().BeNull("the outbound visit is over by then");
    }

    [Fact]
    public void A_file_is_read_row_by_row_and_every_fault_is_told_with_its_row()
    {
        var (contacts, faults) = Read("pair,category,direction,from,to,hulls,days\r\ncno~cinc-navy,exchange.ship-visit,inbound,1990-04-23,1990-04-27,3,5\r\n");
        faults.Should().BeEmpty();
        contacts.Single().Should().Be(Inbound with { Units = Figures(("hulls", 3), ("days", 5)) });

        Read("pair,category,direction,from,to,hulls\na~b,exchange.ship-visit,inbound,1990-04-23,1990-04-27,3\ncno~cinc-navy,exchange.sports,upward,1990-04-23,soon,3.3\ncno~cinc-navy,exchange.ship-visit,inbound,1989-04-23,1989-04-20,\nx,y\ncno~cinc-navy,exchange.sports,inbound,1990-04-23,1990-04-24,\n").Faults
            .Select(fault => (fault.Code, fault.Path)).Should().Equal(
                ("plan.pair", "row 2, pair"), ("plan.value", "row 3, direction"), ("plan.value", "row 3, to"), ("plan.value", "row 3, hulls"),
                ("plan.days", "row 4, to"), ("plan.days", "row 4, from"), ("plan.column", "row 5"), ("plan.category", "row 6, category"));
        Read("").Faults.Single().Code.Should().Be("plan.empty");
        Read("pair,category,direction,from,to\n").Faults.Single().Code.Should().Be("plan.empty");
        Read("pair,category,from,to,to,tanks\nx,x,x,x,x,x\n").Faults.Select(fault => fault.Path).Should().Equal("row 1", "row 1", "row 1");
        Read("a \"quote,b\n").Faults.Single().Code.Should().Be("plan.not-csv");
        Read("pair,category,direction,from,to\n" + string.Concat(Enumerable.Repeat("a,b,c,d,e\n", PlanChecks.Most + 1))).Faults.Single().Code.Should().Be("plan.too-long");
    }

    private static (ValueList<PlannedContact> Contacts, ValueList<PlanFault> Faults) Read(string csv) =>
        PlanFile.Read(Encoding.UTF8.GetBytes(csv), Charter, Day("1989-12-01"));

    private static PlannedContact Planned(int number, Direction direction, string from, string to, int hulls) =>
        PlannedOf(Navy, Ships, direction, from, to, ("days", 5), ("hulls", hulls)) with { Number = number };

    private static PlannedContact PlannedOf(PairId pair, CategoryCode category, Direction direction, string from, string to, params (string, int)[] units) =>
        new(1, pair, category, direction, Day(from), Day(to), Figures(units));

    private PlanOutcome Try(params PlannedContact[] contacts) =>
        PlanTrial.Try(contacts.Select(contact => contact.Pair).Distinct().ToDictionary(pair => pair, _ => State), contacts.ToValueList(), new(Now, Engine, Charter));
}
