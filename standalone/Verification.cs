using Nsdd311.Runtime.Hosting;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Standalone;

/// <summary>The check of all chains.</summary>
internal static class Verification
{
    /// <summary>Reads every row once, with the contents that rows name, and says what it saw.</summary>
    /// <returns>0 if all chains verify, else 3.</returns>
    /// <exception cref="StartRefusedException">There is no store, nothing in it, or somebody has it.</exception>
    public static async Task<int> Run(Options options, TextWriter output)
    {
        if (!await Store.Exists(options)) throw new StartRefusedException($"There is no store in {options.Store}; {options.OtherStore}.");

        await using var journal = await Store.Open(options);
        try
        {
            var report = await ChainVerification.Verify(journal, CancellationToken.None);
            if (report is { Rows: 0, Fault: null }) throw new StartRefusedException($"The store in {options.Store} holds no row; there is nothing to verify.");

            output.WriteLine(report.Fault is { } fault
                ? $"The first bad row is {fault}. Before it {report.Rows} rows in {report.Chains} chains verify."
                : $"All {report.Rows} rows in {report.Chains} chains verify.{(report.Contents > 0 ? $" So do the attached files: {report.Contents}." : "")}");
            return report.Fault is null ? 0 : 3;
        }
        catch (JournalDamagedException e)
        {
            output.WriteLine(e.Message);
            return 3;
        }
    }
}
