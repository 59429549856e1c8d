using Nsdd311.Calendar;
using Nsdd311.Charters;
using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;

namespace Nsdd311.Proposals;

// Drafts, submissions, and the papers that open a round.
public sealed partial class ProposalDecider
{
    private static Decision<ProposalEvent> DecideDraft(ProposalId id, Paper paper, Context context) =>
        (PaperForm.Fault(paper, context.Charter) ?? PaperForm.Past(paper, context)) is { } fault ? Refuse(fault) : Accept(Opening(id, paper, context));

    private static Decision<ProposalEvent> DecideDraftAndSubmit(ProposalCommand.DraftAndSubmit both, Context context)
    {
        if ((PaperForm.Fault(both.Paper, context.Charter) ?? PaperForm.Past(both.Paper, context)) is { } fault) return Refuse(fault);

        var opening = Opening(both.Id, both.Paper, context);
        var draft = (ProposalState.Draft)Evolve(Initial, opening);
        return Lacking(draft.Dossier, context.Charter) is { } lacking ? Refuse(lacking) : DecideReady(draft, Elsewhere.Of(both), context, opening);
    }

    private static Decision<ProposalEvent> DecideRevise(Dossier dossier, ProposalCommand.Revise revise, Context context) =>
        (PaperForm.Fault(revise.Paper, context.Charter) ?? PaperForm.Past(revise.Paper, context)) is { } fault
            ? Refuse(fault)
            : Accept(Revised(dossier, revise.Paper, context));

    private static Decision<ProposalEvent> DecideReviseReturned(Matter matter, ProposalCommand.Revise revise, Context context) =>
        (PaperForm.Fault(revise.Paper, context.Charter) ?? NotTheSameMatter(matter, revise.Paper, context)) is { } fault
            ? Refuse(fault)
            : Accept(Revised(matter.Dossier, revise.Paper, context));

    private static ProposalEvent.Revised Revised(Dossier dossier, Paper paper, Context context) =>
        new(paper, dossier.TextVersion + 1, PaperForm.LapseAt(paper, context.Charter), context.Now);

    private static Decision<ProposalEvent> DecideLeave(ProposalCommand.GiveLeave leave, Context context) =>
        leave.Suspense is { } suspense && suspense <= context.Now
            ? Refuse(new SuspensePast(suspense))
            : Accept(new ProposalEvent.LeaveGiven(new(leave.Of, leave.Reason, leave.Suspense), context.Now));

    private static Decision<ProposalEvent> DecideSubmit(ProposalState.Draft draft, Elsewhere elsewhere, Context context) =>
        (PaperForm.Fault(draft.Dossier.Paper, context.Charter) ?? Lacking(draft.Dossier, context.Charter)) is { } unready
            ? Refuse(unready)
            : DecideReady(draft, elsewhere, context);

    /// <summary>What a draft without a fault lacks to come before the table.</summary>
    private static Refusal? Lacking(Dossier dossier, Charter charter) =>
        PaperForm.Lacking(dossier.Paper, charter) ?? UnreadyToDisclose(dossier.Paper, dossier.Disclosure.Listed, charter);

    private static Decision<ProposalEvent> DecideReady(
        ProposalState.Draft draft, Elsewhere elsewhere, Context context, params ReadOnlySpan<ProposalEvent> before)
    {
        var (dossier, charter) = (draft.Dossier, context.Charter);
        var category = charter.Find(dossier.Paper.Category)!;
        if (StaleLeave(dossier, context) is { } stale) return Refuse(stale);
        if (TooSoon(dossier, dossier.Paper, category, context.Now, context) is { } soon) return Refuse(soon);

        var isContact = category.Kind is MatterKind.Visit or MatterKind.ExchangeActivity;
        if (isContact && elsewhere.OverdueReports.Count > 0 && dossier.LeaveFor(LeaveKind.OverdueReport) is null) return Refuse(new ReportIsOverdue(elsewhere.OverdueReports));
        if (Conforming.Unanswered(dossier.Paper, elsewhere.Guidance) is { } unanswered) return Refuse(unanswered);
        if (Planning.NotCarriedOut(dossier.Paper, elsewhere.Plan) is { } otherwise) return Refuse(otherwise);

        var round = Opening(1, category.FirstStage, category, dossier.LeaveFor(LeaveKind.LeadTime)?.Suspense, context);
        return Accept([.. before, new ProposalEvent.Submitted(charter.Calendar.DayOf(context.Now).Year, round, context.Now)]);
    }

    private static Decision<ProposalEvent> DecideResubmit(ProposalState.Returned returned, ProposalCommand.Resubmit resubmit, Context context)
    {
        var (matter, charter) = (returned.Matter, context.Charter);
        var paper = resubmit.Paper ?? matter.Paper;
        if (NotToFollow(matter, paper, context) is { } refusal) return Refuse(refusal);
        if (StaleLeave(matter.Dossier, context) is { } stale) return Refuse(stale);

        var version = resubmit.Paper is null && !matter.Dossier.EnclosesOtherwiseNext ? matter.Dossier.TextVersion : matter.Dossier.TextVersion + 1;
        var suspense = matter.Dossier.LeaveFor(LeaveKind.LeadTime)?.Suspense;
        var round = Opening(RoundsOf(matter) + 1, returned.Stage, charter.Find(paper.Category)!, suspense, context);
        return Accept(new ProposalEvent.Resubmitted(paper, version, PaperForm.LapseAt(paper, charter), round, context.Now));
    }

    private static Decision<ProposalEvent> DecideStage(ProposalState.ClearedForStage cleared, ProposalCommand.HandInStage hand, Context context)
    {
        var (matter, charter) = (cleared.Matter, context.Charter);
        if (NotToFollow(matter, hand.Paper, context) is { } refusal) return Refuse(refusal);

        var category = charter.Find(matter.Paper.Category)!;
        var stage = category.StageAfter(cleared.Stage)!.Value;
        var round = Opening(RoundsOf(matter) + 1, stage, category, null, context);
        return Accept(new ProposalEvent.StageHandedIn(hand.Paper, matter.Dossier.TextVersion + 1, PaperForm.LapseAt(hand.Paper, charter), round, context.Now));
    }

    private static ProposalEvent.Drafted Opening(ProposalId id, Paper paper, Context context)
    {
        var person = (Actor.Person)context.Actor;
        return new(id, person.Seat.Agency!.Value, paper, PaperForm.LapseAt(paper, context.Charter), person.Id, context.Now);
    }

    /// <summary>What keeps a later text from opening or changing a round.</summary>
    private static Refusal? NotToFollow(Matter matter, Paper paper, Context context) => NotToFollow(matter, paper, matter.Dossier.Disclosure.Listed, context);

    private static Refusal? NotToFollow(Matter matter, Paper paper, ValueList<Disclosure> items, Context context) =>
        PaperForm.Unready(paper, context.Charter) ?? UnreadyToDisclose(paper, items, context.Charter) ?? NotTheSameMatter(matter, paper, context);

    /// <summary>What keeps a text from being a later one of this matter: another identity, days that are over, or earlier days that come too soon.</summary>
    private static Refusal? NotTheSameMatter(Matter matter, Paper paper, Context context)
    {
        if (PaperForm.ChangedIdentity(matter.Paper, paper) is { } changed) return changed;
        if (PaperForm.Past(paper, context) is { } past) return past;
        if (Conforming.Dropped(matter.Paper, paper) is { } dropped) return dropped;

        var earlier = PaperForm.Days(paper, context.Charter)?.From < PaperForm.Days(matter.Paper, context.Charter)?.From;
        return earlier ? TooSoon(matter.Dossier, paper, context.Charter.Find(paper.Category)!, matter.SubmittedAt, context) : null;
    }

    /// <summary>The lead time counts from the first submission, whatever text it is that names an earlier day.</summary>
    private static TooSoon? TooSoon(Dossier dossier, Paper paper, Category category, DateTimeOffset submitted, Context context)
    {
        if (category.LeadTime == 0 || dossier.LeaveFor(LeaveKind.LeadTime) is not null) return null;

        var first = context.Charter.Calendar.FirstDay(submitted, category.LeadTime);
        return PaperForm.Days(paper, context.Charter)!.Value.From < first ? new(first) : null;
    }

    /// <summary>A leave whose suspense is over opens no round: it would be past as it begins.</summary>
    private static SuspensePast? StaleLeave(Dossier dossier, Context context) =>
        dossier.LeaveFor(LeaveKind.LeadTime)?.Suspense is { } suspense && suspense <= context.Now ? new(suspense) : null;

    private static RoundOpening Opening(int number, Stage stage, Category category, DateTimeOffset? ownSuspense, Context context)
    {
        var schedule = Scheduling.Of(category, stage, context.Charter.Calendar, context.Now, ownSuspense);
        var procedure = category.Silence is SilenceRule.Procedure ? RoundProcedure.Silence : RoundProcedure.Ordinary;
        return new(number, stage, procedure, schedule, context.Charter.Table, category.Mandatory);
    }

    /// <summary>A broken procedure of silence counted its round on, so the last number tells.</summary>
    private static int RoundsOf(Matter matter) => matter.Past[^1].Number;

    /// <summary>What the record says of other matters at the moment of a submission; the command brings it.</summary>
    private readonly record struct Elsewhere(ValueList<LogNumber> OverdueReports, ValueList<GuidanceInForce> Guidance, AgreedPlan? Plan)
    {
        public static Elsewhere Of(ProposalCommand.Submit submit) => new(submit.OverdueReports, submit.Guidance, submit.Plan);

        public static Elsewhere Of(ProposalCommand.DraftAndSubmit both) => new(both.OverdueReports, both.Guidance, both.Plan);
    }
}

/// <summary>The instants of a round (8-charter, section 1).</summary>
internal static class Scheduling
{
    /// <summary>From receipt; the chair's own suspense, where leave named one, stands in the category's place.</summary>
    public static Schedule Of(Category category, Stage stage, WorkingCalendar calendar, DateTimeOffset received, DateTimeOffset? ownSuspense) =>
        Until(ownSuspense ?? calendar.Suspense(received, category.SuspenseOf(stage)), category, calendar, received);

    /// <summary>What follows from a suspense: the warning, unless it is over already, and the escalation.</summary>
    public static Schedule Until(DateTimeOffset suspense, Category category, WorkingCalendar calendar, DateTimeOffset now)
    {
        var warnAt = calendar.Before(suspense, category.WarnBefore);
        DateTimeOffset? escalateAt = category.Silence is SilenceRule.Escalate escalate ? calendar.After(suspense, escalate.After) : null;
        return new(suspense, warnAt > now ? warnAt : null, escalateAt);
    }

    /// <summary>The same hour so many working days later.</summary>
    public static DateTimeOffset Later(DateTimeOffset instant, int workingDays, WorkingCalendar calendar)
    {
        var day = calendar.DayOf(instant);
        return calendar.CloseOf(calendar.AddWorkingDays(day, workingDays)) + (instant - calendar.CloseOf(day));
    }
}
