using Microsoft.Data.Sqlite;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Sqlite;

/// <summary>The numbered scripts that bring a store up to this program's schema. A script is never changed once it was released; another is added.</summary>
internal static class SchemaScripts
{
    /// <summary>The schema that this program knows.</summary>
    public static int Newest { get; } = Names().Count;

    /// <summary>Runs what the store has not had yet, each script and its number as one transaction.</summary>
    /// <exception cref="JournalTooNewException">The store has had more than this program knows.</exception>
    public static void Apply(SqliteConnection connection)
    {
        var version = VersionOf(connection);
        if (version > Newest)
            throw new JournalTooNewException($"The store has schema {version} and this program knows {Newest}: it was written by a newer version. Start that version.");

        foreach (var (number, name) in Names().Select((name, i) => (i + 1, name)).Skip(version))
            Run(connection, $"begin immediate; {Text(name)} pragma user_version = {number}; commit;");
    }

    private static int VersionOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "pragma user_version";
        return Convert.ToInt32(command.ExecuteScalar());
    }

    /// <summary>Runs statements that are needed once.</summary>
    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Names() =>
        [.. typeof(SchemaScripts).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("schema/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(SchemaScripts).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
