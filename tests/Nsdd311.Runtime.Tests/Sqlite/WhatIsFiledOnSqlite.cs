using Microsoft.Data.Sqlite;
using Nsdd311.Sqlite;

namespace Nsdd311.Runtime.Tests.Sqlite;

/// <summary>What a matter is filed under is found along an index, however long the docket is.</summary>
public sealed class WhatIsFiledOnSqlite : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task No_walk_over_the_docket_finds_it()
    {
        await using var journal = SqliteJournal.Open(folder.Path, TimeProvider.System);

        Plan($"select row from {SqliteJournal.FoundByKey} and m.by_submitted > '' order by m.by_submitted limit 51").Should().Equal(
            "SEARCH f USING PRIMARY KEY (key=?)", "SEARCH m USING INDEX sqlite_autoindex_matter_1 (id=?)", "USE TEMP B-TREE FOR ORDER BY");
    }

    private List<string> Plan(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "explain query plan " + sql;
        command.Parameters.AddWithValue("?14", "k");
        using var reader = command.ExecuteReader();
        List<string> steps = [];
        while (reader.Read()) steps.Add(reader.GetString(3));
        return steps;
    }
}
