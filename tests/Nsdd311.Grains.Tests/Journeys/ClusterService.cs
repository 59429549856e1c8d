using Nsdd311.Runtime.Journal;
using Nsdd311.Web.Tests.Hosting;
using Nsdd311.Web.Tests.Journeys;

namespace Nsdd311.Grains.Tests.Journeys;

/// <summary>The API in front of a cluster, which a journey speaks to, and kills if its story wants it.</summary>
internal sealed class ClusterService(Ground ground, string? charter, bool sweep) : MortalService(Directory.CreateTempSubdirectory("nsdd311-journey-").FullName)
{
    private Task<ClusterUnderAClock>? starting;
    private IJournal? journal;

    /// <inheritdoc />
    public override void Launch(string? clock = null) => starting = Begin(Journey.Instant(clock ?? throw new ArgumentNullException(nameof(clock))));

    /// <inheritdoc />
    public override async Task<bool> Serves()
    {
        if (starting is not { IsCompleted: true } started) return false;

        await started;
        return await IsReady();
    }

    /// <inheritdoc />
    /// <remarks>
    /// The journal goes first: from then on a database records nothing, however far the rest of it has come. The silos then stop in good order, because one that
    /// is cut off within a process that lives on tries to hand over its directory for ever; real processes are killed in Processes.
    /// </remarks>
    public override async Task Kill()
    {
        if (starting is not { } running) return;

        starting = null;
        if (journal is not null) await journal.DisposeAsync();
        journal = null;
        // What was starting may have failed for want of its journal.
        await Task.WhenAny(running);
        if (running.IsCompletedSuccessfully) await running.Result.DisposeAsync();
    }

    /// <summary>When the entity's durable reminder comes, after whatever the silos still had to do; null if it has none.</summary>
    public async Task<DateTimeOffset?> ReminderOf(EntityId entity) => await (await starting!).ReminderOf(entity);

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        if (starting is { IsCompletedSuccessfully: true } running) await running.Result.DisposeAsync();
        if (journal is not null) await journal.DisposeAsync();
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<ClusterUnderAClock> Begin(DateTimeOffset clock)
    {
        journal = await ground.Open();
        var cluster = await ClusterUnderAClock.Start(ground, journal, charter, clock, sweep, Path.Combine(Folder, "local.key"));
        Http.Dispose();
        Http = ClientOf(cluster.Address);
        return cluster;
    }
}
