namespace Nsdd311.Grains.Alarm;

/// <summary>A table of reminders that gathers what is written within a moment and writes it at once: nobody's answer waits for a reminder.</summary>
/// <remarks>Whoever writes is answered when it is written, as ever. A second change of the same reminder waits for the next time.</remarks>
/// <param name="table">The table.</param>
/// <param name="upsert">Writes many rows of it, none of them twice, and answers with the tags that they have now.</param>
/// <param name="pause">For how long is gathered.</param>
/// <param name="waiting">The clock of the pause.</param>
internal sealed class GatheredReminders(IReminderTable table, Func<IReadOnlyList<ReminderEntry>, Task<IReadOnlyList<string>>> upsert, TimeSpan pause, TimeProvider waiting) : IReminderTable
{
    private readonly Lock gate = new();
    private List<Change> waitingChanges = [];
    private bool isGathering;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => table.StartAsync(cancellationToken);

    /// <inheritdoc />
    public Task<ReminderTableData> ReadRows(GrainId grainId) => table.ReadRows(grainId);

    /// <inheritdoc />
    public Task<ReminderTableData> ReadRows(uint begin, uint end) => table.ReadRows(begin, end);

    /// <inheritdoc />
    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) => table.ReadRow(grainId, reminderName);

    /// <inheritdoc />
    public Task<string?> UpsertRow(ReminderEntry entry)
    {
        var change = new Change(entry);
        lock (gate)
        {
            waitingChanges.Add(change);
            if (!isGathering)
            {
                isGathering = true;
                // On no grain's scheduler: whoever is first does not keep the others' rows from being written.
                _ = Task.Run(WriteUntilDone);
            }
        }

        return change.Written.Task;
    }

    /// <inheritdoc />
    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) => table.RemoveRow(grainId, reminderName, eTag);

    /// <inheritdoc />
    public Task TestOnlyClearTable() => table.TestOnlyClearTable();

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => table.StopAsync(cancellationToken);

    private async Task WriteUntilDone()
    {
        do
        {
            await Task.Delay(pause, waiting);
            await Write(Take());
        }
        while (!IsDone());
    }

    private List<Change> Take()
    {
        lock (gate)
        {
            List<Change> taken = [], left = [];
            HashSet<(GrainId, string)> seen = [];
            foreach (var change in waitingChanges) (seen.Add((change.Entry.GrainId, change.Entry.ReminderName)) ? taken : left).Add(change);

            waitingChanges = left;
            return taken;
        }
    }

    private bool IsDone()
    {
        lock (gate) return !(isGathering = waitingChanges.Count > 0);
    }

    private async Task Write(List<Change> changes)
    {
        try
        {
            var tags = await upsert([.. changes.Select(change => change.Entry)]);
            for (var i = 0; i < changes.Count; i++) changes[i].Written.SetResult(tags[i]);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Each tries again by itself.
            foreach (var change in changes) change.Written.TrySetException(e);
        }
    }

    private sealed record Change(ReminderEntry Entry)
    {
        public TaskCompletionSource<string?> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
