using System.Globalization;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;

namespace Nsdd311.Imports;

/// <summary>A row whose words are understood.</summary>
internal sealed record SourceRow(
    int Row, string Id, DateOnly FirstDay, DateOnly LastDay, bool DaysAreExact, string Type, string Category, MarkedText Title, string VisitorsRole,
    Direction? Direction, int Places, string? Claim, MarkedText? Doubt);

/// <summary>Rows that are understood, and what is wrong with the others.</summary>
internal sealed record RowsRead(List<SourceRow> Rows, List<RowError> Errors);

/// <summary>Understands the words of rows, one by one; what a row becomes is <see cref="RowSorter"/>'s business.</summary>
internal sealed class RowReader
{
    private readonly ImportProfile profile;
    private readonly Dictionary<string, int> places;
    private readonly int width;
    private readonly DateOnly today;
    private readonly List<RowError> errors = [];
    private readonly HashSet<string> ids = [];

    private RowReader(ImportProfile profile, List<string> header, DateOnly today)
    {
        this.profile = profile;
        this.today = today;
        width = header.Count;
        places = profile.Columns.All.Distinct().ToDictionary(column => column, column => header.IndexOf(column));
    }

    public static RowsRead Read(ImportProfile profile, List<string> header, IEnumerable<CsvRecord> records, DateOnly today)
    {
        var reader = new RowReader(profile, header, today);
        return new(records.Select(reader.Row).OfType<SourceRow>().ToList(), reader.errors);
    }

    private SourceRow? Row(CsvRecord record)
    {
        if (record.Fields.Count != width)
        {
            errors.Add(new(record.Row, "", "import.row-shape", $"The row has {record.Fields.Count} fields, its header {width}; give it as many."));
            return null;
        }

        var before = errors.Count;
        var (columns, words) = (profile.Columns, profile.Words);
        var id = Id(record);
        var days = Days(record, id);
        var precision = Field(columns.Precision);
        if (precision != words.ExactDays && !words.VagueDays.Contains(precision))
            Error("import.precision-unknown", $"The precision '{precision}' is not known; write {words.ExactDays} or {string.Join(", ", words.VagueDays)}.");
        var direction = DirectionOf(Field(columns.Direction), out var known);
        if (!known)
            Error("import.direction-unknown", $"The direction '{Field(columns.Direction)}' is not known; write {words.Inbound}, {words.Outbound}, {words.ThirdCountry} or {words.NoDirection}.");
        if (Field(columns.Answers) is { Length: > 0 } claim && !IsId(claim)) Error("import.claim-malformed", "Name the row that is answered by its id, or leave the field empty.");
        foreach (var column in (string[])[columns.Title, columns.Doubt])
            if (RefusedCharacters.FirstIn(Field(column)) is { } refused)
                Error("import.character-refused", $"The character U+{(int)refused:X4} in the column {column} is not taken in a text; leave it out.");
        if (Field(columns.Title).Length > 2000) Error("import.title-too-long", "Shorten the title to 2,000 characters.");
        if (errors.Count > before) return null;

        return new(
            record.Row, id, days.First, days.Last, precision == words.ExactDays, Field(columns.Type), Field(columns.Category), new(profile.Mark, Field(columns.Title)),
            Field(direction is Direction.Inbound ? columns.CounterpartRole : columns.HomeRole), direction,
            Field(columns.Venue).Split(words.PlaceSeparator[0]).Count(place => place.Trim().Length > 0),
            NullIfEmpty(Field(columns.Answers)), Field(columns.Doubt) is { Length: > 0 } doubt && doubt != words.NoDoubt ? new(profile.Mark, doubt) : null);

        // A line break within quotes is one character, whatever the file ends its lines with.
        string Field(string column) => record.Fields[places[column]].Trim().Replace("\r\n", "\n", StringComparison.Ordinal);

        void Error(string code, string because) => errors.Add(new(record.Row, id, code, because));
    }

    private string Id(CsvRecord record)
    {
        var id = record.Fields[places[profile.Columns.Id]].Trim();
        if (!IsId(id))
            errors.Add(new(record.Row, "", "import.id-missing", "Give the row an id of 1 to 60 letters, digits, hyphens, dots or underscores."));
        else if (!ids.Add(id)) errors.Add(new(record.Row, id, "import.id-doubled", $"The id {id} stands in the file twice; ids are unique."));
        return id;
    }

    private (DateOnly First, DateOnly Last) Days(CsvRecord record, string id)
    {
        var first = Day(record.Fields[places[profile.Columns.FirstDay]].Trim());
        var written = record.Fields[places[profile.Columns.LastDay]].Trim();
        var last = written.Length == 0 ? first : Day(written);
        if (first is null || last is null) errors.Add(new(record.Row, id, "import.date-unknown", "Write days as 1988-07-28; the last day may be left empty."));
        else if (last < first) errors.Add(new(record.Row, id, "import.days-reversed", "The last day is before the first; exchange them."));
        else if (last > today) errors.Add(new(record.Row, id, "import.row-in-future", $"The row is dated after {today:yyyy-MM-dd}; take it out until it is past."));

        return (first.GetValueOrDefault(), last.GetValueOrDefault());
    }

    private Direction? DirectionOf(string word, out bool known)
    {
        var words = profile.Words;
        known = word == words.Inbound || word == words.Outbound || word == words.ThirdCountry || word == words.NoDirection;
        return word == words.Inbound ? Direction.Inbound
            : word == words.Outbound ? Direction.Outbound
            : word == words.ThirdCountry ? Direction.ThirdCountry
            : null;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9990 ? day : null;

    private static bool IsId(string text) => text.Length is > 0 and <= 60 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
