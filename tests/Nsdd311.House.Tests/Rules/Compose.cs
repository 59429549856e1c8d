using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Nsdd311.House;

/// <summary>What a compose file promises, read as a composer reads it.</summary>
internal static partial class Compose
{
    /// <summary>How long a silo may take to stop (60 s), and somewhat more.</summary>
    private const int ShortestGrace = 65;

    private const string Ours = "NSDD311_";

    /// <summary>The compose files: the cluster's and the standalone edition's.</summary>
    public static IReadOnlyList<string> Files { get; } = ["docker-compose.yml", "docker-compose.standalone.yml"];

    /// <summary>The services with their members, anchors and merges resolved.</summary>
    public static IReadOnlyDictionary<string, Dictionary<object, object>> Services(string text) =>
        Members(text, "services").ToDictionary(one => (string)one.Key, one => (Dictionary<object, object>)one.Value);

    /// <summary>What a service of ours lacks.</summary>
    /// <param name="file">The compose file.</param>
    /// <param name="text">What is in it.</param>
    /// <param name="stages">The stages of the Dockerfile.</param>
    public static IEnumerable<Violation> Faults(string file, string text, IReadOnlyCollection<string> stages)
    {
        var services = Services(text);
        foreach (var (name, service) in services)
        {
            if (!service.TryGetValue("stop_grace_period", out var grace) || Seconds((string)grace) < ShortestGrace)
                yield return new(file, $"{name} is killed before it can have stopped; give it a stop_grace_period of {ShortestGrace} s or more");
            if (TargetOf(service) is { } target && !stages.Contains(target))
                yield return new(file, $"{name} is built from a stage that the Dockerfile does not have");
            if (!service.ContainsKey("profiles") && !service.ContainsKey("healthcheck"))
                yield return new(file, $"{name} has no health check");
            if (service.TryGetValue("depends_on", out var others))
                foreach (var other in ((Dictionary<object, object>)others).Keys.Where(other => !services.ContainsKey((string)other)))
                    yield return new(file, $"{name} waits for {other}, which is no service");
        }
    }

    /// <summary>Files of the machine that are mounted so that a missing one becomes a folder, or can be changed from within.</summary>
    public static IEnumerable<Violation> Mounts(string file, string text)
    {
        var volumes = Members(text, "volumes").Keys.Cast<string>().ToList();
        foreach (var (name, service) in Services(text))
        {
            foreach (var mount in service.TryGetValue("volumes", out var mounts) ? (List<object>)mounts : [])
            {
                if (mount is string brief && !volumes.Exists(volume => brief.StartsWith($"{volume}:", StringComparison.Ordinal)))
                    yield return new(file, $"{name} mounts a file by the short form, '{brief}': without ./ it would be a volume, and a missing one becomes a folder");
                if (mount is Dictionary<object, object> full && full["type"] is "bind" && !(IsSet(full, "read_only", "true") && full.GetValueOrDefault("bind") is Dictionary<object, object> bind && IsSet(bind, "create_host_path", "false")))
                    yield return new(file, $"{name} mounts '{full["source"]}', which is to be read_only, and with create_host_path: false");
            }
        }
    }

    /// <summary>Options that a service is given in the environment and its program does not read.</summary>
    /// <param name="file">The compose file.</param>
    /// <param name="text">What is in it.</param>
    /// <param name="optionsOf">The options of the host in a folder; a stage of the Dockerfile is called as its host's folder.</param>
    public static IEnumerable<Violation> Unread(string file, string text, Func<string, IReadOnlyCollection<string>> optionsOf)
    {
        foreach (var (name, service) in Services(text))
        {
            var read = TargetOf(service) is { } target ? optionsOf(target).Select(Variable).ToHashSet() : [];
            foreach (var variable in Environment(service).Where(variable => variable.StartsWith(Ours, StringComparison.Ordinal) && !read.Contains(variable)))
                yield return new(file, $"{name} is given {variable}, which its program does not read");
        }
    }

    /// <summary>The options that a host takes from its arguments or the environment, as its list of names has them.</summary>
    public static IReadOnlyCollection<string> Options(string source) =>
        [.. OptionNames().Matches(source).SelectMany(list => Option().Matches(list.Value)).Select(option => option.Value)];

    /// <summary>The names of a Dockerfile's stages.</summary>
    public static IReadOnlyCollection<string> Stages(string dockerfile) => [.. Stage().Matches(dockerfile).Select(match => match.Groups["name"].Value)];

    private static Dictionary<object, object> Members(string text, string section)
    {
        var root = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(new MergingParser(new Parser(new StringReader(text))));
        return root.GetValueOrDefault(section) as Dictionary<object, object> ?? [];
    }

    private static string? TargetOf(Dictionary<object, object> service) =>
        service.TryGetValue("build", out var build) ? (string)((Dictionary<object, object>)build)["target"] : null;

    private static IEnumerable<string> Environment(Dictionary<object, object> service) => service.GetValueOrDefault("environment") switch
    {
        Dictionary<object, object> map => map.Keys.Cast<string>(),
        List<object> list => list.Select(one => ((string)one).Split('=')[0]),
        _ => [],
    };

    private static string Variable(string option) => Ours + option.TrimStart('-').Replace('-', '_').ToUpperInvariant();

    private static bool IsSet(Dictionary<object, object> members, string name, string value) => members.GetValueOrDefault(name) is string text && text == value;

    private static int Seconds(string text) => text.EndsWith('s') && int.TryParse(text[..^1], CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    [GeneratedRegex(@"^FROM \S+ AS (?<name>\S+)", RegexOptions.Multiline)]
    private static partial Regex Stage();

    [GeneratedRegex(@"\bstring\[\] Names\s*=\s*\[[^\]]*\]")]
    private static partial Regex OptionNames();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();
}
