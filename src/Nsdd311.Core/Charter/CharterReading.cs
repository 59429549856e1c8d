namespace Nsdd311.Charters;

/// <summary>What became of a charter file: the charter, or every fault in it.</summary>
public abstract record CharterReading
{
    private CharterReading() { }

    /// <summary>The file is a charter.</summary>
    /// <param name="Charter">What it says.</param>
    public sealed record Sound(Charter Charter) : CharterReading;

    /// <summary>The file is none; no process starts on it.</summary>
    /// <param name="Faults">All of them, at least one, in the order in which they were met.</param>
    public sealed record Faulty(ValueList<CharterFault> Faults) : CharterReading;
}

/// <summary>Something that is wrong in a charter file.</summary>
/// <param name="Path">Where, as a JSON path: <c>$.categories[3].stages[0].suspense</c>.</param>
/// <param name="Because">What is wrong and what belongs there, in one sentence.</param>
public sealed record CharterFault(string Path, string Because)
{
    /// <inheritdoc />
    public override string ToString() => $"{Path}: {Because}";
}

/// <summary>Looks for faults by their place.</summary>
internal static class CharterFaultSearch
{
    /// <summary>Whether anything is wrong with an element of the list at this path.</summary>
    public static bool IsWithin(this IEnumerable<CharterFault> faults, string path) => faults.Any(fault => fault.Path.StartsWith($"{path}[", StringComparison.Ordinal));
}
