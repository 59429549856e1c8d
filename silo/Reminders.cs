using Nsdd311.Grains;
using Nsdd311.Postgres;

namespace Nsdd311.Silo;

/// <summary>Reminders on PostgreSQL: Orleans' own table of them, written many at a time.</summary>
internal static class Reminders
{
    public static ISiloBuilder UseReminders(this ISiloBuilder silo, string provider, string connection, string service)
    {
        silo.UseAdoNetReminderService(reminders => (reminders.Invariant, reminders.ConnectionString) = (provider, connection));
        silo.Services.AddSingleton(_ => new OrleansReminders(connection, service));
        return silo.GatherReminders(services => entries => Write(services.GetRequiredService<OrleansReminders>(), entries));
    }

    private static async Task<IReadOnlyList<string>> Write(OrleansReminders reminders, IReadOnlyList<ReminderEntry> entries)
    {
        var versions = await reminders.Upsert(
            [.. entries.Select(entry => new ReminderRow(entry.GrainId.ToString(), entry.ReminderName, unchecked((int)entry.GrainId.GetUniformHashCode()), entry.StartAt, entry.Period))]);
        return [.. versions.Select(version => version.ToString(System.Globalization.CultureInfo.InvariantCulture))];
    }
}
