namespace Nsdd311.Calendar;

/// <summary>Which day of a year a holiday is.</summary>
public abstract record HolidayDay
{
    private HolidayDay() { }

    /// <summary>The day in this year, before any is moved off a weekend; null if the year lacks it (29 February).</summary>
    public abstract DateOnly? In(int year);

    /// <summary>A day of a month: 4 July.</summary>
    /// <param name="Month">1 to 12.</param>
    /// <param name="Day">1 to 31.</param>
    public sealed record Fixed(int Month, int Day) : HolidayDay
    {
        /// <inheritdoc />
        public override DateOnly? In(int year) => Day <= DateTime.DaysInMonth(year, Month) ? new(year, Month, Day) : null;
    }

    /// <summary>The n-th such weekday of a month: the third Monday of January.</summary>
    /// <param name="Month">1 to 12.</param>
    /// <param name="Weekday">Which weekday.</param>
    /// <param name="Number">1 to 4.</param>
    public sealed record NthWeekday(int Month, DayOfWeek Weekday, int Number) : HolidayDay
    {
        /// <inheritdoc />
        public override DateOnly? In(int year)
        {
            var first = new DateOnly(year, Month, 1);
            return first.AddDays((Weekday - first.DayOfWeek + 7) % 7 + 7 * (Number - 1));
        }
    }

    /// <summary>The last such weekday of a month: the last Monday of May.</summary>
    /// <param name="Month">1 to 12.</param>
    /// <param name="Weekday">Which weekday.</param>
    public sealed record LastWeekday(int Month, DayOfWeek Weekday) : HolidayDay
    {
        /// <inheritdoc />
        public override DateOnly? In(int year)
        {
            var last = new DateOnly(year, Month, DateTime.DaysInMonth(year, Month));
            return last.AddDays(-((last.DayOfWeek - Weekday + 7) % 7));
        }
    }

    /// <summary>A day counted from Easter Sunday of the western churches: −2 is Good Friday.</summary>
    /// <param name="Offset">Days after Easter Sunday.</param>
    public sealed record Easter(int Offset) : HolidayDay
    {
        /// <inheritdoc />
        /// <remarks>The Gregorian computus: the golden number gives the epact, the epact the paschal full moon, and Easter is the Sunday after it.</remarks>
        public override DateOnly? In(int year)
        {
            var century = year / 100;
            var leapCorrection = century - century / 4;
            var moonCorrection = (8 * century + 13) / 25;
            var age = (19 * (year % 19) + leapCorrection - moonCorrection + 15) % 30;
            var fullMoon = age - (age == 29 || (age == 28 && year % 19 > 10) ? 1 : 0);
            var moon = new DateOnly(year, 3, 21).AddDays(fullMoon);
            return moon.AddDays(7 - (int)moon.DayOfWeek).AddDays(Offset);
        }
    }
}
