using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

public sealed class Journey5OnSqlite(Journey5OnSqlite.Kept story) : Journey5KilledAgain(story), IClassFixture<Journey5OnSqlite.Kept>
{
    public sealed class Kept : Copied
    {
        private readonly string dark = Path.Combine(Path.GetTempPath(), $"nsdd311-{Guid.NewGuid():N}");

        internal override MortalService House { get; } = new ChildHouse();

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            if (Directory.Exists(dark)) Directory.Delete(dark, recursive: true);
        }

        internal override void KeepDark() => Copy(House.Folder, dark);

        internal override MortalService Awakening()
        {
            var house = new ChildHouse();
            Copy(dark, house.Folder);
            return house;
        }

        internal override string Stamp(MortalService house) => string.Join(' ', Directory.GetFiles(house.Folder).Order(StringComparer.Ordinal)
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
public sealed class Journey5OnPostgres(Journey5OnPostgres.Kept story) : Journey5KilledAgain(story), IClassFixture<Journey5OnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Journey5InADatabase(databases)
    {
        internal override MortalService Over(string database) => new ChildHouse(KeptIn.Postgres(database));
    }
}
