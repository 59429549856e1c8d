namespace Nsdd311.Bench.Load;

/// <summary>The command line: one word, then <c>--name value</c>, some of them more than once.</summary>
internal sealed class Options
{
    private readonly List<(string Name, string Value)> pairs = [];

    public Options(string[] args)
    {
        Word = args is [var word, ..] ? word : "";
        for (var i = 1; i + 1 < args.Length; i += 2) pairs.Add((args[i].TrimStart('-'), args[i + 1]));
    }

    public string Word { get; }

    public static int Usage()
    {
        Console.Error.WriteLine("load charter|compare|fill|storm|check|plan --name value …; see bench/run.sh");
        return 2;
    }

    public string Text(string name) => Find(name) ?? throw new ArgumentException($"--{name} is missing.");

    public string? Find(string name) => pairs.LastOrDefault(pair => pair.Name == name).Value;

    public IEnumerable<string> All(string name) => pairs.Where(pair => pair.Name == name).Select(pair => pair.Value);

    public int Number(string name, int otherwise) => Find(name) is { } value ? int.Parse(value) : otherwise;

    public IReadOnlyList<int> Numbers(string name, string otherwise) => [.. (Find(name) ?? otherwise).Split(',').Select(int.Parse)];
}
