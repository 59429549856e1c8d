using System.Collections.Concurrent;

namespace Nsdd311.Calendar;

/// <summary>Working days and hours of one place (8-charter, section 1). Built once from the charter; immutable.</summary>
/// <remarks>
/// Counting that would run past the last day that a machine can name stays on that day, so that no date of a caller's choosing is an error here.
/// </remarks>
public sealed class WorkingCalendar
{
    private readonly TimeZoneInfo zone;
    private readonly TimeOnly opens;
    private readonly TimeOnly closes;
    private readonly Func<DateOnly, bool> isClosed;

    /// <remarks>What a year's days are never changes, so whoever counts a year first counts it for all.</remarks>
    private readonly ConcurrentDictionary<int, WorkingYear> years = [];

    /// <summary>A calendar of this zone, with these hours, closed on these days besides weekends.</summary>
    public WorkingCalendar(TimeZoneInfo zone, TimeOnly opens, TimeOnly closes, Func<DateOnly, bool> isClosed)
    {
        this.zone = zone;
        this.opens = opens;
        this.closes = closes;
        this.isClosed = isClosed;
    }

    /// <summary>The zone's name: <c>America/New_York</c>.</summary>
    public string Zone => zone.Id;

    /// <summary>When a working day opens and closes.</summary>
    public (TimeOnly Opens, TimeOnly Closes) Hours => (opens, closes);

    /// <summary>The day that it is in this place at that instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The same instant as a clock in this place shows it.</summary>
    public DateTimeOffset InPlace(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>Midnight at which the day begins.</summary>
    public DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>Close of business of the day.</summary>
    public DateTimeOffset CloseOf(DateOnly day) => At(day, closes);

    /// <summary>Monday to Friday, no holiday, no closure.</summary>
    public bool IsWorkingDay(DateOnly day) => Year(day.Year).IsWorkingDay(day.DayOfYear);

    /// <summary>Day 0 of what arrives at this instant: at or after close of business, or on no working day, the next working day.</summary>
    public DateOnly DayOfReceipt(DateTimeOffset received)
    {
        var day = DayOf(received);
        return IsWorkingDay(day) && received < CloseOf(day) ? day : AddWorkingDays(day, 1);
    }

    /// <summary>The suspense of what arrives at this instant. Hours are counted from the minute of receipt: nobody is held to the second.</summary>
    public DateTimeOffset Suspense(DateTimeOffset received, WorkingSpan span) => span switch
    {
        WorkingSpan.Days days => CloseOf(AddWorkingDays(DayOfReceipt(received), days.Count)),
        WorkingSpan.Hours hours => AddWorkingHours(received.AddTicks(-(received.Ticks % TimeSpan.TicksPerMinute)), hours.Count),
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
        if (second <= first) return 0;

        var count = Year(second.Year).UpTo(second.DayOfYear) - Year(first.Year).UpTo(first.DayOfYear);
        for (var year = first.Year; year < second.Year; year++) count += Year(year).Count;

        return count;
    }

    /// <summary>The n-th working day after (n &gt; 0) or before (n &lt; 0) a day; the day itself for 0.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        var end = count > 0 ? DateOnly.MaxValue : DateOnly.MinValue;
        for (var left = Math.Abs(count); left > 0 && day != end;)
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
        for (var day = DayOf(from); ; day = day.AddDays(1))
        {
            if (!IsWorkingDay(day)) continue;

            var start = Later(At(day, opens), from);
            var room = CloseOf(day) - start;
            if (room > TimeSpan.Zero && left <= room) return InPlace(start + left);
            if (room > TimeSpan.Zero) left -= room;
        }
    }

    private DateTimeOffset Back(DateTimeOffset from, TimeSpan left)
    {
        for (var day = DayOf(from); ; day = day.AddDays(-1))
        {
            if (!IsWorkingDay(day)) continue;

            var end = CloseOf(day) < from ? CloseOf(day) : from;
            var room = end - At(day, opens);
            if (room > TimeSpan.Zero && left <= room) return InPlace(end - left);
            if (room > TimeSpan.Zero) left -= room;
        }
    }

    private WorkingYear Year(int year) => years.GetOrAdd(year, static (year, isClosed) => new WorkingYear(year, isClosed), isClosed);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        // An hour that a clock shows twice counts from its first showing.
        return new(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }
}
