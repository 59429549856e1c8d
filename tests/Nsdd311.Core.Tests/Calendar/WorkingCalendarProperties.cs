using FsCheck;
using FsCheck.Fluent;
using Nsdd311.Calendar;
using Nsdd311.Charters;

namespace Nsdd311.Tests.Calendar;

/// <summary>What holds of any instant between 1985 and 2030 and any span a charter could write.</summary>
public sealed class WorkingCalendarProperties
{
    private static readonly WorkingCalendar Calendar = Nsdd311Charter.Load().Calendar;
    private static readonly DateTimeOffset Start = new(1985, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Arbitrary<DateTimeOffset> Instants = Gen.Choose(0, 45 * 365 * 24 * 60).Select(minutes => Start.AddMinutes(minutes)).ToArbitrary();
    private static readonly Arbitrary<DateOnly> Dates = Gen.Choose(0, 45 * 365).Select(days => DateOnly.FromDateTime(Start.AddDays(days).DateTime)).ToArbitrary();
    private static readonly Arbitrary<int> Counts = Gen.Choose(1, 70).ToArbitrary();

    [Fact]
    public void A_suspense_in_days_falls_on_a_working_day_at_close_of_business() =>
        Prop.ForAll(Instants, Counts, (received, count) =>
        {
            var suspense = Calendar.Suspense(received, new WorkingSpan.Days(count));

            return Calendar.IsWorkingDay(Calendar.DayOf(suspense)) && suspense.TimeOfDay == TimeSpan.FromHours(17);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_suspense_in_hours_falls_within_working_hours() =>
        Prop.ForAll(Instants, Counts, (received, count) =>
        {
            var suspense = Calendar.Suspense(received, new WorkingSpan.Hours(count));

            return Calendar.IsWorkingDay(Calendar.DayOf(suspense)) && suspense.TimeOfDay > TimeSpan.FromHours(9) && suspense.TimeOfDay <= TimeSpan.FromHours(17);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_arrives_later_is_never_due_earlier() =>
        Prop.ForAll(Instants, Instants, Counts, (one, other, count) =>
        {
            var (first, second) = one <= other ? (one, other) : (other, one);

            return Calendar.Suspense(first, new WorkingSpan.Days(count)) <= Calendar.Suspense(second, new WorkingSpan.Days(count))
                && Calendar.Suspense(first, new WorkingSpan.Hours(count)) <= Calendar.Suspense(second, new WorkingSpan.Hours(count));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_working_day_more_is_later() =>
        Prop.ForAll(Instants, Counts, (received, count) =>
            Calendar.Suspense(received, new WorkingSpan.Days(count)) < Calendar.Suspense(received, new WorkingSpan.Days(count + 1))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_warning_lies_as_many_working_days_before_the_suspense_as_it_says() =>
        Prop.ForAll(Instants, Counts, Counts, (received, length, before) =>
        {
            var suspense = Calendar.Suspense(received, new WorkingSpan.Days(length));
            var warning = Calendar.Before(suspense, new WorkingSpan.Days(before));

            return Calendar.WorkingDaysBetween(Calendar.DayOf(warning), Calendar.DayOf(suspense)) == before;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Hours_forth_and_back_meet() =>
        Prop.ForAll(Instants, Counts, Counts, (received, length, before) =>
        {
            var suspense = Calendar.Suspense(received, new WorkingSpan.Hours(length + before));

            return Calendar.AddWorkingHours(Calendar.Before(suspense, new WorkingSpan.Hours(before)), before) == suspense;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_days_one_by_one_and_by_the_year_comes_to_the_same() =>
        Prop.ForAll(Dates, Counts, (day, count) =>
        {
            var later = Calendar.AddWorkingDays(day, count);
            var oneByOne = Enumerable.Range(1, later.DayNumber - day.DayNumber).Count(n => Calendar.IsWorkingDay(day.AddDays(n)));

            return oneByOne == count && Calendar.WorkingDaysBetween(day, later) == count && Calendar.WorkingDaysBetween(later, day) == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_beyond_the_last_day_of_the_machine_stays_on_it()
    {
        Calendar.AddWorkingDays(DateOnly.MaxValue.AddDays(-3), 10).Should().Be(DateOnly.MaxValue);
        Calendar.AddWorkingDays(DateOnly.MinValue.AddDays(3), -10).Should().Be(DateOnly.MinValue);
        Calendar.After(DateOnly.MaxValue, 10).Year.Should().Be(9999);
        Calendar.WorkingDaysBetween(DateOnly.MinValue, DateOnly.MaxValue).Should().BeGreaterThan(2_500_000);
    }
}
