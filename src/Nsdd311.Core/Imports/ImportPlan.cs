using System.Diagnostics;
using System.Security.Cryptography;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;
using Nsdd311.Views;

namespace Nsdd311.Imports;

/// <summary>What a file would come to, or why it is refused. Pure: a dry run is this and nothing else.</summary>
public abstract record ImportReading
{
    private ImportReading() { }

    /// <summary>The whole file can be imported.</summary>
    public sealed record Sound(ImportPlan Plan) : ImportReading;

    /// <summary>Nothing of it is imported.</summary>
    public sealed record Refused(Refusal Reason) : ImportReading;
}

/// <summary>What the rows of a file become (8-charter, section 4).</summary>
/// <param name="File">SHA-256 of its exact bytes, lower-case hex: the import's key.</param>
/// <param name="Profile">The profile that fitted its header.</param>
/// <param name="Figures">The answer in figures.</param>
/// <param name="NotApplied">Corrections that describe another row than the file has.</param>
/// <param name="Rows">What became of each row, in the file's order.</param>
/// <param name="Lots">The entries, by pair, in lots of at most 500.</param>
/// <param name="Recorded">Contacts that are kept and never counted.</param>
public sealed record ImportPlan(
    string File, string Profile, ImportFigures Figures, ValueList<CorrectionNotApplied> NotApplied, ValueList<RowResult> Rows, ValueList<ImportLot> Lots,
    ValueList<ContactRow> Recorded)
{
    /// <summary>The most rows of one file.</summary>
    public const int MostRows = 200_000;

    /// <summary>The most entries of one lot: an append stays small.</summary>
    public const int MostInLot = 500;

    /// <summary>The key of a file's import: SHA-256 of its exact bytes, lower-case hex.</summary>
    public static string FileOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Reads the file as the charter's first fitting profile says.</summary>
    /// <param name="bytes">The file. The caller has limited its size.</param>
    /// <param name="charter">Whose profiles and rules hold.</param>
    /// <param name="now">Rows dated after it are errors.</param>
    public static ImportReading Of(ReadOnlyMemory<byte> bytes, Charter charter, DateTimeOffset now) => CsvText.Read(bytes.Span) switch
    {
        CsvReading.Broken broken => Refused(new NotCsv(broken.Row, broken.Because)),
        CsvReading.Read { Records.Count: < 2 } => Refused(new NoRows()),
        CsvReading.Read { Records: var records } when records.Count - 1 > MostRows => Refused(new TooManyRows(records.Count - 1, MostRows)),
        CsvReading.Read { Records: var records } => Of(FileOf(bytes.Span), records, charter, now),
        var other => throw new UnreachableException($"{other} is no reading."),
    };

    private static ImportReading Of(string file, List<CsvRecord> records, Charter charter, DateTimeOffset now)
    {
        var header = records[0].Fields.ConvertAll(field => field.Trim());
        if (charter.ImportProfiles.FirstOrDefault(profile => profile.Columns.All.All(header.Contains)) is not { } profile)
            return Refused(new NoProfile(MissingFrom(header, charter)));

        var rows = RowReader.Read(profile, header, records.Skip(1), charter.Calendar.DayOf(now));
        var sorted = RowSorter.Sort(rows, profile, charter);
        return sorted.Errors.Count > 0
            ? Refused(RowsRefused.Of(sorted.Errors))
            : new ImportReading.Sound(PlanWriter.Write(file, profile, sorted, charter));
    }

    private static ImportReading.Refused Refused(Refusal reason) => new(reason);

    private static ValueList<string> MissingFrom(List<string> header, Charter charter) => charter.ImportProfiles.Count == 0
        ? []
        : charter.ImportProfiles.Select(profile => profile.Columns.All.Keep(column => !header.Contains(column))).MinBy(missing => missing.Count);
}

/// <summary>The answer of an import, in figures.</summary>
/// <param name="Rows">Rows without the header.</param>
/// <param name="Counted">Entries that count.</param>
/// <param name="NotCounted">Entries that count for nothing.</param>
/// <param name="Parts">Parts of entries.</param>
/// <param name="Recorded">Kept and never counted.</param>
/// <param name="NotContacts">Not contacts: nothing is stored.</param>
/// <param name="Errors">Always 0: a file with an error is refused whole.</param>
/// <param name="Claims">What became of the claims to answer.</param>
public sealed record ImportFigures(int Rows, int Counted, int NotCounted, int Parts, int Recorded, int NotContacts, int Errors, ClaimFigures Claims);

/// <summary>What became of the claims to answer, judged by this file alone.</summary>
/// <param name="Total">Rows that name another.</param>
/// <param name="Settle">Settle the debt that they name.</param>
/// <param name="Fail">Kept with a reason; settle nothing.</param>
/// <param name="WithItems">Stay with a part, in return for another item.</param>
/// <param name="OnOtherRows">Stand on rows that are not entries.</param>
/// <param name="ElsewhereNamed">Name no row of this file; the ledger knows whether an earlier file had it.</param>
public sealed record ClaimFigures(int Total, int Settle, int Fail, int WithItems, int OnOtherRows, int ElsewhereNamed);

/// <summary>A correction that was not applied.</summary>
/// <param name="Row">The row that it is for.</param>
/// <param name="Because">What is different.</param>
public sealed record CorrectionNotApplied(string Row, string Because);

/// <summary>Entries of one pair, posted at once.</summary>
public sealed record ImportLot(PairId Pair, ValueList<LedgerPosting> Postings);

/// <summary>What became of a row.</summary>
/// <param name="Row">Its number; the header is 1.</param>
/// <param name="Id">Its id.</param>
/// <param name="Becomes"><c>entry</c>, <c>part</c>, <c>recorded</c> or <c>not-a-contact</c>.</param>
/// <param name="Pair">The pair; null if it concerns none.</param>
/// <param name="Category">The account, of an entry.</param>
/// <param name="Direction">Who hosted, of an entry.</param>
/// <param name="Units">What it counts in, of an entry; the sites that it adds, of a part.</param>
/// <param name="NotCounted">Why an entry counts for nothing; null if it counts.</param>
/// <param name="PartOf">The row that a part belongs to.</param>
/// <param name="Flag">As what it is recorded.</param>
/// <param name="OpensUntil">The return-by day of the debt that it opens, or opened; null if it opens none.</param>
/// <param name="Settles">The row whose debt it settles.</param>
/// <param name="DaysEarly">By how many days early; negative if late.</param>
/// <param name="Claim">The row that it claims to answer.</param>
/// <param name="ClaimFails">Why the claim cannot hold: <c>other-pair</c>, <c>is-an-answer</c>; null if it holds or settles nothing by its nature.</param>
/// <param name="Doubt">What is doubtful about it.</param>
public sealed record RowResult(
    int Row, string Id, string Becomes, PairId? Pair = null, CategoryCode? Category = null, Direction? Direction = null, Units Units = default,
    string? NotCounted = null, string? PartOf = null, string? Flag = null, DateOnly? OpensUntil = null, string? Settles = null, int? DaysEarly = null,
    string? Claim = null, string? ClaimFails = null, MarkedText? Doubt = null);
