using Nsdd311.Sessions;
using Nsdd311.Settlement;
using static Nsdd311.Sessions.SessionCommand;

namespace Nsdd311.Tests.Sessions;

/// <summary>A matter that ends while it waits for a session leaves the agenda: each matter on it is told that it stands there, and says when it has ended.</summary>
public sealed class WhatEndsLeavesTheAgenda : SessionSpec
{
    private static readonly Actor TheAgreement = new Actor.Entity(EntityId.Of(Agreement.Id));

    [Fact]
    public void Every_matter_on_an_agenda_is_told_once_that_it_stands_there()
    {
        Given(Opening(Agreement), Book, Friday);
        Given(new PutOnAgenda(Visit), Secretary, Friday);
        Given(new PutOnAgenda(new AgendaMotion(new("cno~cinc-navy"), 1)), Secretary, Friday);

        SessionDecider.Owed(Now).Should().Equal(new TellOfAgenda("agenda-1", Agreement.Id, Id, 1), new TellOfAgenda("agenda-2", Visit.Id, Id, 2));
        GivenSettled(new SessionAnswer.Known(), Friday);
        SessionDecider.Owed(Now).Should().BeEmpty();
    }

    [Fact]
    public void A_matter_that_ends_before_or_in_the_session_leaves_its_agenda_with_the_reason()
    {
        foreach (var standing in (Action[])[() => GivenScheduled(Agreement, Visit), () => GivenTheAgendaIsClosed(Agreement, Visit), () => GivenConvened(Agreement, Visit)])
        {
            TellAnew();
            standing();

            When(new EndMatter(Agreement.Id, "withdrawn"), TheAgreement, Begins);
            Then(new SessionEvent.ItemWithdrawn(1, Text("The matter has ended: withdrawn."), Begins));
        }
    }

    [Fact]
    public void A_matter_that_had_ended_before_it_was_told_leaves_at_once()
    {
        Given(Opening(Agreement), Book, Friday);

        When(new RecordAnswer("agenda-1", new SessionAnswer.Refused("proposal.ended", "It is lapsed.")), TheAgreement, Friday);

        Then(new SessionEvent.MatterTold(1, "proposal.ended", Friday), new SessionEvent.ItemWithdrawn(1, Text("The matter has ended."), Friday));
    }

    [Fact]
    public void A_draft_is_before_no_body_and_leaves_as_well()
    {
        Given(Opening(Agreement), Book, Friday);
        GivenSettled(new SessionAnswer.Refused("proposal.not-submitted", "It is a draft."), Friday);

        Session.Item(1)!.Status.Should().BeOfType<ItemStatus.Withdrawn>().Which.Reason.Text.Should().Contain("proposal.not-submitted");
        SessionDecider.Owed(Now).Should().BeEmpty();
    }

    [Fact]
    public void What_was_decided_put_off_or_is_being_decided_stays_what_it_is()
    {
        GivenConvened(Agreement, Visit);
        Given(Refer(1), Chair, Begins);
        Given(new DeferItem(2, Text("Next time.")), Chair, Begins);

        foreach (var matter in (AgendaMatter[])[Agreement, Visit])
        {
            When(new EndMatter(matter.Id, "withdrawn"), new Actor.Entity(EntityId.Of(matter.Id)), Begins);
            ThenNothing();
        }
    }

    [Fact]
    public void It_does_not_return_to_the_queue()
    {
        GivenConvened(Agreement, Visit);
        Given(new EndMatter(Agreement.Id, "lapsed"), TheAgreement, Begins);
        Given(new Adjourn(), Chair, Begins);

        SessionDecider.Owed(Now).OfType<ReturnMatter>().Should().ContainSingle().Which.Subject.Should().Be(Visit);
    }

    [Fact]
    public void Nobody_but_the_matter_says_that_it_has_ended()
    {
        GivenScheduled(Agreement);
        foreach (var actor in (Actor[])[Chair, Secretary, Book, new Actor.Entity(EntityId.Of(Visit.Id))])
        {
            When(new EndMatter(Agreement.Id, "withdrawn"), actor, Friday);
            ThenRefused("seat.not-entitled");
        }
    }
}
