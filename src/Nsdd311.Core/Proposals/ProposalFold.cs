using System.Diagnostics;
using Nsdd311.Reciprocity;
using static Nsdd311.Proposals.ProposalEvent;
using State = Nsdd311.Proposals.ProposalState;

namespace Nsdd311.Proposals;

// How facts change the state. A fact that cannot follow is a bug, not a rule.
public sealed partial class ProposalDecider
{
    /// <inheritdoc />
    public static ProposalState Evolve(ProposalState state, ProposalEvent @event) => (state, @event) switch
    {
        (State.Absent, Drafted e) => new State.Draft(new(e.Id, e.Agency, e.Paper, 1, [], e.LapseAt), []),
        (State.Draft draft, Revised e) => draft with { Dossier = Rewritten(draft.Dossier, e.Paper, e.TextVersion, e.LapseAt) },
        (State.Draft draft, DisclosureListed) => draft with { Dossier = Disclosed(draft.Dossier, @event) },
        (State.Draft draft, Attached or AttachmentRemoved) => draft with { Dossier = WithAttachments(draft.Dossier, @event) },
        (State.Draft draft, LeaveAsked e) => draft with { Asked = draft.Asked.Add(e.Of) },
        (State.Draft draft, LeaveGiven e) => draft with { Dossier = draft.Dossier with { Leaves = draft.Dossier.Leaves.Add(e.Leave) } },
        (State.Draft draft, Discarded) => new State.Discarded(draft.Dossier),
        (State.Draft draft, Lapsed) => new State.LapsedDraft(draft.Dossier),
        (State.Draft draft, Submitted e) => Opened(First(draft.Dossier, e), e.Round, e.At),
        (State.Lodged lodged, LeaveAsked) => lodged,
        (State.Lodged lodged, LeaveGiven or ProposalEvent.Numbered or LedgerAnswered or QueuedForSession or OffAgenda or OnAgenda
            or DecidedInSession or TextDelivered or EmbargoBroken or ChangeOverrun or ConditionMet or DisclosureListed or DisclosureAnswered
            or Attached or AttachmentRemoved) => lodged with { Matter = Noted(lodged.Matter, @event) },
        (State.InVetting or State.AtSig or State.Referred or State.Returned, HoldGranted or HoldBlocked) => WithAnswer((State.Lodged)state, @event),
        (State.Lodged lodged, OutcomeRecorded e) => AfterOutcome(lodged, e),
        (State.Lodged lodged, Withdrawn e) => new State.Withdrawn(Ended(GaveUp(lodged, "withdrawn"), "withdrawn"), e.Reason),
        (State.Lodged lodged, Lapsed) => new State.Lapsed(Ended(GaveUp(lodged, "lapsed"), "lapsed")),
        (State.Returned returned, Revised e) => returned with { Matter = returned.Matter with { Dossier = Rewritten(returned.Matter.Dossier, e.Paper, e.TextVersion, e.LapseAt) } },
        (State.Returned returned, Resubmitted e) => Opened(WithResubmission(returned.Matter, e), e.Round, e.At),
        (State.Returned returned, BecameFinal) => returned with { ReclamaUntil = null },
        (State.ClearedForStage cleared, StageHandedIn e) => Opened(HandedIn(cleared.Matter, e), e.Round, e.At),
        (State.InVetting vetting, Escalated e) => ToSig(vetting, SigReason.Silence, e.Sig),
        (State.InVetting vetting, Forwarded e) => ToSig(vetting, SigReason.Forward, e.Sig),
        (State.InVetting vetting, Ruled e) => AfterRuling(vetting, e),
        (State.InVetting vetting, Amended e) => WithNewText(vetting, e),
        (State.InVetting vetting, _) => vetting with { Round = RoundFold.Evolve(vetting.Round, @event) },
        (State.AtSig sig, _) => Evolve(sig, @event),
        (State.Referred referred, _) => Evolve(referred, @event),
        (State.Decided or State.Blocked or State.Returned, ReclamaDemanded e) => Questioned((State.Lodged)state, e),
        (State.Decided decided, BecameFinal e) => AfterFinality(decided, e),
        (State.Decided decided, HoldGranted e) => decided with { Matter = Granted(decided.Matter, e) },
        (State.Decided decided, HoldBlocked e) => new State.Blocked(Waits(decided.Matter, e), decided.Ruling, e.Impediment),
        (State.Blocked blocked, HoldGranted e) => new State.Decided(Granted(blocked.Matter, e), blocked.Ruling),
        (State.Cleared cleared, Changed e) => Opened(Reopened(cleared.Matter, e), e.Round, e.At),
        (State.Cleared cleared, FirstDayCame) => cleared with { FirstDayAt = null },
        (State.Cleared cleared, OutcomeOverdue) => cleared with { OutcomeDue = null },
        (State.Executed executed, ReportOverdue) => executed with { IsOverdue = true },
        (State.Executed executed, Reported e) => new State.Closed(Ended(executed.Matter, "closed"), executed.Outcome, executed.Breaches, e.Paragraphs),
        _ => throw new UnreachableException($"{@event} cannot follow {state}."),
    };

    /// <summary>What is kept with a matter wherever it stands, and moves it nowhere.</summary>
    private static Matter Noted(Matter matter, ProposalEvent @event) => @event switch
    {
        LeaveGiven e => matter with { Dossier = matter.Dossier with { Leaves = matter.Dossier.Leaves.Add(e.Leave) } },
        Attached or AttachmentRemoved => matter with { Dossier = WithAttachments(matter.Dossier, @event) },
        Numbered e => matter with { Number = e.Number, Owing = matter.OwingBut(e.ObligationId) },
        LedgerAnswered e => matter.Settle(e.ObligationId),
        QueuedForSession e => matter.Settle(e.ObligationId),
        OffAgenda e => matter.Settle(e.ObligationId),
        OnAgenda e => matter with { Agendas = matter.Agendas.Add(e.Session) },
        DecidedInSession e => matter with
        {
            Sessions = matter.Sessions.Add(new(e.Session, e.Item, e.By.Present)), Agendas = matter.Agendas.Keep(session => session != e.Session),
        },
        TextDelivered e => matter with { Delivery = e.Delivery },
        EmbargoBroken e => matter with { Embargo = e.Breach },
        ChangeOverrun e => matter with { Overrun = e.Breach },
        ConditionMet e => Met(matter, e),
        DisclosureListed or DisclosureAnswered => matter with { Dossier = Disclosed(matter.Dossier, @event) },
        _ => throw new UnreachableException($"{@event} moves a matter."),
    };

    private static State.Lodged WithAnswer(State.Lodged lodged, ProposalEvent @event) => lodged with { Matter = Answered(lodged.Matter, @event) };

    private static Dossier Rewritten(Dossier dossier, Paper paper, int version, DateTimeOffset? lapseAt) =>
        dossier with { Paper = paper, TextVersion = version, LapseAt = lapseAt };

    private static Dossier Without(Dossier dossier, params ReadOnlySpan<LeaveKind> used)
    {
        if (dossier.Leaves.Count == 0) return dossier;

        var kinds = used.ToArray();
        return dossier with { Leaves = dossier.Leaves.Keep(leave => !kinds.Contains(leave.Kind)) };
    }

    private static Matter First(Dossier dossier, Submitted e) =>
        new Matter(Without(dossier, LeaveKind.LeadTime, LeaveKind.OverdueReport), e.At, null, [], [], [], [], [], [], [], [], null, [], null, null, null, new HoldStatus.None(), [], 0)
            .Owe(id => new Settlement.NumberMatter(id, dossier.Id, e.Year), "number");

    private static Matter WithResubmission(Matter matter, Resubmitted e) =>
        matter with { Dossier = Without(Rewritten(matter.Dossier, e.Paper, e.TextVersion, e.LapseAt), LeaveKind.LeadTime) };

    private static Matter HandedIn(Matter matter, StageHandedIn e) =>
        matter with { Dossier = Rewritten(matter.Dossier, e.Paper, e.TextVersion, e.LapseAt) };

    private static Matter Reopened(Matter matter, Changed e) => matter with
    {
        Dossier = Without(Rewritten(matter.Dossier, e.Paper, e.TextVersion, e.LapseAt), LeaveKind.LeadTime),
        Changes = matter.Changes.Add(new(matter.Paper, matter.Dossier.TextVersion, e.Reason, e.At) { Disclosed = matter.Dossier.Disclosure.Items }),
    };

    /// <summary>The proponent's agency stands as concurring unless it says otherwise.</summary>
    private static State.InVetting Opened(Matter matter, RoundOpening opening, DateTimeOffset at) => new(matter, new(
        opening.Number, opening.Stage, opening.Procedure, matter.Dossier.TextVersion, at, new RoundPhase.Running(opening.Schedule), opening.Agencies,
        opening.Mandatory, [new(matter.Agency, new Stand.Concur(), null, at, matter.Dossier.TextVersion, false, [])], [], [], null, null, 0));

    private static State.InVetting WithNewText(State.InVetting vetting, Amended e) => new(
        vetting.Matter with { Dossier = Without(Rewritten(vetting.Matter.Dossier, e.Paper, e.TextVersion, e.LapseAt), LeaveKind.Amendment) },
        RoundFold.Amended(vetting.Round, vetting.Matter.Agency, e));

    private static State.AtSig ToSig(State.InVetting vetting, SigReason why, SigSuspense sig) =>
        Before(Over(vetting), vetting.Round.Stage, why, sig, null);

    private static Matter Over(State.InVetting vetting) => vetting.Matter with { Past = vetting.Matter.Past.Add(vetting.Round) };

    private static State.Lodged AfterRuling(State.InVetting vetting, Ruled e)
    {
        var isOpen = e.Ruling.ReclamaUntil > e.Ruling.At;
        return Ruled(Over(vetting), e.Ruling, e.Conditions, e.Ask, isOpen ? e.Ruling.ReclamaUntil : null);
    }

    /// <summary>What every decision does: it is kept, asks for its hold, and returns the matter or lets it wait until it is final.</summary>
    private static State.Lodged Ruled(Matter before, Ruling ruling, ValueList<Condition> conditions, HoldRequest? ask, DateTimeOffset? reclamaUntil)
    {
        var matter = before with
        {
            Rulings = before.Rulings.Add(ruling), Conditions = before.Conditions.AddRange(conditions), Hold = ask is null ? before.Hold : new HoldStatus.Asked(ask),
        };
        if (ask is not null) matter = matter.Owe(id => new Settlement.AskHold(id, before.Paper.Pair!.Value, ask, before.Hold is HoldStatus.Held), "hold");

        return ruling.Kind is RulingKind.Return ? new State.Returned(matter, ruling.Stage, reclamaUntil) : new State.Decided(matter, ruling);
    }

    private static State.Lodged AfterFinality(State.Decided decided, BecameFinal e) => (decided.Ruling.Kind, e.NextStage) switch
    {
        (RulingKind.Disapprove, _) => new State.Disapproved(Ended(GaveUp(decided, "disapproved"), "disapproved")),
        (_, not null) => new State.ClearedForStage(decided.Matter, decided.Ruling.Stage),
        _ => new State.Cleared(decided.Matter with { ClearedVersion = decided.Matter.Dossier.TextVersion }, e.FirstDayAt, e.OutcomeDue),
    };

    private static Matter Granted(Matter matter, HoldGranted e)
    {
        var request = matter.Hold switch
        {
            HoldStatus.Asked asked => asked.Request,
            HoldStatus.Waiting waiting => waiting.Request,
            _ => throw new UnreachableException("A hold was granted that nobody waited for."),
        };
        return matter with { Hold = new HoldStatus.Held(request, e.Sum), Owing = matter.OwingBut(e.ObligationId) };
    }

    private static Matter Waits(Matter matter, HoldBlocked e) =>
        matter with { Hold = new HoldStatus.Waiting(((HoldStatus.Asked)matter.Hold).Request, e.Impediment), Owing = matter.OwingBut(e.ObligationId) };

    private static Matter Answered(Matter matter, ProposalEvent @event) => @event is HoldGranted granted ? Granted(matter, granted) : Waits(matter, (HoldBlocked)@event);

    private static Matter GaveUp(State.Lodged lodged, string reason) => lodged.Matter.Hold is HoldStatus.None or HoldStatus.Released
        ? lodged.Matter
        : (lodged.Matter with { Hold = new HoldStatus.Released() })
            .Owe(id => new Settlement.ReleaseHold(id, lodged.Matter.Paper.Pair!.Value, lodged.Matter.Entry, reason), "release");

    /// <summary>It has ended: whoever has it on an agenda hears of it.</summary>
    private static Matter Ended(Matter matter, string status) => matter.Agendas.Aggregate(matter with { Agendas = [] }, (ended, session) =>
        ended.Owe(id => new Settlement.LeaveAgenda(id, session, matter.Id, status), "agenda"));

    private static Matter Met(Matter matter, ConditionMet e) =>
        matter with { Conditions = matter.Conditions.Change(condition => condition.Number == e.Condition, condition => condition with { Met = e.Evidence }) };

    /// <summary>A round that a change had opened is over with it: it stays as it stood, without a decision.</summary>
    private static State.Lodged AfterOutcome(State.Lodged before, OutcomeRecorded e)
    {
        var matter = before switch
        {
            State.InVetting vetting => Over(vetting),
            State.AtSig sig => sig.Matter with { SigRounds = sig.Matter.SigRounds.Add(sig.Round) },
            _ => before.Matter,
        };
        if (e.Outcome.TookPlaceOn is null) return new State.Closed(Ended(GaveUp(before with { Matter = matter }, "no-contact"), "closed"), e.Outcome, [], []);

        if (e.Contact is { } contact)
            matter = (matter with { Hold = new HoldStatus.Committed() })
                .Owe(id => new Settlement.CommitContact(id, matter.Paper.Pair!.Value, LedgerRequest(matter, contact), contact), "commit");

        return new State.Executed(matter, e.Outcome, e.Breaches, e.ReportDue!.Value, false);
    }

    private static Reciprocity.HoldRequest LedgerRequest(Matter matter, Reciprocity.ContactAsHeld contact) => new(
        matter.Entry, matter.Paper.Category, matter.Paper.Direction!.Value, matter.Paper.Units, contact.FirstDay, contact.LastDay, matter.Paper.Answers);
}
