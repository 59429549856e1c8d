using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;
using Nsdd311.Views;

namespace Nsdd311.Imports;

/// <summary>Writes sorted rows down as postings, and foretells by the ledger's own rules what they open and settle.</summary>
internal sealed class PlanWriter
{
    private readonly string file;
    private readonly PortionMark mark;
    private readonly SortedRows sorted;
    private readonly Charter charter;
    private readonly ILookup<string, PartRow> partsOf;
    private readonly Dictionary<string, EntryRow> entryOf;
    private readonly HashSet<string> ids;
    private readonly Foresight foresight = new();

    private PlanWriter(string file, PortionMark mark, SortedRows sorted, Charter charter)
    {
        this.file = file;
        this.mark = mark;
        this.sorted = sorted;
        this.charter = charter;
        partsOf = sorted.Parts.ToLookup(part => part.Of.Source.Id);
        entryOf = sorted.Entries.ToDictionary(entry => entry.Source.Id);
        ids = [.. All(sorted).Select(row => row.Id)];
    }

    public static ImportPlan Write(string file, ImportProfile profile, SortedRows sorted, Charter charter) =>
        new PlanWriter(file, profile.Mark, sorted, charter).Write(profile);

    private ImportPlan Write(ImportProfile profile)
    {
        var postings = sorted.Entries.Select(entry => (entry.Pair, Posting: Posting(entry))).ToList();
        foreach (var (pair, posting) in postings) foresight.Add(pair, LedgerContact.Of(posting, charter));
        foresight.Look();
        var rows = Results().OrderBy(row => row.Row).ToValueList();
        return new(
            file, profile.Name, Figures(rows), sorted.NotApplied.ToValueList(), rows,
            postings.GroupBy(posting => posting.Pair, posting => posting.Posting)
                .OrderBy(group => group.Key.Value, StringComparer.Ordinal)
                .SelectMany(group => group.Chunk(ImportPlan.MostInLot).Select(lot => new ImportLot(group.Key, lot.ToValueList())))
                .ToValueList(),
            sorted.Recorded.Select(Kept).ToValueList());
    }

    private LedgerPosting Posting(EntryRow entry)
    {
        var (row, correction) = (entry.Source, entry.Correction);
        Standing standing = correction?.OffQuota is { } ground ? new Standing.OffQuota(ground)
            : entry.Direction is Direction.ThirdCountry ? new Standing.ThirdCountry()
            : new Standing.Counted();
        var held = new ContactAsHeld(row.FirstDay, row.LastDay, UnitsOf(entry), standing, correction?.Shortfall is { } shortfall ? new(mark, shortfall) : null);
        var parts = partsOf[row.Id].Select(part => new EntryPart(part.Source.Id, part.Source.Title, part.Source.Places, part.Source.Claim)).ToValueList();
        return new(EntryOf(row.Id), entry.Category, entry.Direction, held, row.Claim is { } claim ? Named(claim) : null, correction?.ReturnBy, row.Doubt, parts, row.Title);
    }

    /// <summary>The figures that are known, in the dimensions that the category counts.</summary>
    private Units UnitsOf(EntryRow entry)
    {
        var (row, units) = (entry.Source, Units.Of((Dimension.Events, 1)));
        if (row.DaysAreExact) units = units.With(Dimension.Days, 2 * Math.Min(row.LastDay.DayNumber - row.FirstDay.DayNumber + 1, 10_000));
        if (partsOf[row.Id].Any()) units = units.With(Dimension.Sites, 2 * Math.Min(partsOf[row.Id].Sum(part => part.Source.Places), 10_000));
        if (entry.Correction is { } correction) units = units.With(correction.Units);

        var counted = charter.Find(entry.Category)!.Reciprocity!.Dimensions;
        return new(units.Measures.Keep(measure => counted.Any(rule => rule.Dimension == measure.Dimension)));
    }

    private EntryId EntryOf(string row) => new($"{file}/{row}");

    /// <summary>The row of this file, or a bare reference that only the ledger can look up among earlier files.</summary>
    private EntryId Named(string row) => ids.Contains(row) ? EntryOf(row) : new(row);

    /// <summary>Named like an entry, by file and row: another file may use the same row ids.</summary>
    private ContactRow Kept(RecordedRow row) =>
        new(EntryOf(row.Source.Id).Value, row.As, row.Pair, row.Source.FirstDay, row.Source.LastDay, row.Source.Title, row.Source.Doubt);

    private IEnumerable<RowResult> Results() =>
    [
        .. sorted.Entries.Select(Result),
        .. sorted.Parts.Select(part => new RowResult(
            part.Source.Row, part.Source.Id, "part", part.Of.Pair, Units: Units.Of((Dimension.Sites, part.Source.Places)), PartOf: part.Of.Source.Id,
            Claim: part.Source.Claim, Doubt: part.Source.Doubt)),
        .. sorted.Recorded.Select(row => new RowResult(
            row.Source.Row, row.Source.Id, "recorded", row.Pair, Flag: row.As, Claim: row.Source.Claim, Doubt: row.Source.Doubt)),
        .. sorted.NotContacts.Select(row => new RowResult(row.Row, row.Id, "not-a-contact", Claim: row.Claim, Doubt: row.Doubt)),
    ];

    private RowResult Result(EntryRow entry)
    {
        var (row, id) = (entry.Source, EntryOf(entry.Source.Id));
        var contact = foresight.Contact(id);
        var settled = foresight.SettledBy(id);
        return new(
            row.Row, row.Id, "entry", entry.Pair, entry.Category, entry.Direction, contact.Units, contact.NotCounted,
            OpensUntil: contact.IsCounted && settled is null ? contact.ReturnBy : null,
            Settles: settled is { } couple ? foresight.Contact(couple.Entry).Reference : null, DaysEarly: settled?.DaysEarly,
            Claim: row.Claim, ClaimFails: foresight.FaultOf(id) is { } fault ? Reason(entry, fault) : null, Doubt: row.Doubt);
    }

    private string Reason(EntryRow entry, ClaimFault fault) => fault is not ClaimFault.NotInThisAccount
        ? ClaimFaults.NameOf(fault)
        : entryOf.TryGetValue(entry.Source.Claim!, out var named) ? named.Pair == entry.Pair ? "other-category" : "other-pair"
        : ids.Contains(entry.Source.Claim!) ? "not-an-entry" : Elsewhere;

    private const string Elsewhere = "not-in-this-file";

    private static ImportFigures Figures(ValueList<RowResult> rows)
    {
        var claims = rows.Keep(row => row.Claim is not null);
        var ofEntries = claims.Keep(row => row.Becomes == "entry");
        var elsewhere = ofEntries.Count(row => row.ClaimFails == Elsewhere);
        var failed = ofEntries.Count(row => row.ClaimFails is not null) - elsewhere;
        var withItems = claims.Count(row => row.Becomes == "part");
        return new(
            rows.Count,
            rows.Count(row => row is { Becomes: "entry", NotCounted: null }),
            rows.Count(row => row is { Becomes: "entry", NotCounted: not null }),
            rows.Count(row => row.Becomes == "part"),
            rows.Count(row => row.Becomes == "recorded"),
            rows.Count(row => row.Becomes == "not-a-contact"),
            0,
            new(claims.Count, ofEntries.Count - failed - elsewhere, failed, withItems, claims.Count - ofEntries.Count - withItems, elsewhere));
    }

    private static IEnumerable<SourceRow> All(SortedRows sorted) =>
    [
        .. sorted.Entries.Select(row => row.Source), .. sorted.Parts.Select(row => row.Source), .. sorted.Recorded.Select(row => row.Source),
        .. sorted.NotContacts,
    ];
}
