using Nsdd311.Calendar;
using Nsdd311.Charters;

namespace Nsdd311.Tests.Calendar;

public sealed class HolidayRules
{
    private static readonly WorkingCalendar Washington = Nsdd311Charter.Load().Calendar;

    [Theory]
    [InlineData(1985, "01-01 01-21 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25")]
    [InlineData(1986, "01-01 01-20 02-17 05-26 07-04 09-01 10-13 11-11 11-27 12-25")]
    [InlineData(1988, "01-01 01-18 02-15 05-30 07-04 09-05 10-10 11-11 11-24 12-26")]
    [InlineData(1989, "01-02 01-16 01-20 02-20 05-29 07-04 09-04 10-09 11-10 11-23 12-25")]
    [InlineData(2020, "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(2021, "01-01 01-18 01-20 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    public void Washington_closes_on_these_weekdays(int year, string expected)
    {
        var first = new DateOnly(year, 1, 1);
        var closed = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365)
            .Select(first.AddDays)
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Washington.IsWorkingDay(day));

        string.Join(' ', closed.Select(day => $"{day:MM-dd}")).Should().Be(expected);
    }

    [Theory]
    [InlineData(1985, "1985-01-21")]
    [InlineData(1986, null)]
    [InlineData(1989, "1989-01-20")]
    [InlineData(2001, null)]
    [InlineData(1961, null)]
    public void Inauguration_day_moves_off_a_Sunday_and_is_lost_on_a_Saturday(int year, string? expected)
    {
        var rule = new HolidayRule("Inauguration Day", new HolidayDay.Fixed(1, 20), From: 1965, Every: 4, OnSaturday: Observance.None, OnSunday: Observance.Monday);

        (rule.ObservedIn(year)?.ToString("yyyy-MM-dd")).Should().Be(expected);
    }

    [Theory]
    [InlineData(1988, "1988-04-03")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2019, "2019-04-21")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(1954, "1954-04-18")]
    [InlineData(1981, "1981-04-19")]
    public void Easter_is_the_Sunday_after_the_paschal_moon(int year, string expected) =>
        new HolidayDay.Easter(0).In(year)!.Value.ToString("yyyy-MM-dd").Should().Be(expected);

    [Fact]
    public void A_leap_day_is_kept_in_leap_years_only()
    {
        new HolidayDay.Fixed(2, 29).In(1988).Should().Be(new DateOnly(1988, 2, 29));
        new HolidayDay.Fixed(2, 29).In(1989).Should().BeNull();
    }

    [Fact]
    public void A_closure_is_a_single_day()
    {
        var holidays = new Holidays([], [new DateOnly(1988, 12, 23)]);

        holidays.Has(new DateOnly(1988, 12, 23)).Should().BeTrue();
        holidays.Has(new DateOnly(1989, 12, 23)).Should().BeFalse();
    }

    [Theory]
    [InlineData("10wd", true)]
    [InlineData("4wh", true)]
    [InlineData("wd", false)]
    [InlineData("-1wd", false)]
    [InlineData(" 1wd", false)]
    [InlineData("10d", false)]
    [InlineData("99999wd", false)]
    [InlineData(null, false)]
    public void A_span_is_a_number_of_working_days_or_hours(string? text, bool isSpan)
    {
        var span = WorkingSpan.TryParse(text);

        (span is not null).Should().Be(isSpan);
        if (isSpan) span!.ToString().Should().Be(text);
    }
}
