namespace Nsdd311.Calendar;

/// <summary>The working days of one year, counted once so that long spans cost no look at holidays.</summary>
internal sealed class WorkingYear
{
    private readonly short[] upTo;

    public WorkingYear(int year, Func<DateOnly, bool> isClosed)
    {
        upTo = new short[DateTime.IsLeapYear(year) ? 367 : 366];
        for (var n = 1; n < upTo.Length; n++)
        {
            var day = new DateOnly(year, 1, 1).AddDays(n - 1);
            var works = day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !isClosed(day);
            upTo[n] = (short)(upTo[n - 1] + (works ? 1 : 0));
        }
    }

    /// <summary>Working days of the whole year.</summary>
    public int Count => upTo[^1];

    /// <summary>Whether the n-th day of the year is one.</summary>
    public bool IsWorkingDay(int dayOfYear) => upTo[dayOfYear] > upTo[dayOfYear - 1];

    /// <summary>Working days from the first day of the year to the n-th, both included.</summary>
    public int UpTo(int dayOfYear) => upTo[dayOfYear];
}
