using System.Text.RegularExpressions;

namespace Nsdd311.House;

/// <summary>An event and the name that it is stored under.</summary>
internal sealed record StoredName(string Event, string Name);

/// <summary>docs/EVENTS.md against the table of stored names and against the core's events.</summary>
internal static partial class Events
{
    /// <summary>The cases of every family whose name ends in Event: <c>PairEvent.Committed</c>.</summary>
    public static IEnumerable<string> Of(IEnumerable<Type> types) =>
        from family in types
        where family.IsAbstract && family.Name.EndsWith("Event")
        from name in family.GetNestedTypes()
        where name.IsSubclassOf(family) && !name.IsAbstract
        select $"{family.Name}.{name.Name}";

    /// <summary>The lines of a table in code: <c>[typeof(PairEvent.Committed)] = "pair.committed/1"</c>.</summary>
    public static IEnumerable<StoredName> InSource(string text) =>
        Line().Matches(SourceText.Of(text).CodeAndLiterals).Select(match => new StoredName(match.Groups["event"].Value, match.Groups["name"].Value));

    /// <summary>The rows of the page.</summary>
    public static IEnumerable<StoredName> InDocument(string text) =>
        Row().Matches(text).Select(match => new StoredName(match.Groups["event"].Value, match.Groups["name"].Value));

    public static IEnumerable<Violation> Differences(IEnumerable<string> events, IReadOnlyCollection<StoredName> table, IReadOnlyCollection<StoredName> listed)
    {
        var known = events.ToHashSet();
        foreach (var @event in known.Where(@event => listed.All(row => row.Event != @event))) yield return new("docs/EVENTS.md", $"{@event} is missing");
        foreach (var row in listed.Where(row => !known.Contains(row.Event))) yield return new("docs/EVENTS.md", $"there is no {row.Event}");

        foreach (var name in listed.GroupBy(row => row.Name).Where(group => group.Count() > 1)) yield return new("docs/EVENTS.md", $"{name.Key} names two events");

        foreach (var @event in known.Where(@event => table.All(line => line.Event != @event))) yield return new("the table of stored names", $"{@event} is missing");
        foreach (var line in table.Where(line => listed.Any(row => row.Event == line.Event) && !listed.Contains(line)))
            yield return new("docs/EVENTS.md", $"{line.Event} is stored as {line.Name}");
    }

    [GeneratedRegex(@"typeof\((\w+\.)*(?<event>\w+Event\.\w+)\)\W{1,8}""(?<name>[^""]+/\d+)""")]
    private static partial Regex Line();

    [GeneratedRegex(@"^\|\s*`(?<name>[^`]+/\d+)`\s*\|\s*`(?<event>\w+\.\w+)`\s*\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
