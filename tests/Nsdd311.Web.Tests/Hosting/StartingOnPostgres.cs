using Nsdd311.Runtime.Hosting;
using Nsdd311.Standalone;
using Nsdd311.Testing;

namespace Nsdd311.Web.Tests.Hosting;

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class StartingOnPostgres(PostgresDatabases databases)
{
    private const string Tables = "select count(*) from pg_class where relnamespace = 'public'::regnamespace";

    private readonly string database = databases.New();

    [Fact]
    public async Task The_check_of_a_database_without_a_store_is_refused_and_makes_nothing()
    {
        await FluentActions.Invoking(() => Verification.Run(Options.Usual with { Journal = database }, TextWriter.Null))
            .Should().ThrowAsync<StartRefusedException>().WithMessage("There is no store in the database*--journal*");

        PostgresDatabases.Ask<long>(database, Tables).Should().Be(0);
    }

    [Fact]
    public async Task The_check_of_a_store_counts_its_rows()
    {
        await (await House.Open(kept: KeptIn.Postgres(database))).DisposeAsync();
        using var output = new StringWriter();

        (await Verification.Run(Options.Usual with { Journal = database }, output)).Should().Be(0);

        output.ToString().Should().Contain("1 rows in 1 chains verify");
    }

    [Fact]
    public async Task A_store_that_a_newer_version_had_before_is_refused_and_left_alone()
    {
        await (await House.Open(kept: KeptIn.Postgres(database))).DisposeAsync();
        PostgresDatabases.Run(database, "insert into schema_version (version) values (99)");

        await FluentActions.Invoking(() => House.Open(kept: KeptIn.Postgres(database))).Should().ThrowAsync<StartRefusedException>().WithMessage("*schema 99*newer version*");
        PostgresDatabases.Run(database, "delete from schema_version where version = 99");

        await (await House.Open(kept: KeptIn.Postgres(database))).DisposeAsync();
    }

    [Fact]
    public async Task A_second_process_on_the_same_database_is_told_who_has_it()
    {
        await using var house = await House.Open(kept: KeptIn.Postgres(database));

        var refused = await FluentActions.Invoking(() => House.Open(kept: KeptIn.Postgres(database))).Should().ThrowAsync<StartRefusedException>();

        refused.Which.Message.Should().Contain("in use by").And.Contain("name another database");
    }
}
