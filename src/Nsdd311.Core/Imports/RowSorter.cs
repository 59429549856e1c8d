using Nsdd311.Charters;
using Nsdd311.Reciprocity;

namespace Nsdd311.Imports;

/// <summary>A row that becomes an entry.</summary>
internal sealed record EntryRow(SourceRow Source, PairId Pair, CategoryCode Category, Direction Direction, RowCorrection? Correction);

/// <summary>A row that becomes a part of an entry.</summary>
internal sealed record PartRow(SourceRow Source, EntryRow Of);

/// <summary>A row that is kept and never counted.</summary>
internal sealed record RecordedRow(SourceRow Source, string As, PairId? Pair);

/// <summary>All rows of a file, by what they become.</summary>
internal sealed record SortedRows(
    List<EntryRow> Entries, List<PartRow> Parts, List<RecordedRow> Recorded, List<SourceRow> NotContacts, List<CorrectionNotApplied> NotApplied,
    List<RowError> Errors);

/// <summary>Decides by a profile what each row becomes (8-charter, section 4.1).</summary>
internal sealed class RowSorter
{
    private readonly ImportProfile profile;
    private readonly Charter charter;
    private readonly Dictionary<string, PairId> pairOf;
    private readonly Dictionary<string, RowCorrection> corrections;
    private readonly HashSet<string> applied = [];
    private readonly SortedRows sorted;

    private RowSorter(ImportProfile profile, Charter charter, List<RowError> errors)
    {
        this.profile = profile;
        this.charter = charter;
        pairOf = profile.Roles.ToDictionary(role => role.Role, role => role.Pair);
        corrections = profile.Corrections.ToDictionary(correction => correction.Row);
        sorted = new([], [], [], [], [], errors);
    }

    public static SortedRows Sort(RowsRead read, ImportProfile profile, Charter charter)
    {
        var sorter = new RowSorter(profile, charter, read.Errors);
        List<(SourceRow Row, Becomes.Part Rule)> parts = [];
        foreach (var row in read.Rows)
            if (sorter.Take(row) is { } part) parts.Add((row, part));

        var visits = sorter.sorted.Entries.ToLookup(entry => entry.Pair);
        foreach (var (row, rule) in parts) sorter.TakePart(row, rule, visits);
        sorter.ReportCorrections(read.Rows.ToDictionary(row => row.Id));
        return sorter.sorted;
    }

    /// <summary>Takes all rows but parts, which need the visits first.</summary>
    private Becomes.Part? Take(SourceRow row)
    {
        switch (RuleFor(row)?.Becomes)
        {
            case Becomes.Entry entry:
                TakeEntry(row, entry);
                break;
            case Becomes.Recorded recorded:
                sorted.Recorded.Add(new(row, recorded.As, recorded.PairByRole ? PairByRole(row) : null));
                break;
            case Becomes.NotAContact:
                sorted.NotContacts.Add(row);
                break;
            case Becomes.Part part:
                return part;
            default:
                Error(row, "import.type-unknown", $"No rule says what '{row.Type}' of category '{row.Category}' becomes; correct the row or add a rule to the profile.");
                break;
        }

        return null;
    }

    private ImportRule? RuleFor(SourceRow row) =>
        profile.Rules.FirstOrDefault(rule => rule.Type == row.Type && (rule.Category is null || rule.Category == row.Category));

    private void TakeEntry(SourceRow row, Becomes.Entry becomes)
    {
        var correction = CorrectionFor(row);
        var category = correction?.Category ?? becomes.Category;
        if (row.Direction is not { } direction)
            Error(row, "import.direction-unknown", "A contact needs a direction; say who hosted it, or that it was in a third country.");
        else if ((becomes.Pair ?? PairByRole(row)) is not { } pair)
            Error(row, "import.pair-unknown", $"No pair is known for the role '{row.VisitorsRole}'; correct the row or add the role to the profile.");
        else if (!Bound.IsOpen(pair, category, charter))
            Error(row, "import.category-not-open", $"The category {category} is not open for {pair}.");
        else
            sorted.Entries.Add(new(row, pair, category, direction, correction));
    }

    private void TakePart(SourceRow row, Becomes.Part rule, ILookup<PairId, EntryRow> visits)
    {
        var pair = PairByRole(row);
        var visit = pair is not { } known ? null : visits[known]
            .Where(entry => rule.Of.Contains(entry.Category) && entry.Source.FirstDay <= row.FirstDay && row.FirstDay <= entry.Source.LastDay)
            .OrderByDescending(entry => entry.Direction == row.Direction)
            .ThenByDescending(entry => entry.Source.FirstDay)
            .ThenBy(entry => entry.Source.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        if (visit is null) sorted.Recorded.Add(new(row, rule.Otherwise, pair));
        else sorted.Parts.Add(new(row, visit));
    }

    private PairId? PairByRole(SourceRow row) =>
        row.Direction is not null && pairOf.TryGetValue(row.VisitorsRole, out var pair) ? pair : null;

    private RowCorrection? CorrectionFor(SourceRow row)
    {
        if (!corrections.TryGetValue(row.Id, out var correction) || Difference(correction, row) is not null) return null;

        applied.Add(row.Id);
        return correction;
    }

    private void ReportCorrections(Dictionary<string, SourceRow> rows)
    {
        foreach (var correction in profile.Corrections.Where(correction => !applied.Contains(correction.Row)))
        {
            var because = !rows.TryGetValue(correction.Row, out var row) ? "The file has no such row." : Difference(correction, row) ?? "The row is not an entry.";
            sorted.NotApplied.Add(new(correction.Row, because));
        }
    }

    private static string? Difference(RowCorrection correction, SourceRow row) =>
        correction.Type != row.Type ? $"The row is of type {row.Type}, not {correction.Type}."
        : correction.FirstDay != row.FirstDay ? $"The row begins on {row.FirstDay:yyyy-MM-dd}, not {correction.FirstDay:yyyy-MM-dd}."
        : null;

    private void Error(SourceRow row, string code, string because) => sorted.Errors.Add(new(row.Row, row.Id, code, because));
}
