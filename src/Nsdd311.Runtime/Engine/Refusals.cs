using System.Text.Json;
using System.Text.Json.Nodes;
using Nsdd311.Runtime.Json;

namespace Nsdd311.Runtime.Engine;

/// <summary>How a refusal leaves the runtime.</summary>
public static class Refusals
{
    private static readonly string[] OwnMembers = ["code", "because", "kind"];

    /// <summary>The notice: every further property of the record is a fact for the caller.</summary>
    public static RefusalNotice NoticeOf(Refusal refusal)
    {
        var facts = JsonSerializer.SerializeToNode(refusal, refusal.GetType(), JournalJson.Options)!.AsObject();
        foreach (var member in OwnMembers) facts.Remove(member);
        return new(refusal.Code, refusal.Because, refusal.Kind, JsonSerializer.SerializeToElement<JsonNode>(facts));
    }
}
