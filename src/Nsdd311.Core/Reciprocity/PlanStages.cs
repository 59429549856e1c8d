using Nsdd311.Calendar;
using Nsdd311.Charters;

namespace Nsdd311.Reciprocity;

/// <summary>The latest days for the papers of a planned contact.</summary>
/// <param name="Stage">Which paper.</param>
/// <param name="SubmitBy">The last working day on which it may be received before close of business.</param>
/// <param name="Suspense">Close of business by which the agencies answer it then.</param>
/// <param name="WorkingDaysLeft">Working days from today to that day; below zero if it is over, and the chair's leave is needed.</param>
public sealed record PlannedStage(Stage Stage, DateOnly SubmitBy, DateTimeOffset Suspense, int WorkingDaysLeft);

/// <summary>Counts back from the first day of a contact: lead time, suspenses, time for a reclama.</summary>
internal static class PlanStages
{
    /// <summary>The stages in their order. Each is submitted so that it is final before the next must be in; the first also keeps the lead time.</summary>
    public static ValueList<PlannedStage> Of(Category category, DateOnly firstDay, DateOnly today, WorkingCalendar calendar)
    {
        var stages = new List<PlannedStage>();
        var next = calendar.AddWorkingDays(firstDay, -1);
        foreach (var rule in category.Stages.Reverse())
        {
            var by = calendar.AddWorkingDays(next, -(DaysOf(rule.Suspense) + category.Reclama));
            var isFirst = rule.Stage == category.FirstStage;
            if (isFirst && LatestOfLeadTime(category, firstDay, calendar) is var latest && latest < by) by = latest;

            stages.Insert(0, new(rule.Stage, by, calendar.Suspense(calendar.StartOf(by), rule.Suspense), Left(today, by, calendar)));
            next = by;
        }

        return stages.ToValueList();
    }

    private static DateOnly LatestOfLeadTime(Category category, DateOnly firstDay, WorkingCalendar calendar)
    {
        var last = calendar.IsWorkingDay(firstDay) ? firstDay : calendar.AddWorkingDays(firstDay, -1);
        return calendar.AddWorkingDays(last, -category.LeadTime);
    }

    private static int DaysOf(WorkingSpan span) => span is WorkingSpan.Days days ? days.Count : 1;

    private static int Left(DateOnly today, DateOnly by, WorkingCalendar calendar) =>
        by >= today ? calendar.WorkingDaysBetween(today, by) : -calendar.WorkingDaysBetween(by, today);
}
