using System.Collections.Concurrent;

namespace Nsdd311.Grains.Tests.Clusters;

/// <summary>A reminder table that outlives the clusters which use it, as a database does.</summary>
public sealed class LastingReminders : IReminderTable
{
    private readonly ConcurrentDictionary<(GrainId, string), ReminderEntry> rows = [];
    private int tags;

    /// <summary>Whether it takes no row, as a database that is away.</summary>
    public bool IsAway { get; set; }

    public Task<ReminderTableData> ReadRows(GrainId grainId) => Rows(row => row.GrainId == grainId);

    /// <remarks>An arc of the ring, from behind its beginning to its end. Where it does not end after it begins it leads over the ring's seam.</remarks>
    public Task<ReminderTableData> ReadRows(uint begin, uint end) =>
        Rows(row => row.GrainId.GetUniformHashCode() is var at && (begin < end ? at > begin && at <= end : at > begin || at <= end));

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) => Task.FromResult(rows.GetValueOrDefault((grainId, reminderName)));

    public Task<string?> UpsertRow(ReminderEntry entry)
    {
        if (IsAway) throw new TimeoutException("Nobody answers.");

        var row = new ReminderEntry
        {
            GrainId = entry.GrainId, ReminderName = entry.ReminderName, StartAt = entry.StartAt, Period = entry.Period, ETag = $"{Interlocked.Increment(ref tags)}",
        };
        rows[(row.GrainId, row.ReminderName)] = row;
        return Task.FromResult<string?>(row.ETag);
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) =>
        Task.FromResult(rows.TryGetValue((grainId, reminderName), out var row) && row.ETag == eTag && rows.TryRemove(new((grainId, reminderName), row)));

    public Task TestOnlyClearTable()
    {
        rows.Clear();
        return Task.CompletedTask;
    }

    private Task<ReminderTableData> Rows(Func<ReminderEntry, bool> which) => Task.FromResult(new ReminderTableData(rows.Values.Where(which)));
}
