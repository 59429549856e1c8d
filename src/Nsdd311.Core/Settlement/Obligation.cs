namespace Nsdd311.Settlement;

/// <summary>Something that another entity is still owed because of the state an entity is in.</summary>
/// <remarks>
/// Once asked it leaves the state only by a recorded answer. Paying it twice posts it once, because the payment's command id is made of
/// the debtor and <see cref="Id"/>.
/// </remarks>
/// <param name="Id">Unique in the debtor for ever: <c>hold-1</c>.</param>
public abstract record Obligation(string Id)
{
    /// <summary>Whom it is owed to.</summary>
    public abstract EntityId Creditor { get; }

    /// <summary>The creditor's command that pays it.</summary>
    public abstract object Payment { get; }

    /// <summary>The debtor's own command that records the answer.</summary>
    public abstract object Answered(Answer answer);
}

/// <summary>What a creditor answered to a payment, after its own commit.</summary>
public abstract record Answer
{
    private Answer() { }

    /// <summary>Accepted, with the facts that the creditor recorded for it; the same facts however often it is paid.</summary>
    public sealed record Accepted(ValueList<object> Events) : Answer;

    /// <summary>Refused for good.</summary>
    public sealed record Refused(string Code, string Because) : Answer;
}
