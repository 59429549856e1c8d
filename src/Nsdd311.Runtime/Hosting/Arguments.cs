using System.Globalization;

namespace Nsdd311.Runtime.Hosting;

/// <summary>How a host was started: <c>--name value</c>, or the environment's <c>NSDD311_NAME</c> where the argument is left out.</summary>
/// <remarks>What the environment says keeps a secret off the list of processes.</remarks>
public sealed class Arguments
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Func<string, string?> environment;

    /// <summary>Takes the arguments apart.</summary>
    /// <param name="args">As the process was given them.</param>
    /// <param name="names">Every option that there is, with its dashes.</param>
    /// <param name="environment">Finds a variable of the environment; null for the process's own.</param>
    /// <exception cref="StartRefusedException">One of them is unknown, has no value or stands there twice.</exception>
    public Arguments(IReadOnlyList<string> args, IReadOnlyCollection<string> names, Func<string, string?>? environment = null)
    {
        this.environment = environment ?? Environment.GetEnvironmentVariable;
        for (var i = 0; i < args.Count; i += 2)
        {
            if (!names.Contains(args[i])) throw new StartRefusedException($"There is no option '{args[i]}'; there are {string.Join(", ", names)}.");
            if (i + 1 == args.Count || args[i + 1].Length == 0) throw new StartRefusedException($"The option {args[i]} needs a value.");
            if (!values.TryAdd(args[i], args[i + 1])) throw new StartRefusedException($"The option {args[i]} stands there twice.");
        }
    }

    /// <summary>The value; null if it is nowhere.</summary>
    public string? Find(string name) =>
        values.TryGetValue(name, out var value) ? value
            : environment($"NSDD311_{name.TrimStart('-').Replace('-', '_').ToUpperInvariant()}") is { Length: > 0 } set ? set : null;

    /// <summary>The value, without which nothing starts.</summary>
    /// <param name="name">The option.</param>
    /// <param name="what">What it is for.</param>
    /// <exception cref="StartRefusedException">It is nowhere.</exception>
    public string Need(string name, string what) =>
        Find(name) ?? throw new StartRefusedException($"Give {name}, or NSDD311_{name.TrimStart('-').Replace('-', '_').ToUpperInvariant()} in the environment: {what}.");

    /// <summary>A port.</summary>
    /// <exception cref="StartRefusedException">It is none.</exception>
    public int Port(string name, int otherwise) =>
        Find(name) is not { } text ? otherwise
            : int.TryParse(text, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port
            : throw new StartRefusedException($"The option {name} is a port from 1 to 65535; '{text}' is none.");
}
