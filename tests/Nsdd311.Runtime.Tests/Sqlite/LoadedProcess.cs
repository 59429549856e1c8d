using System.Diagnostics;
using System.Globalization;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Sqlite;

namespace Nsdd311.Runtime.Tests.Sqlite;

/// <summary>A process of its own that works on a store until it is killed, and says aloud what was acknowledged.</summary>
public static class LoadedProcess
{
    private const int Clients = 16;

    /// <summary>This assembly started as a program: <c>dotnet Nsdd311.Runtime.Tests.dll FOLDER NAME</c>.</summary>
    public static async Task Main(string[] args)
    {
        await using var journal = SqliteJournal.Open(args[0], TimeProvider.System);
        await using var runtime = new LocalRuntime(journal, Toys.Model, new Shelf(Toys.Charter), new EverybodySeated(), null, TimeProvider.System);
        await runtime.Start(default);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Work(runtime, $"{args[1]}-{client}")));
    }

    /// <summary>The command that a key stands for; every fifth gives something to another entity.</summary>
    public static CommandEnvelope Command(string key) => new(
        new(Toys.Bound, $"n{key.Length % 3}"), key.EndsWith('5') ? new TallyCommand.Give("two", 1) : new TallyCommand.Add(1), CommandId.Of("load", key), "sha256:l", Toys.Chair);

    /// <summary>Runs such a process, kills it after so many answers, and returns what it had acknowledged.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> KillAfter(string folder, string name, int answers)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LoadedProcess).Assembly.Location, folder, name]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        Dictionary<string, long> acknowledged = [];
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            // A line that was cut off by the kill was not heard.
            if (line.Split(' ') is [var key, var version, "."]) acknowledged[key] = long.Parse(version, CultureInfo.InvariantCulture);
            if (acknowledged.Count == answers) process.Kill();
        }

        await process.WaitForExitAsync();
        return acknowledged;
    }

    private static async Task Work(LocalRuntime runtime, string client)
    {
        for (var i = 0; ; i++)
        {
            var key = $"{client}-{i}";
            if (await runtime.Execute(Command(key), default) is Reply.Accepted accepted) Console.WriteLine($"{key} {accepted.Version} .");
        }
    }
}
