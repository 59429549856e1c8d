namespace Nsdd311.Charters;

/// <summary>The codes that a charter file declares, those of faulty entries too, so that one fault does not look like many.</summary>
internal sealed class Declared<T>(string what)
    where T : struct
{
    private readonly HashSet<T> codes = [];

    /// <summary>How many there are.</summary>
    public int Count => codes.Count;

    /// <summary>Declares the code that a member held; a second time is a fault.</summary>
    public T Add(Members members, string name, T code)
    {
        if (!code.Equals(default(T)) && !codes.Add(code)) members.Fault(name, $"is the code of another {what} too; codes are unique.");
        return code;
    }

    /// <summary>Whether the file declares the code.</summary>
    public bool Has(T code) => codes.Contains(code);
}
