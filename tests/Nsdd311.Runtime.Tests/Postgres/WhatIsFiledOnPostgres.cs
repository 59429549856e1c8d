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
            insert into matter select n::text, 'proposal/' || n, 1, lpad(n::text, 6, '0'), lpad(n::text, 6, '0'), 'in-vetting', null, null, 'visit.ministerial', null, 'DOD', '', null, null, '', false,
              case when n % 50 = 0 then array['reference/A//1', 'reference/B//' || n] else array[]::text[] end, '', decode(repeat('00', 500), 'hex') from generate_series(1, 20000) n;
            analyze matter;
            select 1
            """);

        // One that four hundred matters have, which a walk would meet soon if all of them were the reader's, and one that a single matter has.
        foreach (var key in (string[])["reference/A//1", "reference/B//300"])
        {
            var filed = PostgresJournal.FoundByKey.Replace("$2", $"array['{key}']", StringComparison.Ordinal);
            var plan = PostgresDatabases.Ask<string>(database, $"explain (format json) select row from ({filed}) m where by_submitted > '' order by by_submitted limit 51");

            plan.Should().Contain("\"matter_filed\"").And.NotContain("Seq Scan").And.NotContain("matter_by_submitted");
        }
    }
}
