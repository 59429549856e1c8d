using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Views;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>An agreement on contacts to come, line by line; a submission may say which line it carries out (docs/adr/0016).</summary>
public sealed class ThePlanOfContacts : SigSpec
{
    private static readonly LogNumber Number = new(1989, 1);
    private static readonly DateTimeOffset Signed = New("1990-05-18T12:00:00-04:00");
    private static readonly RecordOutcome Signature = new(new Outcome.TookPlace(new(new(1990, 5, 14), new(1990, 5, 14)), default, null));
    private static readonly AgreedLine Ministers = Line(1);
    private static readonly AgreedLine Ships = new(
        7, new("exchange.ship-visit"), Direction.Inbound, new PairId("cno~cinc-navy"), new(new(1991, 4, 22), new(1991, 4, 26)), Units.Of((Dimension.Events, 1), (new("hulls"), 3)), Text("Three ships.", "C"));

    [Fact]
    public void Cleared_and_signed_its_lines_are_in_force()
    {
        GivenCleared(Plan());
        AgreedPlan.Of(Now).Should().BeNull("nobody has signed it");

        Given(Signature, Officer, Signed);
        AgreedPlan.Of(Now).Should().Be(new AgreedPlan(Number, [Ministers, Ships]));

        Given(new Report([Text("Signed.")]), Officer, Signed);
        AgreedPlan.Of(Now)!.Number.Should().Be(Number, "reported, it is in force as before");
    }

    [Fact]
    public void What_was_signed_after_it_had_been_withdrawn_is_in_force_because_facts_are_never_refused()
    {
        GivenCleared(Plan());
        Given(new Withdraw(Text("Not now.")), Officer, Friday);
        Given(Signature, Officer, Signed);

        AgreedPlan.Of(Now)!.Lines.Should().HaveCount(2);
    }

    [Fact]
    public void What_was_never_signed_is_not_in_force()
    {
        GivenCleared(Plan());
        Given(new RecordOutcome(new Outcome.Cancelled()), Officer, Signed);

        AgreedPlan.Of(Now).Should().BeNull();
    }

    [Theory]
    [InlineData(Authority.Negotiate, false)]
    [InlineData(Authority.Terminate, false)]
    [InlineData(Authority.Conclude, true)]
    [InlineData(Authority.Amend, true)]
    [InlineData(Authority.Extend, true)]
    public void Only_an_authority_to_agree_puts_lines_in_force_and_asks_for_them(Authority authority, bool agrees)
    {
        GivenCleared(Plan() with { Authority = authority });
        Given(Signature, Officer, Signed);
        (AgreedPlan.Of(Now) is not null).Should().Be(agrees);

        TellAnew();
        var bare = new DraftAndSubmit(Id, Plan() with { Authority = authority, AgreedLines = [] }, []);
        if (agrees)
        {
            When(bare, Officer, Monday);
            ThenRefused(new PlanLinesMissing());
        }
        else
        {
            Given(bare, Officer, Monday);
        }
    }

    [Fact]
    public void Nothing_else_has_lines()
    {
        When(new ProposalCommand.Draft(Id, Agreement() with { AgreedLines = [Ministers] }), Officer, Monday);
        ThenRefused(new PlanMisplaced());
    }

    public static TheoryData<string, AgreedLine> Faulty => new()
    {
        { "number", Line(0) },
        { "number", Line(1) },
        { "category", Line(2) with { Category = new("no.such-category") } },
        { "category", Line(2) with { Category = new("statement.public") } },
        { "pair", Line(2) with { Pair = new("no~body") } },
        { "pair", Line(2) with { Pair = new("cno~cinc-navy") } },
        { "window", Line(2) with { Window = new(new(1990, 9, 2), new(1990, 9, 1)) } },
        { "window", Line(2) with { Window = new(new(1899, 9, 2), new(1990, 9, 1)) } },
        { "window", Line(2) with { Window = new(new(1990, 9, 1), new(2200, 9, 1)) } },
        { "units", Line(2) with { Units = Units.Of((Dimension.Events, 2)) } },
        { "units", Line(2) with { Units = Units.Of((new("hulls"), 2)) } },
        { "units", Line(2) with { Units = Units.Of((Dimension.Days, -1)) } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_line_that_no_contact_could_have_is_refused_by_its_member(string member, AgreedLine line)
    {
        When(new ProposalCommand.Draft(Id, Plan() with { AgreedLines = [Ministers, line] }), Officer, Monday);
        ThenRefused(new PlanLineInvalid($"agreedLines[1].{member}"));
    }

    [Fact]
    public void Two_hundred_lines_are_enough()
    {
        ValueList<AgreedLine> Lines(int count) => Enumerable.Range(1, count).Select(Line).ToValueList();

        When(new ProposalCommand.Draft(Id, Plan() with { AgreedLines = Lines(201) }), Officer, Monday);
        ThenRefused(new PlanTooLong(200));

        Given(new ProposalCommand.Draft(Id, Plan() with { AgreedLines = Lines(200) }), Officer, Monday);
    }

    [Fact]
    public void The_words_of_a_line_are_marked_and_count_in_the_banner()
    {
        When(new ProposalCommand.Draft(Id, Plan() with { AgreedLines = [Ministers with { Text = new(default, "They meet.") }] }), Officer, Monday);
        ThenRefused(new MarkMissing(["agreedLines[0].text"]));
        When(new ProposalCommand.Draft(Id, Plan() with { AgreedLines = [Ministers with { Text = Text(" ") }] }), Officer, Monday);
        ThenRefused(new TextMissing(["agreedLines[0].text"]));

        GivenSubmitted(Plan());
        var unclassified = new Sight(new(new("x"), PortionMark.Parse("U"), []), IsDistributed: true);
        var view = ProposalView.Of(Now, unclassified)!;
        (view.Marking.Overall, view.Marking.Shown).Should().Be(("C", "U"));
        view.Paper.AgreedLines.Select(line => line.Text?.Text).Should().Equal("They meet.", null);
    }

    [Fact]
    public void A_submission_that_carries_out_a_line_says_which()
    {
        Given(new DraftAndSubmit(Id, Citing(1), []) { Plan = new(Number, [Ships, Ministers]) }, Officer, Monday);

        ((ProposalState.InVetting)Now).Matter.Paper.Cites.Should().Be(new LineCitation(Number, 1));
    }

    [Fact]
    public void What_is_not_in_force_or_not_for_the_proponent_to_know_of_is_not_carried_out()
    {
        When(new DraftAndSubmit(Id, Citing(1), []), Officer, Monday);
        ThenRefused(new PlanNotInForce(Number));

        When(new DraftAndSubmit(Id, Citing(1), []) { Plan = new(new(1989, 2), [Ministers]) }, Officer, Monday);
        ThenRefused(new PlanNotInForce(Number));
    }

    [Fact]
    public void The_line_exists()
    {
        When(new DraftAndSubmit(Id, Citing(2), []) { Plan = new(Number, [Ministers, Ships]) }, Officer, Monday);
        ThenRefused(new PlanLineUnknown(Number, 2));
    }

    [Fact]
    public void The_line_is_of_the_same_category_direction_and_pair()
    {
        When(new DraftAndSubmit(Id, Citing(7), []) { Plan = new(Number, [Ships]) }, Officer, Monday);
        ThenRefused(new PlanLineDiffers(Number, 7, ["category", "direction", "pair"]));

        When(new DraftAndSubmit(Id, Citing(1) with { Direction = Direction.Inbound }, []) { Plan = new(Number, [Ministers]) }, Officer, Monday);
        ThenRefused(new PlanLineDiffers(Number, 1, ["direction"]));
    }

    [Fact]
    public void A_draft_may_cite_anything_and_is_held_to_it_when_it_is_submitted()
    {
        Given(new ProposalCommand.Draft(Id, Citing(1)), Officer, Monday);

        When(new Submit([]), Officer, Monday);
        ThenRefused(new PlanNotInForce(Number));

        Given(new Submit([]) { Plan = new(Number, [Ministers]) }, Officer, Monday);
    }

    [Fact]
    public void Other_days_and_figures_than_the_lines_are_the_submissions_own()
    {
        var later = Citing(1) with { Window = new Window(new(1990, 11, 5), new(1990, 11, 6)), Units = Citing(1).Units.With(Dimension.Days, 4) };
        Given(new DraftAndSubmit(Id, later, []) { Plan = new(Number, [Ministers]) }, Officer, Monday);
    }

    [Fact]
    public void A_later_text_carries_out_the_same_line()
    {
        Given(new DraftAndSubmit(Id, Citing(1), []) { Plan = new(Number, [Ministers]) }, Officer, Monday);
        GivenSettled(Monday);
        Given(new Return(Text("Say more.")), Chair, Friday);

        When(new Resubmit(Citing(2)), Officer, Friday);
        ThenRefused(new IdentityFixed(["cites"]));
        When(new Resubmit(Visit()), Officer, Friday);
        ThenRefused(new IdentityFixed(["cites"]));

        Given(new Resubmit(Citing(1)), Officer, Friday);
    }

    [Fact]
    public void The_lists_find_a_plan_in_force_and_what_was_submitted_under_it()
    {
        GivenCleared(Plan());
        Filed().Should().BeEmpty("nobody has signed it");
        Given(Signature, Officer, Signed);
        Filed().Should().Equal("plan/1989-00001");

        TellAnew();
        Given(new ProposalCommand.Draft(Id, Citing(1)), Officer, Monday);
        Filed().Should().BeEmpty("a draft cites nothing that was looked at");
        Given(new Submit([]) { Plan = new(Number, [Ministers]) }, Officer, Monday);
        Filed().Should().Equal("cites/1989-00001");
        CitingMatterView.Of(MatterRows.Row(Now, Nsdd)!).Should().Be(new CitingMatterView(1, Id, null, "SecDef visit", "in-vetting"));
    }

    private ValueList<string> Filed() => MatterRows.Row(Now, Nsdd)!.Filed;

    private void GivenCleared(Paper paper)
    {
        TellAnew();
        GivenSubmitted(paper);
        GivenAllConcur(Monday);
        Given(ClearWith(4), Chair, Monday);
        Given(new HandInStage(paper), Officer, Friday);
        Given(new Forward(Text("You.")), Chair, Friday);
        GivenAllOfSigConcur();
        Given(ByPaper(Cleared(4)), SigChair, Friday);
        Now.Should().BeOfType<ProposalState.Cleared>();
    }

    private static Paper Plan() => Agreement() with { Category = new("agreement.plan-of-contacts"), AgreedLines = [Ministers, Ships] };

    private static AgreedLine Line(int number) => new(
        number, new("visit.ministerial"), Direction.Outbound, new PairId("secdef~minister-of-defense"), new(new(1990, 9, 3), new(1990, 9, 7)), Units.Of((Dimension.Events, 1), (Dimension.Days, 5)), Text("They meet."));

    private static Paper Citing(int line) => Visit() with { Cites = new(Number, line) };
}
