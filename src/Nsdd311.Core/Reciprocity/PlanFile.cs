using System.Globalization;
using Nsdd311.Charters;
using Nsdd311.Imports;

namespace Nsdd311.Reciprocity;

/// <summary>Reads a plan from CSV: a header with <c>pair,category,direction,from,to</c> and a column for each dimension, then one contact a row.</summary>
public static class PlanFile
{
    private static readonly string[] Fixed = ["pair", "category", "direction", "from", "to"];

    /// <summary>The contacts, and every fault with its row.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="charter">The charter in force; its dimensions are columns.</param>
    /// <param name="today">The first day that can still be planned.</param>
    public static (ValueList<PlannedContact> Contacts, ValueList<PlanFault> Faults) Read(ReadOnlySpan<byte> utf8, Charter charter, DateOnly today) => CsvText.Read(utf8) switch
    {
        CsvReading.Broken broken => ([], [new("plan.not-csv", $"row {broken.Row}", broken.Because)]),
        CsvReading.Read { Records: [var header, .. var rows] } => Read(header, rows, charter, today),
        _ => ([], [new("plan.empty", "file", "Name at least one contact.")]),
    };

    private static (ValueList<PlannedContact> Contacts, ValueList<PlanFault> Faults) Read(CsvRecord header, List<CsvRecord> rows, Charter charter, DateOnly today)
    {
        var faults = FaultsOf(header, charter).ToList();
        if (PlanChecks.FaultOfLength(rows.Count, "file") is { } length) faults.Add(length);
        if (faults.Count > 0) return ([], faults.ToValueList());

        List<PlannedContact> contacts = [];
        foreach (var row in rows)
        {
            var reader = new Row(header.Fields, row, faults);
            if (reader.Contact(contacts.Count + 1) is not { } contact) continue;

            faults.AddRange(PlanChecks.Faults(contact, charter, today, reader.Place));
            contacts.Add(contact);
        }

        return (contacts.ToValueList(), faults.ToValueList());
    }

    private static IEnumerable<PlanFault> FaultsOf(CsvRecord header, Charter charter)
    {
        var dimensions = charter.Categories.SelectMany(category => category.Reciprocity?.Dimensions ?? []).Select(dimension => dimension.Dimension.Code).Distinct().ToList();
        foreach (var missing in Fixed.Except(header.Fields)) yield return new("plan.column", "row 1", $"The column '{missing}' is missing.");
        foreach (var unknown in header.Fields.Except([.. Fixed, .. dimensions]))
            yield return new("plan.column", "row 1", $"There is no column '{unknown}' in a plan; there are {string.Join(", ", Fixed.Concat(dimensions))}.");

        if (header.Fields.Distinct().Count() < header.Fields.Count) yield return new("plan.column", "row 1", "A column stands there twice.");
    }

    private sealed class Row(List<string> header, CsvRecord record, List<PlanFault> faults)
    {
        private bool isSound = true;

        public string Place(string member) => $"row {record.Row}, {member}";

        public PlannedContact? Contact(int number)
        {
            if (record.Fields.Count != header.Count)
            {
                faults.Add(new("plan.column", $"row {record.Row}", $"The row has {record.Fields.Count} fields; the header has {header.Count}."));
                return null;
            }

            var pair = Value("pair", "a counterpart pair", text => PairId.TryParse(text, null, out var id) ? id : (PairId?)null);
            var category = Value("category", "a category code", text => CategoryCode.TryParse(text, null, out var code) ? code : (CategoryCode?)null);
            var direction = Value("direction", "inbound, outbound or third-country", text => text switch
            {
                "inbound" => Direction.Inbound,
                "outbound" => Direction.Outbound,
                "third-country" => Direction.ThirdCountry,
                _ => (Direction?)null,
            });
            var (from, to) = (Value("from", "a day such as 1990-04-23", DayOf), Value("to", "a day such as 1990-04-27", DayOf));
            var units = Units();
            return isSound ? new(number, pair, category, direction, from, to, units) : null;
        }

        private Units Units()
        {
            var measures = header.Except(Fixed).Where(column => Text(column).Length > 0)
                .Select(column => new Measure(new(column), (int)(Value(column, "a whole or half number from 0 to 10,000", AmountOf) * 2))).ToValueList();
            return new(measures);
        }

        private T Value<T>(string column, string what, Func<string, T?> read)
            where T : struct
        {
            if (read(Text(column)) is { } value) return value;

            isSound = false;
            faults.Add(new("plan.value", Place(column), $"This is not {what}."));
            return default;
        }

        private string Text(string column) => record.Fields[header.IndexOf(column)].Trim();

        private static DateOnly? DayOf(string text) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

        private static decimal? AmountOf(string text) =>
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount is >= 0 and <= 10_000 && amount * 2 % 1 == 0 ? amount : null;
    }
}
