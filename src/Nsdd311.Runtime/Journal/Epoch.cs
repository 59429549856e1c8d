namespace Nsdd311.Runtime.Journal;

/// <summary>One loaded copy of an entity, as the writer knows it. Once failed it never writes again.</summary>
public sealed class Epoch
{
    private volatile bool failed;

    /// <summary>Whether an append of this copy failed: all that was decided after it stands on sand.</summary>
    public bool Failed => failed;

    /// <summary>Marks it failed, for ever.</summary>
    public void Fail() => failed = true;
}
