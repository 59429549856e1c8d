using System.Text.Json;
using Nsdd311.Imports;

namespace Nsdd311.Charters;

/// <summary>Reads the form of a charter file; what its parts say of one another is <see cref="CharterChecks"/>' business.</summary>
internal static class CharterReader
{
    /// <summary>What could be read; null if the file is no object at all.</summary>
    public static CharterDraft? Read(JsonElement root, ICollection<CharterFault> faults)
    {
        CharterDraft? draft = null;
        Members.Read(root, "$", faults, members => draft = Fill(members, faults));
        return draft;
    }

    private static CharterDraft Fill(Members members, ICollection<CharterFault> faults)
    {
        var draft = new CharterDraft
        {
            Name = Code(members, "name"),
            Title = members.Text("title"),
            Home = members.Text("home"),
            Counterpart = members.Text("counterpart"),
            Goals = members.Objects("goals", goal => new Goal(goal.Number("number", 1, 99), goal.Text("name"), goal.Text("question"))),
            UnderNegotiation = members.Objects("underNegotiation", subject => new NegotiatedSubject(subject.Text("name"), subject.Text("forum"))),
            BaselineFrom = members.Day("baselineFrom"),
        };
        draft.Calendar = members.Object("calendar", calendar => CalendarReader.Calendar(calendar, draft));
        members.Object("marking", marking => Regime(marking, draft));
        draft.Agencies = members.Objects("agencies", agency => Agency(agency, draft));
        members.Object("bodies", bodies => Bodies(bodies, draft));
        draft.Deadlines = members.Object("deadlines", BodyReader.Deadlines);
        draft.Categories = members.Objects("categories", category => CategoryReader.Category(category, draft));
        draft.Pairs = members.Objects("pairs", pair => Pair(pair, draft));
        draft.Persons = members.Objects("persons", person => PersonReader.Person(person, draft));
        if (members.Element("imports") is { } imports) draft.Imports = ImportProfileFile.Read(imports, members.At("imports"), faults);

        return draft;
    }

    private static string Code(Members members, string name)
    {
        var code = members.Text(name);
        if (code.Length > 0 && !CharterWords.IsCode(code)) members.Fault(name, "must be a code of lower-case letters, digits and hyphens.");
        return code;
    }

    private static Agency Agency(Members members, CharterDraft draft) =>
        new(draft.AgencyCodes.Add(members, "id", members.Agency("id")), members.Text("name"), members.Has("liftsNegotiation") && members.Flag("liftsNegotiation"));

    private static CharterDraft Regime(Members members, CharterDraft draft)
    {
        draft.Marking = members.Word("regime", CharterWords.Regime, "must be \"eo-12356\" or \"eo-13526\".");
        return draft;
    }

    private static CharterDraft Bodies(Members members, CharterDraft draft)
    {
        draft.Ig = members.Object("ig", body => BodyReader.Body(body, BodyKind.Ig));
        draft.Sig = members.Object("sig", body => BodyReader.Body(body, BodyKind.Sig));
        return draft;
    }

    private static CounterpartPair Pair(Members members, CharterDraft draft) => new(
        draft.PairIds.Add(members, "id", members.Word("id", PairName, "must be two lower-case names with a tilde between them: \"secdef~minister-of-defense\".")),
        members.Text("office"),
        members.Agency("agency"),
        members.Text("counterpartOffice"),
        members.Has("substitute") ? members.Text("substitute") : null,
        members.Words("categories", CharterWords.Category, "must be a category's code."));

    private static PairId? PairName(string word) => PairId.TryParse(word, null, out var id) ? id : null;
}
