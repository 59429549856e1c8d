using Nsdd311.Calendar;
using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;

namespace Nsdd311.Proposals;

// What moves a suspense: amendment, extension, clock stops (8-charter, sections 1 and 2).
public sealed partial class ProposalDecider
{
    private static Decision<ProposalEvent> DecideAmend(ProposalState.InVetting vetting, ProposalCommand.Amend amend, Context context)
    {
        var matter = vetting.Matter;
        if (NotAmendable(vetting) is { } closed) return Refuse(closed);
        if (NotToFollow(matter, amend.Paper, context) is { } refusal) return Refuse(refusal);
        if (matter.Dossier.LeaveFor(LeaveKind.Amendment) is null) return Refuse(new LeaveMissing(LeaveKind.Amendment));

        return Accept(Amended(vetting, amend.Paper, context));
    }

    private static Refusal? NotAmendable(ProposalState.InVetting vetting) => vetting.Round.Phase switch
    {
        RoundPhase.Stopped => new ClockIsStopped(),
        RoundPhase.Expired expired => new SilenceIsOver(expired.At),
        _ => null,
    };

    private static ProposalEvent.Amended Amended(ProposalState.InVetting vetting, Paper paper, Context context) => new(
        paper, vetting.Matter.Dossier.TextVersion + 1, PaperForm.LapseAt(paper, context.Charter), WithTimeToConfirm(vetting, context), context.Now);

    /// <summary>At least a working day (of a round in hours, an hour) must remain after an amendment, else the suspense moves.</summary>
    private static Schedule WithTimeToConfirm(ProposalState.InVetting vetting, Context context)
    {
        var (category, calendar) = (CategoryOf(vetting, context), context.Charter.Calendar);
        WorkingSpan least = category.SuspenseOf(vetting.Round.Stage) is WorkingSpan.Hours ? new WorkingSpan.Hours(1) : new WorkingSpan.Days(1);
        var earliest = calendar.Suspense(context.Now, least);
        return vetting.Round.Phase is RoundPhase.Running { Schedule: var schedule } && schedule.Suspense >= earliest
            ? schedule
            : Scheduling.Until(earliest, category, calendar, context.Now);
    }

    private static Decision<ProposalEvent> DecideExtend(ProposalState.InVetting vetting, ProposalCommand.Extend extend, Context context)
    {
        var (round, most) = (vetting.Round, context.Charter.Deadlines.ExtensionMost);
        if (!CategoryOf(vetting, context).ClockMayStop) return Refuse(new ClockFixed());
        if (round.ExtendedBy is { } days) return Refuse(new AlreadyExtended(days));
        if (round.Phase is RoundPhase.Stopped) return Refuse(new ClockIsStopped());
        if (round.Phase is not RoundPhase.Running running) return Refuse(new SuspenseIsOver(round.Phase.DueAt));
        if (extend.WorkingDays < 1 || extend.WorkingDays > most) return Refuse(new ExtensionTooLong(most));

        return Accept(new ProposalEvent.Extended(extend.WorkingDays, extend.Reason, Moved(vetting, running.Schedule, extend.WorkingDays, context), context.Now));
    }

    private static Decision<ProposalEvent> DecideStop(ProposalState.InVetting vetting, ProposalCommand.StopClock stop, Context context)
    {
        var (round, most) = (vetting.Round, context.Charter.Deadlines.ClockStopMost);
        if (!CategoryOf(vetting, context).ClockMayStop) return Refuse(new ClockFixed());
        if (round.Phase is RoundPhase.Stopped) return Refuse(new ClockIsStopped());
        if (round.Phase is not RoundPhase.Running) return Refuse(new SuspenseIsOver(round.Phase.DueAt));
        if (round.StoppedFor >= most) return Refuse(new StopAllowanceUsed(most));

        var left = most - round.StoppedFor;
        return Accept(new ProposalEvent.ClockStopped(stop.Reason, context.Charter.Calendar.After(context.Now, left), left, context.Now));
    }

    private static Decision<ProposalEvent> DecideStart(ProposalState.InVetting vetting, ProposalCommand.StartClock start, Context context) =>
        vetting.Round.Phase is RoundPhase.Stopped stopped
            ? Accept(Started(vetting, stopped, start.Reason, context))
            : Refuse(new ClockIsRunning());

    /// <summary>The clock starts again; a stop that was noticed late moves the suspense by all the days, and uses up no more than the allowance.</summary>
    private static ProposalEvent.ClockStarted Started(
        ProposalState.InVetting vetting, RoundPhase.Stopped stopped, Marking.MarkedText? reason, Context context)
    {
        var calendar = context.Charter.Calendar;
        var days = calendar.WorkingDaysBetween(calendar.DayOf(stopped.Since), calendar.DayOf(context.Now));
        var left = Math.Max(0, context.Charter.Deadlines.ClockStopMost - vetting.Round.StoppedFor - days);
        return new(reason, days, Moved(vetting, stopped.Schedule, days, context), left, context.Now);
    }

    private static Schedule Moved(ProposalState.InVetting vetting, Schedule schedule, int workingDays, Context context)
    {
        var calendar = context.Charter.Calendar;
        return Scheduling.Until(Scheduling.Later(schedule.Suspense, workingDays, calendar), CategoryOf(vetting, context), calendar, context.Now);
    }
}
