using System.Text.Json.Nodes;

namespace Nsdd311.Bench.Load;

/// <summary>The charter of the benchmark: the committed file with as many pairs as are asked for, so that no ledger is a bottleneck.</summary>
internal static class Charters
{
    /// <summary>The digits of a pair's number.</summary>
    public const int Digits = 5;

    /// <summary>The name of a pair; its two numbers are patched in place by whoever sends it.</summary>
    public static string PairName(int number) => $"office-{number:00000}~counterpart-{number:00000}";

    public static int Write(string from, string to, int pairs)
    {
        var charter = JsonNode.Parse(File.ReadAllText(from))!.AsObject();
        charter["pairs"] = new JsonArray([.. Enumerable.Range(0, pairs).Select(Pair)]);
        File.WriteAllText(to, charter.ToJsonString());
        return 0;
    }

    private static JsonNode Pair(int number) => new JsonObject
    {
        ["id"] = PairName(number),
        ["office"] = $"Office {number:00000}",
        ["agency"] = "DOD",
        ["counterpartOffice"] = $"Counterpart {number:00000}",
        ["categories"] = new JsonArray("exchange.standard"),
    };
}
