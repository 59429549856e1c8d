using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Memory;

namespace Nsdd311.Web.Tests.Hosting;

/// <summary>Where a service under test keeps its journal.</summary>
/// <param name="Database">How to reach a PostgreSQL; null for none.</param>
/// <param name="Memory">A journal that outlives the service, in this process; null for none.</param>
public sealed record KeptIn(string? Database, IJournal? Memory) : Venue
{
    /// <summary>In the service's folder, as it is without any option.</summary>
    public static KeptIn Folder { get; } = new(null, null);

    /// <summary>In a database of its own.</summary>
    public static KeptIn Postgres(string database) => new(database, null);

    /// <summary>In memory, for as long as this is held.</summary>
    public static KeptIn InMemory() => new(null, new MemoryJournal());

    /// <summary>The options that say so.</summary>
    public IEnumerable<string> Options => Database is null ? [] : ["--journal", Database];

    /// <inheritdoc />
    internal override async Task<LocalService> Open(string clock, string? charter) => await House.Open(clock, charter: charter, kept: this);
}
