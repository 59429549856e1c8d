using Nsdd311.Runtime.Journal;

namespace Nsdd311.Standalone;

/// <summary>The check of all chains.</summary>
internal static class Verification
{
    /// <summary>Reads every row once and says what it saw.</summary>
    /// <returns>0 if all chains verify, else 3.</returns>
    /// <exception cref="StartRefusedException">There is no store, or somebody has it.</exception>
    public static async Task<int> Run(Options options, TextWriter output)
    {
        if (options.Journal is null && !Directory.Exists(options.Data)) throw new StartRefusedException($"There is no folder '{options.Data}'; name the one of the store with --data.");

        await using var journal = await Store.Open(options);
        try
        {
            var report = await ChainVerification.Verify(journal, CancellationToken.None);
            output.WriteLine(report.Fault is { } fault
                ? $"The first bad row is {fault}. Before it {report.Rows} rows in {report.Chains} chains verify."
                : $"All {report.Rows} rows in {report.Chains} chains verify.");
            return report.Fault is null ? 0 : 3;
        }
        catch (JournalDamagedException e)
        {
            output.WriteLine(e.Message);
            return 3;
        }
    }
}
