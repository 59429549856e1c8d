using System.Text;
using Nsdd311.Charters;
using Nsdd311.Imports;
using Nsdd311.Reciprocity;

namespace Nsdd311.Tests.Imports;

/// <summary>The file of section 4, the charter that reads it, and the ledgers that come of it.</summary>
internal static class TheFile
{
    public static readonly Charter Charter = Nsdd311Charter.Load();
    public static readonly DateTimeOffset Now = new(1989, 12, 31, 9, 0, 0, TimeSpan.FromHours(-5));
    public static readonly byte[] Bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "contacts-1987-1989.csv"));
    public static readonly string[] Lines = Encoding.UTF8.GetString(Bytes).TrimEnd('\n').Split('\n');
    private static readonly Actor Import = new Actor.Entity(new("import", "file"));

    public static ImportPlan Plan(byte[] bytes, Charter? charter = null) =>
        ImportPlan.Of(bytes, charter ?? Charter, Now).Should().BeOfType<ImportReading.Sound>("the file is sound").Which.Plan;

    public static ValueList<RowError> Errors(byte[] bytes, Charter? charter = null) =>
        ImportPlan.Of(bytes, charter ?? Charter, Now).Should().BeOfType<ImportReading.Refused>("the file has faults").Which.Reason
            .Should().BeOfType<RowsRefused>().Which.Errors;

    public static byte[] OfLines(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");

    /// <summary>The file with some of its rows changed.</summary>
    public static byte[] With(Func<string, string> change) => OfLines(Lines.Select((line, index) => index == 0 ? line : change(line)));

    /// <summary>Every pair's ledger after its lots.</summary>
    public static Dictionary<PairId, PairState> Ledgers(ImportPlan plan, Charter? charter = null)
    {
        Dictionary<PairId, PairState> ledgers = [];
        foreach (var lot in plan.Lots)
        {
            var state = ledgers.GetValueOrDefault(lot.Pair, PairDecider.Initial);
            var context = new Context(Now, Import, charter ?? Charter);
            var decision = PairDecider.Decide(state, new PairCommand.PostLot(lot.Pair, lot.Postings), context);
            var events = decision.Should().BeOfType<Decision<PairEvent>.Accepted>().Which.Events;
            ledgers[lot.Pair] = events.Aggregate(state, PairDecider.Evolve);
        }

        return ledgers;
    }
}
