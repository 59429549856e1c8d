using Nsdd311.Access;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Views;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>What is enclosed with a text: it comes and goes where a new text may be given, and a text before the table keeps what it came with (8-charter, annexes B and C).</summary>
public sealed class TheAttachments : ProposalSpec
{
    private static readonly DateTimeOffset Friday = New("1989-10-20T11:00:00-04:00");
    private static readonly Actor Secretary = Person(SeatKind.ExecutiveSecretary, null);
    private static readonly ContentHash Bytes = ContentHash.Of("itinerary"u8);

    [Fact]
    public void A_draft_encloses_with_the_text_as_it_is()
    {
        Given(new ProposalCommand.Draft(Id, Visit()), Officer, Monday);

        When(Enclosure("Itinerary", "S"), Officer, Monday);

        Then(new ProposalEvent.Attached(new(1, Text("Itinerary"), PortionMark.Parse("S"), "application/pdf", 9, Bytes, 1, null), Monday));
    }

    [Fact]
    public void It_stays_with_later_texts_until_it_is_taken_out()
    {
        Given(new ProposalCommand.Draft(Id, Visit()), Officer, Monday);
        Given(Enclosure(), Officer, Monday);
        Given(new Revise(Visit()), Officer, Monday);
        Dossier.Enclosed.Should().ContainSingle();

        Given(new RemoveAttachment(1), Officer, Monday);

        Dossier.Enclosed.Should().BeEmpty();
        Dossier.Attachments.Should().ContainSingle().Which.RemovedFrom.Should().Be(2, "the first text has it still");
    }

    [Fact]
    public void What_never_went_with_a_text_is_as_if_it_had_not_been_there_and_its_number_is_not_given_again()
    {
        Given(new ProposalCommand.Draft(Id, Visit()), Officer, Monday);
        Given(Enclosure(), Officer, Monday);
        Given(new RemoveAttachment(1), Officer, Monday);
        Given(Enclosure(), Officer, Monday);

        AttachmentsView.Of(Dossier, Cleared).Items.Should().ContainSingle().Which.Number.Should().Be(2);
        AttachmentView.Find(Dossier, 1, Cleared).Should().BeNull();
    }

    [Fact]
    public void Inside_a_round_it_needs_the_leave_of_an_amendment_and_goes_with_the_amended_text()
    {
        GivenSubmitted();
        foreach (var command in (ProposalCommand[])[Enclosure(), new RemoveAttachment(1)])
        {
            When(command, Officer, Friday);
            ThenRefused(new LeaveMissing(LeaveKind.Amendment));
        }

        Given(new GiveLeave(LeaveKind.Amendment, Text("Yes."), null), Chair, Friday);
        Given(Enclosure(), Officer, Friday);
        Dossier.Enclosed.Should().BeEmpty("the agencies have the text without it");

        Given(new Amend(Visit()), Officer, Friday);
        Dossier.Enclosed.Should().ContainSingle();
    }

    [Fact]
    public void After_a_return_it_goes_with_the_next_text_and_makes_one_by_itself()
    {
        GivenSubmitted();
        Given(new Return(Text("Enclose the itinerary.")), Chair, Friday);
        Given(Enclosure(), Officer, Friday);
        Dossier.Enclosed.Should().BeEmpty("what was returned did not have it");

        Given(new Resubmit(null), Officer, Friday);

        (Dossier.TextVersion, Dossier.Enclosed.Count).Should().Be((2, 1));
        Now.Should().BeOfType<ProposalState.InVetting>().Which.Round.TextVersion.Should().Be(2);
    }

    [Fact]
    public void After_a_return_it_goes_with_the_new_text_that_is_handed_in_already()
    {
        GivenSubmitted();
        Given(new Return(Text("Again.")), Chair, Friday);
        Given(new Revise(Visit()), Officer, Friday);
        Given(Enclosure(), Officer, Friday);

        Dossier.Enclosed.Should().ContainSingle();
        Given(new Resubmit(null), Officer, Friday);
        Dossier.TextVersion.Should().Be(2);
    }

    [Fact]
    public void Between_two_stages_it_goes_with_the_paper_of_the_next()
    {
        GivenSubmitted();
        GivenStageCleared();
        Given(Enclosure(), Officer, Friday);
        Dossier.Enclosed.Should().BeEmpty("the concept was cleared without it");

        Given(new HandInStage(Visit()), Officer, Friday);

        Dossier.Enclosed.Should().ContainSingle();
    }

    [Fact]
    public void After_clearance_another_enclosure_is_a_change_and_nothing_at_all_is_none()
    {
        GivenCleared();
        var change = new Change(new(null, new([]), null, Text("They sent the itinerary.")));
        When(change, Officer, Friday);
        ThenRefused(new NothingChanged());

        Given(Enclosure(), Officer, Friday);
        Given(change, Officer, Friday);

        Now.Should().BeOfType<ProposalState.InVetting>();
        ProposalView.Of(Now, Cleared)!.Changes[0].AttachmentsAdded.Should().Equal(ProposalView.Of(Now, Cleared)!.Paper.Attachments).And.ContainSingle();
    }

    [Fact]
    public void What_is_decided_or_with_the_SIG_is_neither_added_to_nor_taken_from()
    {
        GivenSubmitted();
        Given(new Forward(Text("You.")), Chair, Friday);

        When(Enclosure(), Officer, Friday);
        ThenRefused(new WrongState("at-sig", "attach a file"));
        When(new RemoveAttachment(1), Officer, Friday);
        ThenRefused(new WrongState("at-sig", "take an attachment out"));
    }

    [Fact]
    public void The_proponent_and_the_executive_secretary_enclose_and_nobody_else()
    {
        GivenSubmitted();
        Given(new Return(Text("Again.")), Chair, Friday);

        foreach (var actor in (Actor[])[Officer, Member(Dod), Secretary])
        {
            Given(Enclosure(), actor, Friday);
            Given(new RemoveAttachment(Dossier.Attachments.Count), actor, Friday);
        }

        foreach (var actor in (Actor[])[Member(State), Person(SeatKind.ActionOfficer, State), Chair, Person(SeatKind.SigMember, Dod)])
            foreach (var command in (ProposalCommand[])[Enclosure(), new RemoveAttachment(1)])
            {
                When(command, actor, Friday);
                ThenRefused(new NotEntitled("enclosing", ["action-officer/DOD", "ig-member/DOD", "executive-secretary"]));
            }
    }

    [Fact]
    public void What_is_wrong_with_it_is_named()
    {
        Given(new ProposalCommand.Draft(Id, Visit()), Officer, Monday);

        Refused(Enclosure() with { Mark = default }, new MarkMissing(["mark"]));
        Refused(Enclosure() with { Title = new(default, "Itinerary") }, new MarkMissing(["title"]));
        Refused(Enclosure() with { Title = Text(" ") }, new TextMissing(["title"]));
        Refused(Enclosure() with { MediaType = "text/html" }, new AttachmentMediaType("content", MediaTypes.All));
        Refused(Enclosure() with { Size = 0 }, new AttachmentEmpty("content"));
    }

    [Fact]
    public void A_hundred_are_enough_and_one_is_taken_out_once()
    {
        Given(new ProposalCommand.Draft(Id, Visit()), Officer, Monday);
        for (var i = 0; i < 100; i++) Given(Enclosure(), Officer, Monday);
        Given(new RemoveAttachment(7), Officer, Monday);

        Refused(Enclosure(), new AttachmentsTooMany(100));
        Refused(new RemoveAttachment(7), new AttachmentRemovedAlready(7));
        Refused(new RemoveAttachment(101), new AttachmentUnknown(101));
    }

    [Theory]
    [InlineData("U", "U", "C", true)]
    [InlineData("U", "S", "S", true)]
    [InlineData("S", "U", "S", true)]
    [InlineData("U", "TS", "TS", false)]
    [InlineData("TS", "U", "TS", false)]
    [InlineData("U", "S//SI", "S", false)]
    public void Its_marks_count_in_the_overall_marking_and_both_must_be_read_to_see_it(string title, string mark, string overall, bool isSeen)
    {
        Given(new ProposalCommand.Draft(Id, Visit()), Officer, Monday);
        Given(Enclosure("Itinerary", mark, title), Officer, Monday);

        var view = ProposalView.Of(Now, Cleared)!;

        view.Marking.Overall.Should().Be(overall);
        view.Marking.Shown.Should().Be(isSeen ? overall : "C");
        view.Paper.Attachments.Should().HaveCount(isSeen ? 1 : 0);
        AttachmentsView.Of(Dossier, Cleared).Items.Should().HaveCount(isSeen ? 1 : 0);
        (AttachmentView.Find(Dossier, 1, Cleared) is not null).Should().Be(isSeen);
    }

    [Fact]
    public void The_history_tells_of_it_to_whoever_may_see_it_and_to_an_auditor_that_there_is_something()
    {
        Given(new ProposalCommand.Draft(Id, Visit()), Officer, Monday);
        ProposalEvent attached = Decided(Enclosure("Itinerary", "TS"), Officer, Monday)[0], removed = new ProposalEvent.AttachmentRemoved(1, 2, Friday);
        Given(Enclosure("Itinerary", "TS"), Officer, Monday);
        Sight top = new(new(new("x"), PortionMark.Parse("TS"), []), true), auditor = new(new(new("y"), PortionMark.Parse("TS"), [new(SeatKind.Auditor)]), false);

        foreach (var fact in (ProposalEvent[])[attached, removed])
        {
            AttachmentFacts.Of(fact, Dossier, top).Should().Be(fact);
            AttachmentFacts.Of(fact, Dossier, Cleared).Should().BeNull();
            AttachmentFacts.Of(fact, Dossier, auditor).Should().BeOfType<UnseenAttachment>().Which.Attachment.Should().Be(1);
        }
    }

    private static Sight Cleared { get; } = new(new(new("x"), PortionMark.Parse("S"), []), IsDistributed: true);

    private Dossier Dossier => MatterFacts.DossierOf(Now)!;

    private static Attach Enclosure(string title = "Itinerary", string mark = "U", string titleMark = "U") =>
        new(Text(title, titleMark), PortionMark.Parse(mark), "application/pdf", 9, Bytes);

    private void Refused(ProposalCommand command, Refusal refusal)
    {
        When(command, Officer, Monday);
        ThenRefused(refusal);
    }

    private void GivenCleared()
    {
        GivenSubmitted();
        GivenStageCleared();
        for (var stage = 0; stage < 2; stage++)
        {
            Given(new HandInStage(Visit()), Officer, Friday);
            GivenStageCleared();
        }
    }

    private void GivenStageCleared()
    {
        GivenAllConcur(Friday);
        Given(ClearWith(1), Chair, Friday);
        GivenSettled(Friday);
    }
}
