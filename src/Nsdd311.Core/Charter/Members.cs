using System.Text.Json;

namespace Nsdd311.Charters;

/// <summary>Reads the members of one JSON object; what is wrong becomes a fault with its path, and reading goes on.</summary>
/// <remarks>
/// A member that cannot be read yields a placeholder. That is safe because <see cref="Read{T}"/> throws away whatever was built over one: so a
/// builder is written as if all were well, and must only pass on what it is given. A fault that leaves every value readable (a member too many, a
/// code used twice) throws nothing away, so that it hides no other fault.
/// </remarks>
internal sealed class Members
{
    private readonly Dictionary<string, JsonElement> members = [];
    private readonly HashSet<string> known = [];
    private readonly ICollection<CharterFault> faults;
    private bool unreadable;

    private Members(JsonElement element, string path, ICollection<CharterFault> faults)
    {
        Path = path;
        this.faults = faults;
        foreach (var member in element.EnumerateObject())
            if (!members.TryAdd(member.Name, member.Value)) Fault(member.Name, "stands here twice; keep one.");
    }

    /// <summary>Where the object stands.</summary>
    public string Path { get; }

    /// <summary>Builds something from an object; null if anything in it cannot be read.</summary>
    public static T? Read<T>(JsonElement element, string path, ICollection<CharterFault> faults, Func<Members, T> build)
        where T : class
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            faults.Add(new(path, "must be an object."));
            return null;
        }

        var members = new Members(element, path, faults);
        var built = build(members);
        foreach (var name in members.members.Keys.Except(members.known)) members.Fault(name, "is not known here; remove it.");

        return members.unreadable ? null : built;
    }

    /// <summary>Whether an optional member is there.</summary>
    public bool Has(string name)
    {
        known.Add(name);
        return members.ContainsKey(name);
    }

    /// <summary>The names of the members, for an object whose names are data.</summary>
    public IReadOnlyCollection<string> Names => members.Keys;

    /// <summary>The path of a member.</summary>
    public string At(string name) => $"{Path}.{name}";

    /// <summary>Records what is wrong with a member that can be read.</summary>
    public void Fault(string name, string because) => faults.Add(new(At(name), because));

    /// <summary>Records why a member cannot be read.</summary>
    public void Unreadable(string name, string because)
    {
        unreadable = true;
        Fault(name, because);
    }

    /// <summary>A text of 1 to 300 characters with something in it.</summary>
    public string Text(string name)
    {
        if (Find(name, JsonValueKind.String, "must be a text.") is not { } element) return "";

        var text = element.GetString()!;
        if (text.Length > 300 || string.IsNullOrWhiteSpace(text) || text.Any(char.IsControl)) Fault(name, "must be a text of 1 to 300 characters on one line.");
        return text;
    }

    /// <summary>A whole number between two bounds.</summary>
    public int Number(string name, int least, int most)
    {
        if (Find(name, JsonValueKind.Number, "must be a whole number.") is not { } element) return least;
        if (element.TryGetInt32(out var number) && number >= least && number <= most) return number;

        Unreadable(name, $"must be a whole number from {least} to {most}.");
        return least;
    }

    /// <summary>Yes or no.</summary>
    public bool Flag(string name) => Find(name, JsonValueKind.Undefined, "must be true or false.") is { } element && element.GetBoolean();

    /// <summary>A text that some reader understands; the reader's null is the fault.</summary>
    public T Word<T>(string name, Func<string, T?> read, string must)
        where T : struct
    {
        if (Find(name, JsonValueKind.String, must) is not { } element) return default;
        if (read(element.GetString()!) is { } value) return value;

        Unreadable(name, must);
        return default;
    }

    /// <summary>An object within this one.</summary>
    public T Object<T>(string name, Func<Members, T> build)
        where T : class => Element(name) is { } element ? Within(element, At(name), build)! : null!;

    /// <summary>An object that may be absent.</summary>
    public T? Optional<T>(string name, Func<Members, T> build)
        where T : class => Has(name) ? Object(name, build) : null;

    /// <summary>The objects of an array, each with its place; those at fault are left out.</summary>
    public ValueList<Placed<T>> Objects<T>(string name, Func<Members, T> build)
        where T : class =>
        Items(name)
            .Select(item => (item.Path, Value: Within(item.Element, item.Path, build)))
            .Where(item => item.Value is not null)
            .Select(item => new Placed<T>(item.Path, item.Value!))
            .ToValueList();

    /// <summary>The texts of an array, read as <see cref="Word{T}"/> reads one; no text stands twice.</summary>
    public ValueList<T> Words<T>(string name, Func<string, T?> read, string must)
        where T : struct
    {
        List<T> words = [];
        foreach (var (element, path) in Items(name))
        {
            if (element.ValueKind is not JsonValueKind.String || read(element.GetString()!) is not { } word)
            {
                unreadable = true;
                faults.Add(new(path, must));
            }
            else if (words.Contains(word)) faults.Add(new(path, "stands in this list twice; keep one."));
            else words.Add(word);
        }

        return words.ToValueList();
    }

    /// <summary>A member as it stands; null, and a fault, if it is missing.</summary>
    public JsonElement? Element(string name)
    {
        if (Has(name)) return members[name];

        Unreadable(name, "is missing.");
        return null;
    }

    private T? Within<T>(JsonElement element, string path, Func<Members, T> build)
        where T : class
    {
        var built = Read(element, path, faults, build);
        unreadable |= built is null;
        return built;
    }

    private IEnumerable<(JsonElement Element, string Path)> Items(string name) =>
        Find(name, JsonValueKind.Array, "must be a list.") is { } list ? list.EnumerateArray().Select((element, index) => (element, $"{At(name)}[{index}]")) : [];

    /// <remarks><see cref="JsonValueKind.Undefined"/> stands for either of true and false, which JSON has no one kind for.</remarks>
    private JsonElement? Find(string name, JsonValueKind kind, string must)
    {
        if (Element(name) is not { } element) return null;
        if (element.ValueKind == kind || (kind is JsonValueKind.Undefined && element.ValueKind is JsonValueKind.True or JsonValueKind.False)) return element;

        Unreadable(name, must);
        return null;
    }
}

/// <summary>Something read, and where it stood, for faults that are found later.</summary>
internal sealed record Placed<T>(string Path, T Value);
