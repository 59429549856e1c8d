using Nsdd311.Charters;

namespace Nsdd311.Reciprocity;

/// <summary>What a plan would come to. Trying it changes nothing.</summary>
/// <param name="Contacts">What would become of each contact, in the plan's order.</param>
/// <param name="FirstBreach">The number of the contact whose hold is the first that would not pass; null if all pass.</param>
/// <param name="Balances">The balance after each contact that passes, by day.</param>
/// <param name="Restoring">What would bring each account that is touched back to zero at the end.</param>
public sealed record PlanOutcome(
    ValueList<PlannedOutcome> Contacts, int? FirstBreach, ValueList<PlannedBalance> Balances, ValueList<PlannedAddition> Restoring);

/// <summary>What would become of one contact of a plan.</summary>
/// <param name="Number">In the plan.</param>
/// <param name="HoldBy">The day on which its hold is asked for at the latest.</param>
/// <param name="Sum">The arithmetic, in every dimension.</param>
/// <param name="Breach">Why its hold would not pass; null if it passes.</param>
/// <param name="Remedy">What would help; null if it passes or nothing would.</param>
/// <param name="Stages">The latest days of its papers.</param>
public sealed record PlannedOutcome(
    int Number, DateOnly HoldBy, ValueList<BoundLine> Sum, Impediment? Breach, PlanRemedy? Remedy, ValueList<PlannedStage> Stages);

/// <summary>The balance of an account after a planned contact.</summary>
/// <param name="Number">The contact, in the plan.</param>
/// <param name="Pair">Whose ledger.</param>
/// <param name="Category">Which account.</param>
/// <param name="Day">The contact's last day.</param>
/// <param name="Dimensions">Events first.</param>
public sealed record PlannedBalance(int Number, PairId Pair, CategoryCode Category, DateOnly Day, ValueList<Tally> Dimensions);

/// <summary>Tries a plan against ledgers: each contact asks for its hold on its day, by the rules that would decide it then.</summary>
/// <remarks>
/// What is held now takes place as planned; what is blocked does not. Matters that wait in line now are left out: whether they come first is not
/// known. Waivers, lifted freezes and debts overdue count as they stand on the day of asking.
/// </remarks>
public sealed class PlanTrial
{
    private readonly Dictionary<PairId, PairState> ledgers;
    private readonly Context context;
    private readonly Dictionary<EntryId, PlannedContact> planned;
    private readonly List<PlannedBalance> balances = [];
    private readonly DateOnly today;

    private PlanTrial(IReadOnlyDictionary<PairId, PairState> ledgers, ValueList<PlannedContact> contacts, Context context)
    {
        planned = contacts.ToDictionary(contact => contact.Request.Entry);
        this.ledgers = ledgers.ToDictionary(ledger => ledger.Key, ledger => ledger.Value with { Line = [] });
        this.context = context;
        today = context.Charter.Calendar.DayOf(context.Now);
    }

    /// <summary>Tries the plan.</summary>
    /// <param name="ledgers">Of the pairs that the plan names; one that is missing is empty.</param>
    /// <param name="contacts">Contacts without a fault.</param>
    /// <param name="context">The instant and the charter; nobody acts.</param>
    public static PlanOutcome Try(IReadOnlyDictionary<PairId, PairState> ledgers, ValueList<PlannedContact> contacts, Context context) =>
        new PlanTrial(ledgers, contacts, context).Try(contacts);

    private PlanOutcome Try(ValueList<PlannedContact> contacts)
    {
        var asking = contacts.Select(contact => Asked(contact)).OrderBy(one => one.HoldBy).ThenBy(one => one.Contact.FirstDay).ThenBy(one => one.Contact.Number).ToList();
        var outcomes = asking.Select(one => Try(one.Contact, one.HoldBy, one.Stages)).ToList();
        foreach (var pair in ledgers.Keys.ToList()) TakePlace(pair, DateOnly.MaxValue);

        return new(
            outcomes.OrderBy(outcome => outcome.Number).ToValueList(), outcomes.FirstOrDefault(outcome => outcome.Breach is not null)?.Number,
            balances.OrderBy(balance => balance.Day).ThenBy(balance => balance.Number).ToValueList(), Restoring(contacts));
    }

    private (PlannedContact Contact, DateOnly HoldBy, ValueList<PlannedStage> Stages) Asked(PlannedContact contact)
    {
        var category = context.Charter.Find(contact.Category)!;
        var stages = PlanStages.Of(category, contact.FirstDay, today, context.Charter.Calendar);
        var held = context.Charter.Calendar.DayOf(stages.First(stage => stage.Stage == category.Reciprocity!.HoldAt).Suspense);
        return (contact, held > today ? held : today, stages);
    }

    private PlannedOutcome Try(PlannedContact contact, DateOnly holdBy, ValueList<PlannedStage> stages)
    {
        TakePlace(contact.Pair, holdBy);
        var asking = context with { Now = holdBy > today ? context.Charter.Calendar.StartOf(holdBy) : context.Now };
        var ledger = Ledger(contact.Pair);
        var verdict = Bound.Try(ledger, contact.Pair, contact.Request, asking);
        if (verdict.Impediment is { } breach)
            return new(contact.Number, holdBy, verdict.Sum, breach, PlanRemedy.For(ledger, contact, breach, holdBy, asking), stages);

        ledgers[contact.Pair] = PairDecider.Evolve(ledger, new PairEvent.HoldGranted(contact.Request, verdict.Sum));
        return new(contact.Number, holdBy, verdict.Sum, null, null, stages);
    }

    /// <summary>What is held and over before the day has taken place as it was planned.</summary>
    private void TakePlace(PairId pair, DateOnly before)
    {
        var ledger = Ledger(pair);
        foreach (var hold in ledger.Holds.Where(hold => hold.LastDay < before).OrderBy(hold => hold.LastDay).ToList())
        {
            var held = new ContactAsHeld(hold.FirstDay, hold.LastDay, hold.Units, new Standing.Counted(), null);
            ledger = PairDecider.Evolve(ledger, new PairEvent.Committed(LedgerContact.Of(hold, held, context.Charter), [], context.Now));
            if (planned.TryGetValue(hold.Entry, out var contact)) balances.Add(BalanceAfter(contact, ledger.Book(contact.Category)));
        }

        ledgers[pair] = ledger;
    }

    private PairState Ledger(PairId pair) => ledgers.GetValueOrDefault(pair) ?? PairState.Empty;

    private PlannedBalance BalanceAfter(PlannedContact contact, CategoryBook book) => new(
        contact.Number, contact.Pair, contact.Category, contact.LastDay,
        context.Charter.Find(contact.Category)!.Reciprocity!.Dimensions.Select(rule => Tally.Of(rule.Dimension, book.Contacts, book.Debts)).ToValueList());

    private ValueList<PlannedAddition> Restoring(ValueList<PlannedContact> contacts) => contacts
        .Select(contact => (contact.Pair, contact.Category)).Distinct()
        .Select(account => PlannedAddition.ToZero(account.Pair, Ledger(account.Pair), context.Charter.Find(account.Category)!))
        .OfType<PlannedAddition>().ToValueList();
}
