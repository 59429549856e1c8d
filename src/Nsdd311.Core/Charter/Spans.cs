using Nsdd311.Calendar;

namespace Nsdd311.Charters;

/// <summary>Compares working spans as far as they can be without a date.</summary>
internal static class Spans
{
    /// <summary>Whether a warning so long before a suspense comes after the round began. Days are longer than hours.</summary>
    public static bool IsWithin(WorkingSpan warning, WorkingSpan suspense) => (warning, suspense) switch
    {
        (WorkingSpan.Days inner, WorkingSpan.Days outer) => inner.Count < outer.Count,
        (WorkingSpan.Hours inner, WorkingSpan.Hours outer) => inner.Count < outer.Count,
        (WorkingSpan.Hours, WorkingSpan.Days) => true,
        _ => false,
    };

    /// <summary>Working days that a span takes at most; hours count as days begun.</summary>
    /// <param name="span">The span.</param>
    /// <param name="workingDay">How long a working day is.</param>
    public static int InDays(WorkingSpan span, TimeSpan workingDay) => span switch
    {
        WorkingSpan.Days days => days.Count,
        WorkingSpan.Hours hours => (int)Math.Ceiling(hours.Count / workingDay.TotalHours),
        _ => throw new ArgumentOutOfRangeException(nameof(span), span, "Not a span."),
    };
}
