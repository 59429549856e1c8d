using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nsdd311.Bench.Floor;

/// <summary>A matter as the floor answers it: about as much as the product shows.</summary>
internal sealed record Matter(
    Guid Id, string Status, string LogNumber, string Pair, DateTimeOffset? Suspense, JsonElement Paper, IReadOnlyList<Position> Positions)
{
    [JsonIgnore]
    public int Version { get; init; }
}

/// <summary>What an agency said.</summary>
internal sealed record Position(string Agency, string Stand, string By, DateTimeOffset At);

/// <summary>A submission: the paper is kept as it came.</summary>
internal sealed record PositionBody(string Position);

/// <summary>A decision with its findings.</summary>
internal sealed record DecisionBody(string Body, string Decision, IReadOnlyList<Finding> Findings);

/// <summary>What the chair finds of a goal.</summary>
internal sealed record Finding(int Goal, JsonElement Text);

/// <summary>One set of options for every request.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } = Configure(new(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        return options;
    }
}
