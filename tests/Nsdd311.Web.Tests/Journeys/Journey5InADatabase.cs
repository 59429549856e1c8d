using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>Journey 5 over PostgreSQL, whatever runs on it.</summary>
public abstract class Journey5InADatabase : Journey5KilledAgain.Copied
{
    private const string Cut = "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = ";

    private readonly PostgresDatabases databases;
    private readonly Dictionary<MortalService, string> awake = [];
    private readonly Lazy<MortalService> house;
    private int copies;

    protected Journey5InADatabase(PostgresDatabases databases)
    {
        this.databases = databases;
        house = new(() => Over(PostgresDatabases.New(databases.Server, "journey_5")));
    }

    internal override MortalService House => house.Value;

    /// <summary>A service over a database, which is not started yet.</summary>
    internal abstract MortalService Over(string database);

    /// <remarks>A database that somebody is still connected to is not copied; of a process that was killed the server may not know yet.</remarks>
    internal override void KeepDark() => CopyOf("journey_5", "journey_5_dark");

    internal override MortalService Awakening()
    {
        var copy = CopyOf("journey_5_dark", $"journey_5_awake_{++copies}");
        var service = Over(copy);
        awake[service] = copy;
        return service;
    }

    internal override string Stamp(MortalService house) =>
        PostgresDatabases.Ask<string>(awake[house], "select (select count(*) from journal) || ' ' || coalesce((select string_agg(value, ' ' order by key) from meta), '')");

    private string CopyOf(string name, string copy)
    {
        PostgresDatabases.Run(databases.Server.To("postgres"), $"{Cut}'{name}'");
        return PostgresDatabases.New(databases.Server, copy, $"template {name}");
    }
}
