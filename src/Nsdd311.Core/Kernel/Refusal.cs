namespace Nsdd311;

/// <summary>A refusal is an answer, not an error: the caller asked for something the rules do not allow.</summary>
/// <remarks>
/// Every further property of a derived record is a fact for the caller: the gateway shows it as a member of the problem.
/// A fact never names a matter that the caller may not know of.
/// </remarks>
/// <param name="Code">Stable and public. Listed, in order of precedence, in docs/REFUSALS.md.</param>
/// <param name="Because">One sentence for a human that says what to do.</param>
public abstract record Refusal(string Code, string Because)
{
    /// <summary>Which kind of no this is. The gateway derives the status from it and from nothing else.</summary>
    public virtual RefusalKind Kind => RefusalKind.Process;
}

/// <summary>The kinds of refusal, in the order in which they are looked for.</summary>
public enum RefusalKind
{
    /// <summary>The request itself cannot be understood (400).</summary>
    Malformed,

    /// <summary>There is no such entity for this reader (404).</summary>
    Absent,

    /// <summary>The acting seat may not do this (403).</summary>
    Seat,

    /// <summary>Well formed, but it breaks a rule of form; a field is named (422).</summary>
    Form,

    /// <summary>Well formed, but the process does not allow it now (409).</summary>
    Process,
}
