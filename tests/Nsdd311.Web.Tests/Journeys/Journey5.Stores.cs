using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

public sealed class Journey5OnSqlite(Journey5OnSqlite.Kept story) : Journey5(story), IClassFixture<Journey5OnSqlite.Kept>
{
    public sealed class Kept : Story
    {
        private readonly string dark = Path.Combine(Path.GetTempPath(), $"nsdd311-{Guid.NewGuid():N}");

        internal override ChildHouse House { get; } = new();

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            if (Directory.Exists(dark)) Directory.Delete(dark, recursive: true);
        }

        internal override void KeepDark() => Copy(House.Folder, dark);

        internal override ChildHouse Awakening()
        {
            var house = new ChildHouse();
            Copy(dark, house.Folder);
            return house;
        }

        internal override string Stamp(ChildHouse house) => string.Join(' ', Directory.GetFiles(house.Folder).Order(StringComparer.Ordinal)
            .Select(file => new FileInfo(file)).Select(file => $"{file.Name}:{file.Length}:{file.LastWriteTimeUtc.Ticks}"));

        private static void Copy(string from, string to)
        {
            Directory.CreateDirectory(to);
            foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey5OnPostgres(Journey5OnPostgres.Kept story) : Journey5(story), IClassFixture<Journey5OnPostgres.Kept>
{
    public sealed class Kept : Story
    {
        private const string Cut = "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = ";

        private readonly PostgresDatabases databases;
        private readonly Dictionary<ChildHouse, string> awake = [];
        private readonly string database;
        private int copies;

        public Kept(PostgresDatabases databases)
        {
            this.databases = databases;
            database = PostgresDatabases.New(databases.Server, "journey_5");
            House = new(KeptIn.Postgres(database));
        }

        internal override ChildHouse House { get; }

        /// <remarks>A database that somebody is still connected to is not copied; of a process that was killed the server may not know yet.</remarks>
        internal override void KeepDark() => CopyOf("journey_5", "journey_5_dark");

        internal override ChildHouse Awakening()
        {
            var copy = CopyOf("journey_5_dark", $"journey_5_awake_{++copies}");
            var house = new ChildHouse(KeptIn.Postgres(copy));
            awake[house] = copy;
            return house;
        }

        internal override string Stamp(ChildHouse house) =>
            PostgresDatabases.Ask<string>(awake[house], "select (select count(*) from journal) || ' ' || coalesce((select string_agg(value, ' ' order by key) from meta), '')");

        private string CopyOf(string name, string copy)
        {
            PostgresDatabases.Run(databases.Server.To("postgres"), $"{Cut}'{name}'");
            return PostgresDatabases.New(databases.Server, copy, $"template {name}");
        }
    }
}
