using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Nsdd311.House;

/// <summary>What the compose file promises, read as a composer reads it.</summary>
internal static partial class Compose
{
    private const string File = "docker-compose.yml";

    /// <summary>How long a silo may take to stop (60 s), and somewhat more.</summary>
    private const int ShortestGrace = 65;

    /// <summary>The services with their members, anchors and merges resolved.</summary>
    public static IReadOnlyDictionary<string, Dictionary<object, object>> Services(string text)
    {
        var root = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(new MergingParser(new Parser(new StringReader(text))));
        return ((Dictionary<object, object>)root["services"]).ToDictionary(one => (string)one.Key, one => (Dictionary<object, object>)one.Value);
    }

    /// <summary>What a service of ours lacks.</summary>
    /// <param name="text">The compose file.</param>
    /// <param name="stages">The stages of the Dockerfile.</param>
    public static IEnumerable<Violation> Faults(string text, IReadOnlyCollection<string> stages)
    {
        foreach (var (name, service) in Services(text))
        {
            if (!service.TryGetValue("stop_grace_period", out var grace) || Seconds((string)grace) < ShortestGrace)
                yield return new(File, $"{name} is killed before it can have stopped; give it a stop_grace_period of {ShortestGrace} s or more");
            if (service.TryGetValue("build", out var build) && !stages.Contains((string)((Dictionary<object, object>)build)["target"]))
                yield return new(File, $"{name} is built from a stage that the Dockerfile does not have");
            if (!service.ContainsKey("profiles") && !service.ContainsKey("healthcheck"))
                yield return new(File, $"{name} has no health check");
            if (service.TryGetValue("depends_on", out var others))
                foreach (var other in ((Dictionary<object, object>)others).Keys.Where(other => !Services(text).ContainsKey((string)other)))
                    yield return new(File, $"{name} waits for {other}, which is no service");
        }
    }

    /// <summary>The names of a Dockerfile's stages.</summary>
    public static IReadOnlyCollection<string> Stages(string dockerfile) => [.. Stage().Matches(dockerfile).Select(match => match.Groups["name"].Value)];

    private static int Seconds(string text) => text.EndsWith('s') && int.TryParse(text[..^1], CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    [GeneratedRegex(@"^FROM \S+ AS (?<name>\S+)", RegexOptions.Multiline)]
    private static partial Regex Stage();
}
