using Nsdd311.Calendar;

namespace Nsdd311.Charters;

/// <summary>Reads the calendar: zone, hours, holidays as rules, single closures.</summary>
internal static class CalendarReader
{
    private const string When = "must be same-day, friday, monday, tuesday or none.";

    public static WorkingCalendar Calendar(Members members, CharterDraft draft)
    {
        var zone = Zone(members);
        var opens = members.Word("opens", CharterWords.Time, "must be a time of day: \"09:00\".");
        var closes = members.Word("closes", CharterWords.Time, "must be a time of day: \"17:00\".");
        if (closes > opens) draft.WorkingDay = closes - opens;
        else if (closes != default) members.Fault("closes", "must be later than the time at which a working day opens.");

        var (saturday, sunday) = Observed(members, (Observance.SameDay, Observance.SameDay));
        var rules = members.Objects("holidays", holiday => Holiday(holiday, saturday, sunday)).Select(rule => rule.Value).ToValueList();
        var closures = members.Words("closures", CharterWords.Day, "must be a day: \"1988-12-26\".");
        return new(zone, opens, closes, new Holidays(rules, closures).Has);
    }

    private static TimeZoneInfo Zone(Members members)
    {
        var name = members.Text("zone");
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)) return zone;

        if (name.Length > 0) members.Fault("zone", $"'{name}' is not a zone of the time zone database; write one like \"America/New_York\".");
        return TimeZoneInfo.Utc;
    }

    private static HolidayRule Holiday(Members members, Observance saturday, Observance sunday)
    {
        var name = members.Text("name");
        var day = Day(members);
        var from = members.Number("from", 1, 9999);
        var every = members.Has("every") ? members.Number("every", 1, 100) : 1;
        (saturday, sunday) = members.Has("observed") ? Observed(members, (saturday, sunday)) : (saturday, sunday);
        return new(name, day, from, every, saturday, sunday);
    }

    private static HolidayDay Day(Members members)
    {
        var rule = members.Text("rule");
        switch (rule)
        {
            case "fixed":
                var (month, number) = (members.Number("month", 1, 12), members.Number("day", 1, 31));
                if (number > DateTime.DaysInMonth(2000, month)) members.Fault("day", "is a day that the month never has.");
                return new HolidayDay.Fixed(month, number);
            case "nth-weekday":
                return new HolidayDay.NthWeekday(members.Number("month", 1, 12), Weekday(members), members.Number("number", 1, 4));
            case "last-weekday":
                return new HolidayDay.LastWeekday(members.Number("month", 1, 12), Weekday(members));
            case "easter":
                return new HolidayDay.Easter(members.Number("offset", -60, 60));
            default:
                if (rule.Length > 0) members.Unreadable("rule", "must be fixed, nth-weekday, last-weekday or easter.");
                return new HolidayDay.Easter(0);
        }
    }

    private static DayOfWeek Weekday(Members members) => members.Word("weekday", CharterWords.Weekday, "must be a weekday: \"monday\".");

    private static (Observance Saturday, Observance Sunday) Observed(Members members, (Observance, Observance) otherwise)
    {
        var observed = otherwise;
        members.Object("observed", rule =>
        {
            observed = (rule.Word("saturday", CharterWords.Observance, When), rule.Word("sunday", CharterWords.Observance, When));
            return rule;
        });
        return observed;
    }
}
