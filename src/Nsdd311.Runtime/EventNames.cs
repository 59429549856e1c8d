using System.Collections.Frozen;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Json;

namespace Nsdd311.Runtime;

/// <summary>The names that the events of one kind of entity are stored under. Renaming a class is free; changing a line here is a migration.</summary>
public sealed class EventNames
{
    private readonly FrozenDictionary<Type, string> names;
    private readonly FrozenDictionary<string, Type> types;

    /// <summary>A table for a family of events.</summary>
    /// <exception cref="ArgumentException">A case has no name, a line names no case, a name is used twice or is not of the form <c>word.word/1</c>.</exception>
    public EventNames(Type family, IReadOnlyDictionary<Type, string> names)
    {
        var cases = ClosedFamilies.CasesOf(family).ToHashSet();
        foreach (var type in cases)
            if (!names.ContainsKey(type)) throw new ArgumentException($"{family.Name}.{type.Name} has no stored name.");

        foreach (var (type, name) in names)
        {
            if (!cases.Contains(type)) throw new ArgumentException($"'{name}' names {type.Name}, which is no case of {family.Name}.");
            if (!IsName(name)) throw new ArgumentException($"'{name}' is not of the form kind.event/1.");
        }

        if (names.Values.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"'{twice.Key}' names two events.");

        this.names = names.ToFrozenDictionary();
        types = names.ToFrozenDictionary(line => line.Value, line => line.Key);
    }

    /// <summary>All lines of the table.</summary>
    public IReadOnlyDictionary<Type, string> All => names;

    /// <summary>Whether the table has the name.</summary>
    public bool Knows(string name) => types.ContainsKey(name);

    /// <summary>The stored name of an event.</summary>
    public string NameOf(object @event) => names[@event.GetType()];

    /// <summary>The event that a stored name means.</summary>
    /// <exception cref="JournalTooNewException">This program does not know the name.</exception>
    public Type TypeOf(string name) =>
        types.TryGetValue(name, out var type)
            ? type
            : throw JournalTooNewException.OfEvent(name);

    private static bool IsName(string name) =>
        name.Split('/') is [var words, var version] && words.Contains('.') && int.TryParse(version, out var number) && number > 0
        && words.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');
}
