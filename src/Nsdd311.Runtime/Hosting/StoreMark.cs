using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Hosting;

/// <summary>What a store is marked as, for ever: a record of what happened, or an exercise.</summary>
public static class StoreMark
{
    /// <summary>Where the mark stands.</summary>
    public const string Key = "store-kind";

    /// <summary>An exercise: its clock was set.</summary>
    public const string Exercise = "EXERCISE";

    /// <summary>A record.</summary>
    public const string Live = "LIVE";

    /// <summary>Marks a new store as a record.</summary>
    /// <exception cref="StartRefusedException">It is an exercise.</exception>
    public static async Task DemandLive(IJournal journal, CancellationToken cancellationToken)
    {
        switch (await journal.ReadMeta(Key, cancellationToken))
        {
            case Exercise: throw new StartRefusedException("The store in the database is marked EXERCISE for ever, and a cluster runs on real time; name another database with --journal.");
            case null: await journal.WriteMeta(Key, Live, cancellationToken); break;
        }
    }
}
