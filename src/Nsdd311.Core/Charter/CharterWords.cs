using System.Globalization;
using Nsdd311.Calendar;
using Nsdd311.Marking;

namespace Nsdd311.Charters;

/// <summary>The words that a charter file uses, and readers of its members that need more than one word.</summary>
internal static class CharterWords
{
    public static Stage? Stage(string word) => word switch
    {
        "concept" => Charters.Stage.Concept,
        "plan" => Charters.Stage.Plan,
        "final" => Charters.Stage.Final,
        _ => null,
    };

    public static MatterKind? Kind(string word) => word switch
    {
        "public-statement" => MatterKind.PublicStatement,
        "private-statement" => MatterKind.PrivateStatement,
        "visit" => MatterKind.Visit,
        "exchange" => MatterKind.ExchangeActivity,
        "agreement" => MatterKind.ProposedAgreement,
        "guidance" => MatterKind.PolicyGuidance,
        _ => null,
    };

    public static PolicySource? Policy(string word) => word switch
    {
        "project" => PolicySource.Project,
        "directive" => PolicySource.Directive,
        _ => null,
    };

    public static ThirdCountryRule? ThirdCountry(string word) => word switch
    {
        "neither" => ThirdCountryRule.Neither,
        "half-each" => ThirdCountryRule.HalfEach,
        _ => null,
    };

    public static MarkingRegime? Regime(string word) => word switch
    {
        "eo-12356" => MarkingRegime.Eo12356,
        "eo-13526" => MarkingRegime.Eo13526,
        _ => null,
    };

    public static Observance? Observance(string word) => word switch
    {
        "same-day" => Calendar.Observance.SameDay,
        "friday" => Calendar.Observance.Friday,
        "monday" => Calendar.Observance.Monday,
        "tuesday" => Calendar.Observance.Tuesday,
        "none" => Calendar.Observance.None,
        _ => null,
    };

    public static DayOfWeek? Weekday(string word) => word switch
    {
        "monday" => DayOfWeek.Monday,
        "tuesday" => DayOfWeek.Tuesday,
        "wednesday" => DayOfWeek.Wednesday,
        "thursday" => DayOfWeek.Thursday,
        "friday" => DayOfWeek.Friday,
        "saturday" => DayOfWeek.Saturday,
        "sunday" => DayOfWeek.Sunday,
        _ => null,
    };

    /// <summary>A code of lower-case words with hyphens: a dimension, a ground, a name.</summary>
    public static bool IsCode(string word) =>
        word is { Length: >= 1 and <= 40 } && char.IsAsciiLetterLower(word[0]) && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-');

    public static DateOnly? Day(string word) => DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static TimeOnly? Time(string word) => TimeOnly.TryParseExact(word, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public static AgencyId? Agency(string word) => AgencyId.TryParse(word, out var id) ? id : null;

    public static CategoryCode? Category(string word) => CategoryCode.TryParse(word, null, out var code) ? code : null;

    public static int? Months(string word) =>
        word.EndsWith("mo", StringComparison.Ordinal) && word[..^2].All(char.IsAsciiDigit) && int.TryParse(word[..^2], out var months) && months is >= 1 and <= 120 ? months : null;

    extension(Members members)
    {
        /// <summary>A working span that is longer than nothing: <c>10wd</c>, <c>4wh</c>.</summary>
        public WorkingSpan Span(string name)
        {
            const string must = "must be working days or hours: \"10wd\", \"4wh\".";
            var count = members.Word(name, word => WorkingSpan.TryParse(word) is { } span ? (Count: Count(span), Word: word) : ((int Count, string Word)?)null, must);
            if (count.Word is null) return new WorkingSpan.Days(0);
            if (count.Count == 0) members.Fault(name, "must be longer than nothing.");

            return WorkingSpan.TryParse(count.Word)!;
        }

        /// <summary>Whole working days, none included: <c>10wd</c>, <c>0wd</c>.</summary>
        public int Days(string name) => members.Word<int>(name, word => WorkingSpan.TryParse(word) is WorkingSpan.Days days ? days.Count : null, "must be working days: \"10wd\", \"0wd\".");

        /// <summary>An agency's code.</summary>
        public AgencyId Agency(string name) => members.Word(name, CharterWords.Agency, "must be an agency's code: 2 to 12 capital letters.");

        /// <summary>A calendar day.</summary>
        public DateOnly Day(string name) => members.Word(name, CharterWords.Day, "must be a day: \"1987-01-01\".");
    }

    private static int Count(WorkingSpan span) => span switch
    {
        WorkingSpan.Days days => days.Count,
        WorkingSpan.Hours hours => hours.Count,
        _ => throw new ArgumentOutOfRangeException(nameof(span), span, "Not a span."),
    };
}
