using System.Text.Json;
using System.Text.Json.Nodes;
using Nsdd311.Access;
using Nsdd311.Marking;
using Nsdd311.Runtime.Json;

namespace Nsdd311.Web.Json;

/// <summary>A recorded fact as data, with only those texts that the reader may read.</summary>
/// <remarks>The journal keeps every classified text in an envelope (mark, scheme, body); nothing outside an envelope is classified.</remarks>
internal static class Redacted
{
    /// <summary>The fact's members. What is left out leaves no trace.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="sight">What the reader sees of the matter.</param>
    /// <param name="isWhole">Whether nothing was left out.</param>
    public static JsonNode Data(object fact, Sight sight, out bool isWhole)
    {
        var node = JsonSerializer.SerializeToNode(fact, fact.GetType(), JournalJson.Options)!;
        isWhole = Clean(node, sight);
        return node;
    }

    private static bool Clean(JsonNode? node, Sight sight)
    {
        if (node is JsonArray list) return CleanList(list, sight);
        if (node is not JsonObject members) return true;

        var isWhole = true;
        foreach (var (name, member) in members.ToArray())
        {
            if (!IsEnvelope(member)) isWhole &= Clean(member, sight);
            else if (Shown(member!, sight) is { } shown) members[name] = shown;
            else isWhole &= !members.Remove(name);
        }

        return isWhole;
    }

    private static bool CleanList(JsonArray list, Sight sight)
    {
        var before = list.Count;
        var isWhole = true;
        for (var i = list.Count - 1; i >= 0; i--)
        {
            if (!IsEnvelope(list[i])) isWhole &= Clean(list[i], sight);
            else if (Shown(list[i]!, sight) is { } shown) list[i] = shown;
            else list.RemoveAt(i);
        }

        return isWhole && list.Count == before;
    }

    private static bool IsEnvelope(JsonNode? node) =>
        node is JsonObject { Count: 3 } members && members.ContainsKey("mark") && members.ContainsKey("scheme") && members.ContainsKey("body");

    private static JsonObject? Shown(JsonNode envelope, Sight sight)
    {
        var mark = PortionMark.TryParse(envelope["mark"]!.GetValue<string>(), out var known) ? known : default;
        return sight.Reads(mark) ? new() { ["mark"] = mark.ToString(), ["text"] = envelope["body"]!.GetValue<string>() } : null;
    }
}
