namespace Nsdd311.Calendar;

/// <summary>A holiday as a rule: which day of a year it is, from which year on, and when it is kept if that day is no weekday.</summary>
/// <param name="Name">For people.</param>
/// <param name="Day">Which day of a year.</param>
/// <param name="From">The first year in which the rule holds.</param>
/// <param name="Every">1 for each year, 4 for every fourth from <paramref name="From"/>.</param>
/// <param name="OnSaturday">What happens if the day is a Saturday.</param>
/// <param name="OnSunday">What happens if the day is a Sunday.</param>
public sealed record HolidayRule(string Name, HolidayDay Day, int From, int Every, Observance OnSaturday, Observance OnSunday)
{
    /// <summary>The day on which it is kept for a year, possibly in the year before; null if not in that year, or not at all.</summary>
    public DateOnly? ObservedIn(int year)
    {
        if (year < From || (year - From) % Every != 0 || Day.In(year) is not { } day) return null;

        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => Move(day, OnSaturday, -1),
            DayOfWeek.Sunday => Move(day, OnSunday, -2),
            _ => day,
        };
    }

    private static DateOnly? Move(DateOnly day, Observance observance, int toFriday) => observance switch
    {
        Observance.Friday => Add(day, toFriday),
        Observance.Monday => Add(day, toFriday + 3),
        Observance.Tuesday => Add(day, toFriday + 4),
        Observance.SameDay => day,
        Observance.None => null,
        _ => throw new ArgumentOutOfRangeException(nameof(observance), observance, "Not an observance."),
    };

    /// <remarks>The calendar of the machine ends at both sides; a holiday moved beyond an end is kept by nobody.</remarks>
    private static DateOnly? Add(DateOnly day, int days) =>
        day.DayNumber + days is var number && number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(number) : null;
}

/// <summary>When a holiday is kept that falls on a Saturday or Sunday.</summary>
public enum Observance
{
    /// <summary>On the day itself; nobody gets another day for it.</summary>
    SameDay,

    /// <summary>On the Friday before.</summary>
    Friday,

    /// <summary>On the Monday after.</summary>
    Monday,

    /// <summary>On the Tuesday after, where another holiday already takes the Monday.</summary>
    Tuesday,

    /// <summary>Not in that year.</summary>
    None,
}
