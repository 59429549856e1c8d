namespace Nsdd311.Grains.Tests.Clusters;

/// <summary>A reminder table that never confirms a row, as a database that hangs.</summary>
public sealed class SilentReminders : IReminderTable
{
    private readonly TaskCompletionSource<string?> never = new();

    public Task<ReminderTableData> ReadRows(GrainId grainId) => Task.FromResult(new ReminderTableData());

    public Task<ReminderTableData> ReadRows(uint begin, uint end) => Task.FromResult(new ReminderTableData());

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) => Task.FromResult<ReminderEntry?>(null);

    public Task<string?> UpsertRow(ReminderEntry entry) => never.Task;

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) => Task.FromResult(true);

    public Task TestOnlyClearTable() => Task.CompletedTask;
}
