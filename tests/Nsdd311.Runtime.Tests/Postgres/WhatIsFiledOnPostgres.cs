using Nsdd311.Postgres;
using Nsdd311.Testing;

namespace Nsdd311.Runtime.Tests.Postgres;

/// <summary>What a matter is filed under is found along an index, however long the docket is.</summary>
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class WhatIsFiledOnPostgres(PostgresDatabases databases)
{
    [Fact]
    public async Task No_walk_over_the_docket_finds_it()
    {
        var database = databases.New();
        await using var journal = await PostgresJournal.Open(database, OwnerMode.Alone);
        PostgresDatabases.Ask<int>(database,
            """
            insert into matter select n::text, 'proposal/' || n, 1, n::text, n::text, 'in-vetting', null, null, 'visit.ministerial', null, 'DOD', '', null, null, '', false,
              case when n % 100 = 0 then array['reference/A//' || n] else array[]::text[] end, '', '' from generate_series(1, 20000) n;
            analyze matter;
            select 1
            """);

        var filed = PostgresJournal.FoundByKey.Replace("$2", "array['reference/A//300']", StringComparison.Ordinal);
        var plan = PostgresDatabases.Ask<string>(database, $"explain (format json) select row from ({filed}) m where by_submitted > '' order by by_submitted limit 51");

        plan.Should().Contain("\"matter_filed\"").And.NotContain("Seq Scan").And.NotContain("matter_by_submitted");
    }
}
