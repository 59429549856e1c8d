using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;

namespace Nsdd311.Imports;

/// <summary>How a file of past contacts is read (8-charter, section 4). Charter data; nothing of it is code.</summary>
/// <param name="Name">The profile's name. A file is read by the first profile whose columns its header has.</param>
/// <param name="Mark">The portion mark of every text that the file's rows, and the corrections to them, carry: such a file has none of its own.</param>
/// <param name="Columns">What the columns are called.</param>
/// <param name="Words">What the file writes for directions, precision and doubt.</param>
/// <param name="Rules">What a row becomes, by its type and category; the first that fits.</param>
/// <param name="Roles">Whose visit makes it whose pair.</param>
/// <param name="Corrections">What is known better than the file, row by row, each with its reason.</param>
public sealed record ImportProfile(
    string Name, PortionMark Mark, ImportColumns Columns, ImportWords Words, ValueList<ImportRule> Rules, ValueList<RolePair> Roles,
    ValueList<RowCorrection> Corrections);

/// <summary>What the columns of a file are called. Others may stand beside them and are not read.</summary>
/// <param name="Id">The row's own name.</param>
/// <param name="FirstDay">The first day.</param>
/// <param name="LastDay">The last day; empty if there was one day.</param>
/// <param name="Precision">How exactly the days are known.</param>
/// <param name="Type">What it was.</param>
/// <param name="Category">What it was, more closely.</param>
/// <param name="Title">What it was, in words.</param>
/// <param name="HomeRole">The role of our side.</param>
/// <param name="CounterpartRole">The role of theirs.</param>
/// <param name="Direction">Who hosted.</param>
/// <param name="Venue">Where; several places between separators.</param>
/// <param name="Answers">The row that it claims to answer.</param>
/// <param name="Doubt">What is doubtful about it.</param>
public sealed record ImportColumns(
    string Id, string FirstDay, string LastDay, string Precision, string Type, string Category, string Title, string HomeRole, string CounterpartRole,
    string Direction, string Venue, string Answers, string Doubt)
{
    /// <summary>All of them: a header has to have each.</summary>
    public ValueList<string> All => [Id, FirstDay, LastDay, Precision, Type, Category, Title, HomeRole, CounterpartRole, Direction, Venue, Answers, Doubt];
}

/// <summary>What a file writes.</summary>
/// <param name="Inbound">We hosted.</param>
/// <param name="Outbound">They hosted.</param>
/// <param name="ThirdCountry">Neither did.</param>
/// <param name="NoDirection">It had none.</param>
/// <param name="ExactDays">The precision with which days may be counted.</param>
/// <param name="VagueDays">Precisions with which the number of days is unknown.</param>
/// <param name="NoDoubt">Nothing is doubtful.</param>
/// <param name="PlaceSeparator">Between places in the venue; one character.</param>
public sealed record ImportWords(
    string Inbound, string Outbound, string ThirdCountry, string NoDirection, string ExactDays, ValueList<string> VagueDays, string NoDoubt,
    string PlaceSeparator);

/// <summary>What a row of this type becomes.</summary>
/// <param name="Type">As the file writes it.</param>
/// <param name="Category">As the file writes it; null for any.</param>
/// <param name="Becomes">What it becomes.</param>
public sealed record ImportRule(string Type, string? Category, Becomes Becomes);

/// <summary>What becomes of a row.</summary>
public abstract record Becomes
{
    private Becomes() { }

    /// <summary>An entry of a pair's ledger.</summary>
    /// <param name="Category">The account.</param>
    /// <param name="Pair">Whose; null where the visitor's role decides it. Without one the row is an error.</param>
    public sealed record Entry(CategoryCode Category, PairId? Pair) : Becomes;

    /// <summary>A part of the visit of the same pair whose days contain its first day; it adds its places to the visit's sites.</summary>
    /// <param name="Of">Categories of the entries that may have it.</param>
    /// <param name="Otherwise">As what it is kept outside any such visit.</param>
    public sealed record Part(ValueList<CategoryCode> Of, string Otherwise) : Becomes;

    /// <summary>A contact that is kept and never counted.</summary>
    /// <param name="As">Its flag: <c>courtesy-call</c>.</param>
    /// <param name="PairByRole">Whether it concerns the visitor's pair, if the role has one; otherwise it concerns none.</param>
    public sealed record Recorded(string As, bool PairByRole) : Becomes;

    /// <summary>Not a contact: listed in the answer, nothing is stored.</summary>
    public sealed record NotAContact : Becomes;
}

/// <summary>The visitor's role as the file writes it, and the pair that it makes it.</summary>
public sealed record RolePair(string Role, PairId Pair);

/// <summary>What is known better than the file. Applied only to the row that it describes.</summary>
/// <param name="Row">The row's id.</param>
/// <param name="Type">The type that the row must have.</param>
/// <param name="FirstDay">The first day that the row must have.</param>
/// <param name="Category">The account instead of the rule's; null for the rule's.</param>
/// <param name="OffQuota">The ground on which it counts for nothing; null if it counts.</param>
/// <param name="ReturnBy">The agreed return-by day; null for the category's.</param>
/// <param name="Units">Figures that the file does not have.</param>
/// <param name="Shortfall">Why less took place than was promised; null if nothing was short.</param>
/// <param name="Reason">Why this is so.</param>
public sealed record RowCorrection(
    string Row, string Type, DateOnly FirstDay, CategoryCode? Category, string? OffQuota, DateOnly? ReturnBy, Units Units, string? Shortfall, string Reason);
