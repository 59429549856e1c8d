namespace Nsdd311.Calendar;

/// <summary>Working days and hours of one place (8-charter, section 1). Built once from the charter; immutable.</summary>
public sealed class WorkingCalendar
{
    private readonly TimeZoneInfo zone;
    private readonly TimeOnly opens;
    private readonly TimeOnly closes;
    private readonly Func<DateOnly, bool> isClosed;

    /// <summary>A calendar of this zone, with these hours, closed on these days besides weekends.</summary>
    public WorkingCalendar(TimeZoneInfo zone, TimeOnly opens, TimeOnly closes, Func<DateOnly, bool> isClosed)
    {
        this.zone = zone;
        this.opens = opens;
        this.closes = closes;
        this.isClosed = isClosed;
    }

    /// <summary>The day that it is in this place at that instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The same instant as a clock in this place shows it.</summary>
    public DateTimeOffset InPlace(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>Midnight at which the day begins.</summary>
    public DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>Close of business of the day.</summary>
    public DateTimeOffset CloseOf(DateOnly day) => At(day, closes);

    /// <summary>Monday to Friday, no holiday, no closure.</summary>
    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !isClosed(day);

    /// <summary>Day 0 of what arrives at this instant: at or after close of business, or on no working day, the next working day.</summary>
    public DateOnly DayOfReceipt(DateTimeOffset received)
    {
        var day = DayOf(received);
        return IsWorkingDay(day) && received < CloseOf(day) ? day : AddWorkingDays(day, 1);
    }

    /// <summary>The suspense of what arrives at this instant.</summary>
    public DateTimeOffset Suspense(DateTimeOffset received, WorkingSpan span) => span switch
    {
        WorkingSpan.Days days => CloseOf(AddWorkingDays(DayOfReceipt(received), days.Count)),
        WorkingSpan.Hours hours => AddWorkingHours(received, hours.Count),
        _ => throw new ArgumentOutOfRangeException(nameof(span), span, "Not a span."),
    };

    /// <summary>Close of business of the n-th working day after a day of ours: that day is day 0, whatever the hour.</summary>
    public DateTimeOffset After(DateOnly day, int workingDays) => CloseOf(AddWorkingDays(day, workingDays));

    /// <inheritdoc cref="After(DateOnly, int)" />
    public DateTimeOffset After(DateTimeOffset instant, int workingDays) => After(DayOf(instant), workingDays);

    /// <summary>When to warn of a suspense: close of business of the n-th working day before it, or n working hours before it.</summary>
    public DateTimeOffset Before(DateTimeOffset suspense, WorkingSpan span) => span switch
    {
        WorkingSpan.Days days => CloseOf(AddWorkingDays(DayOf(suspense), -days.Count)),
        WorkingSpan.Hours hours => AddWorkingHours(suspense, -hours.Count),
        _ => throw new ArgumentOutOfRangeException(nameof(span), span, "Not a span."),
    };

    /// <summary>The first day that a lead time allows: the n-th working day after day 0.</summary>
    public DateOnly FirstDay(DateTimeOffset received, int leadTime) => AddWorkingDays(DayOfReceipt(received), leadTime);

    /// <summary>Working days after the first day up to and with the second; 0 if the second is not later.</summary>
    public int WorkingDaysBetween(DateOnly first, DateOnly second)
    {
        var count = 0;
        for (var day = first.AddDays(1); day <= second; day = day.AddDays(1))
            if (IsWorkingDay(day)) count++;

        return count;
    }

    /// <summary>The n-th working day after (n &gt; 0) or before (n &lt; 0) a day; the day itself for 0.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(Math.Sign(count));
            if (IsWorkingDay(day)) left--;
        }

        return day;
    }

    /// <summary>The instant that lies so many working hours later (or earlier, if negative).</summary>
    public DateTimeOffset AddWorkingHours(DateTimeOffset from, int hours)
    {
        var left = TimeSpan.FromHours(Math.Abs(hours));
        return hours < 0 ? Back(from, left) : Forth(from, left);
    }

    private DateTimeOffset Forth(DateTimeOffset from, TimeSpan left)
    {
        var day = DayOf(from);
        while (true)
        {
            if (IsWorkingDay(day))
            {
                var start = Later(At(day, opens), from);
                var room = CloseOf(day) - start;
                if (room > TimeSpan.Zero && left <= room) return InPlace(start + left);
                if (room > TimeSpan.Zero) left -= room;
            }

            day = day.AddDays(1);
        }
    }

    private DateTimeOffset Back(DateTimeOffset from, TimeSpan left)
    {
        var day = DayOf(from);
        while (true)
        {
            if (IsWorkingDay(day))
            {
                var end = CloseOf(day) < from ? CloseOf(day) : from;
                var room = end - At(day, opens);
                if (room > TimeSpan.Zero && left <= room) return InPlace(end - left);
                if (room > TimeSpan.Zero) left -= room;
            }

            day = day.AddDays(-1);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new(local, zone.GetUtcOffset(local));
    }
}
