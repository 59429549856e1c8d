namespace Nsdd311;

/// <summary>What a decider answers: the facts to record, or the reason it will not.</summary>
/// <typeparam name="TEvent">The family of facts of the entity that decides.</typeparam>
public abstract record Decision<TEvent>
{
    private Decision() { }

    /// <summary>The command is allowed; these facts follow from it, in this order.</summary>
    /// <param name="Events">At least one for a person's command; may be empty for a wake or a repetition of the engine.</param>
    public sealed record Accepted(ValueList<TEvent> Events) : Decision<TEvent>;

    /// <summary>The rules say no. Nothing is recorded and nothing is bound.</summary>
    /// <param name="Reason">What stands in the way, and what would help.</param>
    public sealed record Refused(Refusal Reason) : Decision<TEvent>;

    /// <summary>The command is already satisfied; there is nothing new to record.</summary>
    public static Decision<TEvent> Nothing { get; } = new Accepted([]);

    /// <summary>Accepts with these facts.</summary>
    public static Decision<TEvent> Accept(params ReadOnlySpan<TEvent> events) => new Accepted([.. events]);

    /// <summary>Refuses for this reason.</summary>
    public static Decision<TEvent> Refuse(Refusal reason) => new Refused(reason);
}
