namespace Nsdd311.Bench.Load;

/// <summary>A service under test.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Address">Where it listens: <c>http://127.0.0.1:5401</c>.</param>
/// <param name="Processes">Its processes: one, or the gateway and the silos of a cluster.</param>
/// <param name="UsesPostgres">Whether PostgreSQL's work is done for it.</param>
/// <param name="Key">The text of its local key; null where there is no sign-in.</param>
/// <param name="Pairs">How many pairs its charter has.</param>
internal sealed record Contestant(string Name, Uri Address, IReadOnlyList<int> Processes, bool UsesPostgres, string? Key, int Pairs)
{
    private Persons? persons;

    public Persons Persons => persons ??= Persons.SignIn(Address, Key, Work.Persons);

    public DateOnly Today { get; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>Vettings of this contestant in this process, over all rounds.</summary>
    public Numbering Numbering { get; init; } = new();

    /// <summary>Reads <c>name,address,pid[+pid],pg|file,keyfile|-</c>.</summary>
    public static Contestant Parse(string text, int pairs) => text.Split(',') is [var name, var address, var process, var store, var key]
        ? new(name, new(address), [.. process.Split('+').Select(int.Parse)], store == "pg", key == "-" ? null : File.ReadAllText(key).Trim(), pairs)
        : throw new ArgumentException($"'{text}' is not name,address,pid[+pid],pg|file,keyfile|-.");
}
