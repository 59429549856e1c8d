using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Sessions;
using Nsdd311.Testing;

namespace Nsdd311.Runtime.Tests.Contract;

/// <summary>What a runtime promises of sessions, their matters and the books of the bodies, whatever breaks between them.</summary>
public abstract class SessionsContract : RuntimeHarness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly AgencyId[] Agencies = [.. Nsdd311Charter.Load().Agencies.Select(agency => agency.Id)];
    private static readonly ProposalId Matter = new(Guid.Parse("01234567-89ab-8cde-8f01-23456789abcd"));
    private static readonly EntityId Book = EntityId.SessionBook(BodyKind.Sig);
    private static readonly SessionId First = new(BodyKind.Sig, 1988, 1);
    private static readonly DateTimeOffset Begins = new(1988, 8, 9, 14, 0, 0, TimeSpan.Zero);

    protected override VettingModel Model => Domain.Model;

    [Fact]
    public async Task Sessions_that_many_schedule_at_once_are_numbered_without_gaps()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Schedule(Begins)));

        var book = (SessionBookState)(await Runtime.Read(Book, null, default))!.State;
        book.Sessions.Select(booked => booked.Id.Number).Should().BeEquivalentTo(Enumerable.Range(1, 20));
        foreach (var booked in book.Sessions) (await StateOf<SessionState>(EntityId.Of(booked.Id))).Should().BeOfType<SessionState.Scheduled>();
    }

    [Theory]
    [InlineData("before the matter took it")]
    [InlineData("before the session knew")]
    public async Task A_decision_taken_in_session_reaches_its_matter_once_although_the_process_dies(string when)
    {
        await PayOnlyWhatIsDurable();
        await GivenConvened();
        var (session, matter) = (EntityId.Of(First), EntityId.Of(Matter));
        Journal.Fault = batch => batch.Any(append => append.Entity == (when == "before the session knew" ? session : matter) && append.First.Actor.StartsWith("entity", StringComparison.Ordinal))
            ? CommitFault.Refuse : CommitFault.None;
        var decided = await Do(session, new SessionCommand.DecideItem(1, new BodyRuling.Refer(U("You decide."))), SeatKind.SigChair);
        await Runtime.CatchUp(default);
        (await StateOf<SessionState.InSession>(session)).Session.Items[0].Status.Should().BeOfType<ItemStatus.Asked>();

        Journal.Fault = null;
        await Restart();

        var settled = (SessionState.InSession)(await Runtime.Settled(session, decided.Version, Patience, default))!.State;
        settled.Session.Items[0].Status.Should().BeOfType<ItemStatus.Decided>().Which.Positions.Should().HaveCount(Agencies.Length);
        (await StateOf<ProposalState>(matter)).Should().BeOfType<ProposalState.Referred>();
        (await Runtime.History(matter, default)).Select(row => row.Event).OfType<ProposalEvent.DecidedInSession>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_decision_that_its_matter_refuses_is_recorded_as_refused()
    {
        await GivenConvened();
        await Do(EntityId.Of(Matter), new ProposalCommand.TakePosition(new Stand.Nonconcur(U("No."), U("Less.")), []), SeatKind.SigMember, Agencies[0]);
        var decided = await Do(EntityId.Of(First), new SessionCommand.DecideItem(1, new BodyRuling.Clear([new(2, U("So it is."))], [], null)), SeatKind.SigChair);

        var settled = (SessionState.InSession)(await Runtime.Settled(EntityId.Of(First), decided.Version, Patience, default))!.State;
        settled.Session.Items[0].Status.Should().BeOfType<ItemStatus.Open>().Which.Refused!.Code.Should().Be("proposal.standing-nonconcur");
        (await StateOf<ProposalState>(EntityId.Of(Matter))).Should().BeOfType<ProposalState.AtSig>();
    }

    [Theory]
    [InlineData("before the ledger took it")]
    [InlineData("before the session knew")]
    public async Task A_motion_granted_in_session_is_in_force_once_although_the_process_dies(string when)
    {
        await PayOnlyWhatIsDurable();
        var pair = PairId.Parse("cno~cinc-navy");
        var (session, ledger) = (EntityId.Of(First), EntityId.Of(pair));
        var waiver = new Reciprocity.Relief.Waiver(new("exchange.ship-visit"), Reciprocity.Units.Of((new("hulls"), 1)), Begins.AddDays(90));
        await Do(ledger, new Reciprocity.PairCommand.Move(pair, waiver, U("Three came.")), SeatKind.SigChair);
        await GivenConvened(new AgendaMotion(pair, 1));
        Journal.Fault = batch => batch.Any(append => append.Entity == (when == "before the session knew" ? session : ledger) && append.First.Actor.StartsWith("entity", StringComparison.Ordinal))
            ? CommitFault.Refuse : CommitFault.None;
        var decided = await Do(session, new SessionCommand.DecideItem(2, new BodyRuling.Grant(null)), SeatKind.SigChair);
        await Runtime.CatchUp(default);
        Journal.Fault = null;
        await Restart();

        var settled = (SessionState.InSession)(await Runtime.Settled(session, decided.Version, Patience, default))!.State;
        settled.Session.Items[1].Status.Should().BeOfType<ItemStatus.Decided>().Which.Positions.Should().HaveCount(Agencies.Length);
        (await StateOf<Reciprocity.PairState>(ledger)).Waivers.Should().ContainSingle();
    }

    [Fact]
    public async Task A_matter_that_ends_while_it_waits_for_a_session_leaves_its_agenda_although_the_process_dies()
    {
        await PayOnlyWhatIsDurable();
        await GivenForwarded();
        await Schedule(Begins);
        var put = await Do(EntityId.Of(First), new SessionCommand.PutOnAgenda(new AgendaMatter(Matter, new(1988, 1), "Statement")), SeatKind.ExecutiveSecretary);
        await Runtime.Settled(EntityId.Of(First), put.Version, Patience, default);
        Journal.Fault = batch => batch.Any(append => append.Entity == EntityId.Of(First)) ? CommitFault.Refuse : CommitFault.None;
        var withdrawn = await Do(EntityId.Of(Matter), new ProposalCommand.Withdraw(U("Given up.")), SeatKind.ActionOfficer, Agencies[0]);
        await Runtime.CatchUp(default);
        Journal.Fault = null;
        await Restart();

        await Runtime.Settled(EntityId.Of(Matter), withdrawn.Version, Patience, default);
        (await StateOf<SessionState.Scheduled>(EntityId.Of(First))).Session.Items[0].Status.Should().BeOfType<ItemStatus.Withdrawn>().Which.Reason.Text.Should().Contain("withdrawn");
    }

    [Fact]
    public async Task What_ended_in_the_queue_leaves_the_agenda_on_which_it_comes()
    {
        await GivenForwarded();
        await MoveTo(Monday.AddDays(15));
        var withdrawn = await Do(EntityId.Of(Matter), new ProposalCommand.Withdraw(U("Given up.")), SeatKind.ActionOfficer, Agencies[0]);
        await Runtime.Settled(EntityId.Of(Matter), withdrawn.Version, Patience, default);

        await Schedule(Monday.AddDays(30));
        await Runtime.Settled(EntityId.Of(First), 1, Patience, default);
        (await StateOf<SessionState.Scheduled>(EntityId.Of(First))).Session.Items.Should().ContainSingle().Which.Status.Should().BeOfType<ItemStatus.Withdrawn>();
    }

    [Fact]
    public async Task What_a_session_did_not_reach_is_on_the_agenda_of_the_next_although_the_process_dies()
    {
        await PayOnlyWhatIsDurable();
        await GivenConvened();
        Journal.Fault = batch => batch.Any(append => append.Entity == Book && append.First.Actor.StartsWith("entity", StringComparison.Ordinal)) ? CommitFault.Refuse : CommitFault.None;
        var adjourned = await Do(EntityId.Of(First), new SessionCommand.Adjourn(), SeatKind.SigChair);
        await Runtime.CatchUp(default);
        Journal.Fault = null;
        await Restart();
        await Runtime.Settled(EntityId.Of(First), adjourned.Version, Patience, default);

        await Schedule(Begins.AddDays(14));
        (await StateOf<SessionState.Scheduled>(EntityId.Of(First with { Number = 2 }))).Session.Items.Select(item => item.Matter!.Id).Should().Equal(Matter);
    }

    [Fact]
    public async Task A_matter_whose_suspense_has_passed_goes_on_the_next_agenda_by_itself()
    {
        await GivenForwarded();
        await MoveTo(Monday.AddDays(14));
        (await StateOf<SessionBookState>(Book)).Waiting.Should().BeEmpty("ten working days are not over");
        await MoveTo(Monday.AddDays(15));
        (await StateOf<SessionBookState>(Book)).Waiting.Select(waiting => ((AgendaMatter)waiting).Id).Should().Equal(Matter);

        await Schedule(Monday.AddDays(30));
        (await StateOf<SessionState.Scheduled>(EntityId.Of(First))).Session.Items.Should().ContainSingle();
    }

    /// <summary>Schedules a session and waits until it is open.</summary>
    private async Task Schedule(DateTimeOffset at)
    {
        var numbered = await Do(Book, new SessionBookCommand.Schedule(BodyKind.Sig, at, U("Room 208")), SeatKind.ExecutiveSecretary);
        (await Runtime.Settled(Book, numbered.Version, Patience, default)).Should().NotBeNull();
    }

    private async Task GivenForwarded()
    {
        var paper = new Paper(
            new("statement.public"), null, null, "Statement", U("A statement"), [U("We say this.")], [new(2, U("Openness."))], new Window(new(1988, 10, 10), new(1988, 10, 14)),
            new([]), [], false, null, null, null);
        await Do(EntityId.Of(Matter), new ProposalCommand.DraftAndSubmit(Matter, paper, []), SeatKind.ActionOfficer, Agencies[0]);
        var forwarded = await Do(EntityId.Of(Matter), new ProposalCommand.Forward(U("You.")), SeatKind.IgChair);
        await Runtime.Settled(EntityId.Of(Matter), forwarded.Version, Patience, default);
    }

    private async Task GivenConvened(params AgendaMotion[] motions)
    {
        await GivenForwarded();
        await Schedule(Begins);
        await Do(EntityId.Of(First), new SessionCommand.PutOnAgenda(new AgendaMatter(Matter, new(1988, 1), "Statement")), SeatKind.ExecutiveSecretary);
        foreach (var motion in motions) await Do(EntityId.Of(First), new SessionCommand.PutOnAgenda(motion), SeatKind.ExecutiveSecretary);
        await MoveTo(Begins);
        foreach (var agency in Agencies)
        {
            var member = PersonIn(SeatKind.SigMember, agency);
            await Do(EntityId.Of(First), new SessionCommand.Arrive(member.Seat, member.Id), SeatKind.SigMember, agency);
        }

        await Do(EntityId.Of(First), new SessionCommand.Convene(), SeatKind.SigChair);
    }

    private async Task<TState> StateOf<TState>(EntityId entity) =>
        (await Runtime.Read(entity, null, default) is { State: var state } ? state : Model.Of(entity).Initial).Should().BeAssignableTo<TState>().Subject;

    private async Task<Reply.Accepted> Do(EntityId entity, object command, SeatKind kind, AgencyId? agency = null) =>
        (await Runtime.Execute(new(entity, command, CommandId.Of(Guid.NewGuid().ToString()), "sha256:a", PersonIn(kind, agency)), default)).Should().BeOfType<Reply.Accepted>($"{command}").Subject;

    private static Actor.Person PersonIn(SeatKind kind, AgencyId? agency) => new(new($"{agency?.ToString() ?? "office"}-{kind}"), "A person", new(kind, agency));

    private static MarkedText U(string text) => new(PortionMark.Unclassified, text);
}
