using System.Text.Json;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;

namespace Nsdd311.Imports;

/// <summary>Reads the import profiles of a charter file.</summary>
public static class ImportProfileFile
{
    /// <summary>The profiles; what is wrong is added to the faults.</summary>
    /// <param name="element">The list of profiles.</param>
    /// <param name="path">Its JSON path.</param>
    /// <param name="faults">Where faults are kept.</param>
    public static ValueList<ImportProfile> Read(JsonElement element, string path, ICollection<CharterFault> faults)
    {
        if (element.ValueKind is JsonValueKind.Array)
            return element.EnumerateArray()
                .Select((profile, index) => Members.Read(profile, $"{path}[{index}]", faults, Profile))
                .OfType<ImportProfile>()
                .ToValueList();

        faults.Add(new(path, "must be a list of import profiles; an empty one if no files are read."));
        return [];
    }

    private static ImportProfile Profile(Members members) => new(
        members.Text("name"),
        members.Word("mark", Mark, "must be the portion mark of the file's texts, without parentheses: \"U\"."),
        members.Object("columns", Columns),
        members.Object("words", Words),
        members.Objects("rules", Rule).Select(rule => rule.Value).ToValueList(),
        members.Objects("roles", role => new RolePair(role.Text("role"), Pair(role))).Select(role => role.Value).ToValueList(),
        members.Objects("corrections", Correction).Select(correction => correction.Value).ToValueList());

    private static ImportColumns Columns(Members members) => new(
        members.Text("id"), members.Text("firstDay"), members.Text("lastDay"), members.Text("precision"), members.Text("type"), members.Text("category"),
        members.Text("title"), members.Text("homeRole"), members.Text("counterpartRole"), members.Text("direction"), members.Text("venue"),
        members.Text("answers"), members.Text("doubt"));

    private static ImportWords Words(Members members)
    {
        var words = new ImportWords(
            members.Text("inbound"), members.Text("outbound"), members.Text("thirdCountry"), members.Text("noDirection"), members.Text("exactDays"),
            members.Words("vagueDays", word => (Word?)new Word(word), "must be a text.").Select(word => word.Text).ToValueList(),
            members.Text("noDoubt"), members.Text("placeSeparator"));
        if (words.PlaceSeparator.Length > 1) members.Fault("placeSeparator", "must be one character.");
        return words;
    }

    private static ImportRule Rule(Members members) =>
        new(members.Text("type"), members.Has("category") ? members.Text("category") : null, BecomesOf(members));

    private static Becomes BecomesOf(Members members)
    {
        switch (members.Text("becomes"))
        {
            case "entry":
                return new Becomes.Entry(Category(members, "ledger"), members.Has("pair") ? Pair(members) : null);
            case "part":
                return new Becomes.Part(members.Words("of", CharterWords.Category, "must be a category's code."), members.Text("otherwise"));
            case "recorded":
                return new Becomes.Recorded(members.Text("as"), members.Has("pairByRole") && members.Flag("pairByRole"));
            case "not-a-contact" or "":
                return new Becomes.NotAContact();
            default:
                members.Fault("becomes", "must be entry, part, recorded or not-a-contact.");
                return new Becomes.NotAContact();
        }
    }

    private static RowCorrection Correction(Members members) => new(
        members.Text("row"), members.Text("type"), members.Day("firstDay"),
        members.Has("ledger") ? Category(members, "ledger") : null,
        members.Has("offQuota") ? members.Text("offQuota") : null,
        members.Has("returnBy") ? members.Day("returnBy") : null,
        members.Has("units") ? members.Object("units", Figures)?.Units ?? default : default,
        members.Has("shortfall") ? members.Text("shortfall") : null,
        members.Text("reason"));

    private static FigureTable Figures(Members members) =>
        new(Units.Of([.. members.Names.Select(name => (new Dimension(name), members.Number(name, 0, 10_000)))]));

    private static CategoryCode Category(Members members, string name) => members.Word(name, CharterWords.Category, "must be a category's code.");

    private static PairId Pair(Members members) => members.Word("pair", PairName, "must be a counterpart pair of this charter.");

    private static PairId? PairName(string word) => PairId.TryParse(word, null, out var id) ? id : null;

    private static PortionMark? Mark(string word) => PortionMark.TryParse(word, out var mark) ? mark : null;

    private readonly record struct Word(string Text);

    private sealed record FigureTable(Units Units);
}
