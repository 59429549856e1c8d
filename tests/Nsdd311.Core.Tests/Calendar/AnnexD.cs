using System.Globalization;
using Nsdd311.Calendar;
using Nsdd311.Charters;

namespace Nsdd311.Tests.Calendar;

/// <summary>The dates with which the rule book checks the calendar, and the instants of its journeys.</summary>
public sealed class AnnexD
{
    private static readonly WorkingCalendar Calendar = Nsdd311Charter.Load().Calendar;

    [Theory]
    [InlineData("1988-06-30 16:59 -04:00", "10wd", "1988-07-15 17:00 -04:00")]
    [InlineData("1988-06-30 17:00 -04:00", "10wd", "1988-07-18 17:00 -04:00")]
    [InlineData("1988-07-02 12:00 -04:00", "1wd", "1988-07-06 17:00 -04:00")]
    [InlineData("1988-10-26 09:00 -04:00", "3wd", "1988-10-31 17:00 -05:00")]
    [InlineData("1988-12-22 09:00 -05:00", "2wd", "1988-12-27 17:00 -05:00")]
    [InlineData("1989-01-12 16:59 -05:00", "5wd", "1989-01-23 17:00 -05:00")]
    [InlineData("1987-07-01 09:00 -04:00", "2wd", "1987-07-06 17:00 -04:00")]
    [InlineData("1989-11-08 09:00 -05:00", "2wd", "1989-11-13 17:00 -05:00")]
    [InlineData("2026-06-17 09:00 -04:00", "2wd", "2026-06-22 17:00 -04:00")]
    [InlineData("1988-07-28 15:00 -04:00", "4wh", "1988-07-29 11:00 -04:00")]
    public void Received_then_a_suspense_falls_on(string received, string span, string expected) =>
        Calendar.Suspense(At(received), WorkingSpan.TryParse(span)!).Should().Be(At(expected)).And.HaveOffset(At(expected).Offset);

    [Theory]
    [InlineData("1989-10-16 09:00 -04:00", "10wd", "1989-10-30 17:00 -05:00")]
    [InlineData("1989-10-30 10:00 -05:00", "10wd", "1989-11-14 17:00 -05:00")]
    [InlineData("1990-01-08 09:00 -05:00", "10wd", "1990-01-23 17:00 -05:00")]
    [InlineData("1990-03-05 09:00 -05:00", "5wd", "1990-03-12 17:00 -05:00")]
    [InlineData("1988-07-27 13:30 -04:00", "4wh", "1988-07-28 09:30 -04:00")]
    [InlineData("1989-11-20 08:00 -05:00", "10wd", "1989-12-05 17:00 -05:00")]
    [InlineData("1989-04-10 09:00 -04:00", "15wd", "1989-05-01 17:00 -04:00")]
    [InlineData("1989-04-27 09:00 -04:00", "10wd", "1989-05-11 17:00 -04:00")]
    public void The_suspenses_of_the_journeys(string received, string span, string expected) =>
        Calendar.Suspense(At(received), WorkingSpan.TryParse(span)!).Should().Be(At(expected)).And.HaveOffset(At(expected).Offset);

    [Theory]
    [InlineData("1989-10-27", 2, "1989-10-31 17:00 -05:00")]
    [InlineData("1990-05-18", 10, "1990-06-04 17:00 -04:00")]
    [InlineData("1989-11-14", 2, "1989-11-16 17:00 -05:00")]
    [InlineData("1989-05-09", 3, "1989-05-12 17:00 -04:00")]
    public void Working_days_after_a_day_of_ours(string day, int days, string expected) =>
        Calendar.After(DateOnly.Parse(day, CultureInfo.InvariantCulture), days).Should().Be(At(expected));

    [Theory]
    [InlineData("1989-11-14 17:00 -05:00", "3wd", "1989-11-08 17:00 -05:00")]
    [InlineData("1988-07-28 09:30 -04:00", "1wh", "1988-07-27 16:30 -04:00")]
    public void The_warning_comes_before_the_suspense(string suspense, string span, string expected) =>
        Calendar.Before(At(suspense), WorkingSpan.TryParse(span)!).Should().Be(At(expected));

    [Fact]
    public void A_lead_time_of_45_days_from_16_October_1989_allows_20_December() =>
        Calendar.FirstDay(At("1989-10-16 09:00 -04:00"), 45).Should().Be(new DateOnly(1989, 12, 20));

    internal static DateTimeOffset At(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
