namespace Nsdd311.Postgres;

/// <summary>How Orleans' providers connect to the deployment's database.</summary>
public static class ClusterConnection
{
    /// <summary>The same database, with what makes many small statements cheap: prepared by themselves, and nothing reset between them.</summary>
    /// <exception cref="Runtime.Journal.StoreUnusableException">The string cannot be read; the message does not repeat it.</exception>
    public static string Of(string connectionString) => ConnectionSettings.Of(connectionString).Pooled;
}
