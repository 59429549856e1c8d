using Nsdd311.Settlement;
using static Nsdd311.Decision<Nsdd311.Runtime.Tests.Toy.TallyEvent>;
using static Nsdd311.Runtime.Tests.Toy.TallyCommand;
using static Nsdd311.Runtime.Tests.Toy.TallyEvent;
using static Nsdd311.Runtime.Tests.Toy.TallyState;

namespace Nsdd311.Runtime.Tests.Toy;

public sealed class TallyDecider : IDecider<TallyState, TallyCommand, TallyEvent>
{
    public const int Most = 1_000_000;

    public static TallyState Initial { get; } = new Blank();

    public static TallyCommand Wake { get; } = new CheckDeadline();

    public static Decision<TallyEvent> Decide(TallyState state, TallyCommand command, Context context)
    {
        var at = Of(state);
        return command switch
        {
            Add add => at.Total + add.Amount > Most ? Refuse(new TooMuch(at.Total + add.Amount, [AgencyId.Parse("DOD")])) : Accept(new Added(add.Amount)),
            AddEach each => Accept([.. each.Amounts.Select(amount => new Added(amount))]),
            WakeAt wake => Accept(new WakeSet(wake.At)),
            Give give => Accept(new Promised(new($"give-{at.Promises + 1}", give.To, give.Amount))),
            Receive receive => receive.Amount < 0 ? Refuse(new NotTaken()) : Accept(new Received(receive.Amount, context.Charter.Version.ToString())),
            RecordAnswer answer => at.Debts.Any(debt => debt.Id == answer.ObligationId) ? Accept(new Answered(answer.ObligationId, answer.Answer)) : Nothing,
            CheckDeadline => at.WakeAt is { } due && due <= context.Now ? Accept(new Woken(due, context.Now, at.Total)) : Nothing,
            _ => throw new InvalidOperationException($"{command} is no command."),
        };
    }

    public static TallyState Evolve(TallyState state, TallyEvent @event)
    {
        var at = Of(state);
        return @event switch
        {
            Added added => at with { Total = at.Total + added.Amount },
            WakeSet set => at with { WakeAt = set.At },
            Woken => at with { WakeAt = null },
            Promised promised => at with { Debts = at.Debts.Add(promised.Debt), Promises = at.Promises + 1 },
            Received received => at with { Total = at.Total + received.Amount },
            Answered answered => at with
            {
                Debts = at.Debts.Keep(debt => debt.Id != answered.ObligationId),
                Answers = at.Answers.Add($"{answered.ObligationId}: {answered.Answer}"),
            },
            _ => throw new InvalidOperationException($"{@event} is no event."),
        };
    }

    public static DateTimeOffset? NextWake(TallyState state) => Of(state).WakeAt;

    public static ValueList<Obligation> Owed(TallyState state) =>
        Of(state).Debts.Select(Obligation (debt) => new PayTally(debt.Id, debt.To, debt.Amount)).ToValueList();

    private static Counting Of(TallyState state) => state as Counting ?? new(0, null, [], 0, []);

    private sealed record PayTally(string Id, string To, int Amount) : Obligation(Id)
    {
        public override EntityId Creditor => new(Toys.Bound, To);

        public override object Payment => new Receive(Amount);

        public override object Answered(Answer answer) => new RecordAnswer(Id, answer switch
        {
            Answer.Accepted accepted => $"{string.Join(", ", accepted.Events.OfType<Received>().Select(received => received.Amount))} received",
            Answer.Refused refused => refused.Code,
            _ => throw new InvalidOperationException(),
        });
    }
}
