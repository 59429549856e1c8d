using Nsdd311.Charters;
using Nsdd311.Marking;

namespace Nsdd311.Contacts;

/// <summary>What may be asked of a contact that is kept and never counted. Its key is the UUID of the command that enters it.</summary>
public abstract record ContactCommand
{
    private ContactCommand() { }

    /// <summary>The executive secretary enters it.</summary>
    /// <param name="Id">Its key, by which the lists refer to it.</param>
    /// <param name="Kind">A word of <see cref="ContactKinds"/>.</param>
    /// <param name="Pair">The pair that it concerns; null if none.</param>
    /// <param name="From">Its first day.</param>
    /// <param name="To">Its last day.</param>
    /// <param name="Title">What it was.</param>
    /// <param name="Doubt">What is doubtful about it; null if nothing is.</param>
    public sealed record Record(Guid Id, string Kind, PairId? Pair, DateOnly From, DateOnly To, MarkedText Title, MarkedText? Doubt) : ContactCommand;

    /// <summary>Sent by the engine; such a contact has no deadline.</summary>
    public sealed record CheckDeadline : ContactCommand;
}

/// <summary>The kinds of contact that are kept and never counted.</summary>
public static class ContactKinds
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public static ValueList<string> All { get; } = ["incident", "courtesy-call", "legislative", "unofficial", "summit"];
}
