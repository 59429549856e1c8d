using System.Globalization;
using Nsdd311.Runtime.Hosting;
using Nsdd311.Web.Exercise;

namespace Nsdd311.Standalone;

/// <summary>What the process is asked to do.</summary>
public enum Verb
{
    /// <summary>Serve.</summary>
    Serve,

    /// <summary>Check every chain of the journal.</summary>
    Verify,

    /// <summary>Say what can be asked.</summary>
    Help,
}

/// <summary>How the process was started.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Urls">Where to listen, separated by semicolons; loopback only.</param>
/// <param name="Data">The folder of the store.</param>
/// <param name="Journal">How to reach the PostgreSQL that keeps the journal; null for a file in the folder. It may hold a secret: it is never printed.</param>
/// <param name="Charter">The charter's file; null for the one of NSDD-311.</param>
/// <param name="Clock">Where the exercise clock starts; null for real time.</param>
public sealed record Options(Verb Verb, string Urls, string Data, string? Journal, string? Charter, DateTimeOffset? Clock)
{
    /// <summary>What holds without any argument.</summary>
    public static Options Usual { get; } = new(Verb.Serve, "http://127.0.0.1:5311", "./data", null, null, null);

    /// <summary>Where the journal is, for a message.</summary>
    public string Store => Journal is null ? $"'{Data}'" : "the database";

    /// <summary>How to name another one.</summary>
    public string OtherStore => Journal is null ? "name another folder with --data" : "name another database with --journal";

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="StartRefusedException">One of them is unknown or makes no sense.</exception>
    public static Options Parse(IReadOnlyList<string> args)
    {
        var options = Usual;
        for (var i = 0; i < args.Count; i++)
        {
            options = args[i] switch
            {
                "verify" => options with { Verb = Verb.Verify },
                "--help" or "-h" or "help" => options with { Verb = Verb.Help },
                "--urls" => options with { Urls = Loopback(Value(args, ref i)) },
                "--data" => options with { Data = Value(args, ref i) },
                "--journal" => options with { Journal = Value(args, ref i) },
                "--charter" => options with { Charter = Value(args, ref i) },
                "--clock" => options with { Clock = Instant(Value(args, ref i)) },
                var unknown => throw new StartRefusedException($"There is no option '{unknown}'; --help lists them."),
            };
        }

        return options;
    }

    private static string Value(IReadOnlyList<string> args, ref int index) =>
        ++index < args.Count && args[index].Length > 0 ? args[index] : throw new StartRefusedException($"The option {args[index - 1]} needs a value.");

    private static DateTimeOffset Instant(string text) =>
        Written(text) is var instant && ExerciseClock.Reaches(instant)
            ? instant
            : throw new StartRefusedException($"The exercise clock reaches from {ExerciseClock.FirstYear} to {ExerciseClock.LastYear}; '{text}' is outside.");

    private static DateTimeOffset Written(string text) =>
        text.Length >= 20 && (text[^1] is 'Z' || text[^6] is '+' or '-') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : throw new StartRefusedException($"'{text}' is no instant with its offset, such as 1989-10-16T09:00:00-04:00.");

    /// <summary>Local sign-in makes anybody of the roster out of whoever reads the key: it is not offered to a network.</summary>
    private static string Loopback(string text)
    {
        var urls = Listening.At("--urls", text);
        return Listening.IsLoopback(urls)
            ? urls
            : throw new StartRefusedException($"Local sign-in listens on loopback only; '{text}' is not. Use http://127.0.0.1:5311 or http://localhost:5311.");
    }
}
