namespace Nsdd311.Runtime.Tests.Toy;

/// <summary>A counter that can be told to wake, and that may owe an amount to another counter: small, and it needs every part of the engine.</summary>
public abstract record TallyCommand
{
    private TallyCommand() { }

    public sealed record Add(int Amount) : TallyCommand;

    public sealed record AddEach(ValueList<int> Amounts) : TallyCommand;

    public sealed record WakeAt(DateTimeOffset? At) : TallyCommand;

    /// <summary>Gives an amount to another: owed until the other has answered.</summary>
    public sealed record Give(string To, int Amount) : TallyCommand;

    /// <summary>Pays: negative amounts are refused, so that an answer may be a refusal.</summary>
    public sealed record Receive(int Amount) : TallyCommand;

    public sealed record RecordAnswer(string ObligationId, string Answer) : TallyCommand;

    public sealed record CheckDeadline : TallyCommand;
}

public abstract record TallyEvent
{
    private TallyEvent() { }

    public sealed record Added(int Amount) : TallyEvent;

    public sealed record WakeSet(DateTimeOffset? At) : TallyEvent;

    public sealed record Woken(DateTimeOffset Due, DateTimeOffset Noticed, int Total) : TallyEvent;

    public sealed record Promised(Debt Debt) : TallyEvent;

    public sealed record Received(int Amount, string Charter) : TallyEvent;

    public sealed record Answered(string ObligationId, string Answer) : TallyEvent;
}

public sealed record Debt(string Id, string To, int Amount);

public abstract record TallyState
{
    private TallyState() { }

    public sealed record Blank : TallyState;

    public sealed record Counting(int Total, DateTimeOffset? WakeAt, ValueList<Debt> Debts, int Promises, ValueList<string> Answers) : TallyState;
}

public sealed record TooMuch(int Total, ValueList<AgencyId> Agencies) : Refusal("tally.too-much", $"The total would be {Total}; add less.");

public sealed record NotTaken() : Refusal("tally.not-taken", "A negative amount is not taken.");
