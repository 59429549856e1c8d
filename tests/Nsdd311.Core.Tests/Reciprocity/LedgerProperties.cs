using FsCheck;
using FsCheck.Fluent;
using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using static Nsdd311.Tests.Reciprocity.AnyLedger;

namespace Nsdd311.Tests.Reciprocity;

/// <summary>What holds in every life of a ledger. The bound is worked out here a second time, from the entries alone and in other words.</summary>
public sealed class LedgerProperties
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void No_hold_is_ever_granted_beyond_the_bound_and_the_waivers_in_force() => Always(moment =>
    {
        foreach (var (request, state) in Granted(moment))
            foreach (var rule in Rule(request).Dimensions.Where(_ => request.Direction is not Direction.ThirdCountry && Widens(request, moment.Before)))
                Worst(state, request, rule).Should().BeLessThanOrEqualTo(rule.Tolerance * 2 + Waived(state, request, rule, moment.Now), $"{rule.Dimension} of {request}");
    });

    [Fact]
    public void No_hold_is_granted_that_widens_an_overdue_debt_unless_the_freeze_is_lifted() => Always(moment =>
    {
        foreach (var (request, state) in Granted(moment).Where(granted => Widens(granted.Request, moment.Before) && !IsLifted(granted.After, granted.Request, moment.Now)))
            Balances.AsOf(state, Rules.Find(request.Category)!, DateOnly.MaxValue).OpenDebts
                .Count(open => open.Debt.OverdueAt <= moment.Now && IsOf(request.Direction, open.Debt)).Should().Be(0, $"{request}");
    });

    [Fact]
    public void Every_hold_that_waits_has_an_impediment_now() => Always(moment =>
    {
        if (moment.Events.Count == 0 || moment.Events[0] is PairEvent.HoldBlocked or PairEvent.MatterTold or PairEvent.Spoken or PairEvent.Dropped) return;

        foreach (var waiting in moment.After.Line)
            Bound.Try(moment.After, Academies, waiting, new(moment.Now, new Actor.Clock(), Rules)).Impediment.Should().NotBeNull($"{waiting}");
    });

    [Fact]
    public void Open_debts_are_the_balance_in_events_at_all_times_and_as_of_any_day() => Always(moment =>
    {
        foreach (var book in moment.After.Books)
            foreach (var day in new[] { DateOnly.MaxValue, DateOnly.FromDateTime(moment.Now.Date), new DateOnly(1989, 1, 1) })
            {
                var account = Balances.AsOf(moment.After, Rules.Find(book.Category)!, day);
                (account.OpenDebts.Count * 2).Should().Be(Math.Abs(account.Events.Given - account.Events.Received));
                account.OpenDebts.Select(open => open.Debt.Opened).Distinct().Count().Should().BeLessThanOrEqualTo(1);
            }
    });

    [Fact]
    public void Entries_only_move_forward_and_stand_once() => Always(moment =>
    {
        var after = moment.After;
        moment.Before.Released.Except(after.Released).Count().Should().Be(0, "what was given up stays given up");
        after.Holds.Concat(after.Line).Count(hold => after.Released.Contains(hold.Entry)).Should().Be(0, "and is neither held nor waiting");
        Entries(moment.Before).Except(Entries(after)).Count().Should().Be(0, "what was entered stays entered");
        Entries(after).Distinct().Count().Should().Be(Entries(after).Count, "once");
        after.Holds.Count(hold => Entries(after).Contains(hold.Entry)).Should().Be(0, "and is held no more");
        after.Holds.Select(hold => hold.Entry).Distinct().Count().Should().Be(after.Holds.Count);
    });

    [Fact]
    public void Facts_are_never_refused() => Always(moment =>
    {
        if (moment.Step.Command is PairCommand.Commit { Request.Entry: var entry } && moment.Before.Contact(entry) is null)
            moment.Events[0].Should().BeOfType<PairEvent.Committed>();
    });

    [Fact]
    public void Saying_it_twice_changes_no_balance() => Always(moment =>
    {
        var again = PairDecider.Decide(moment.After, moment.Step.Command, new(moment.Now, moment.Step.Actor, Rules));
        var after = again is Decision<PairEvent>.Accepted { Events: var events } ? events.Aggregate(moment.After, PairDecider.Evolve) : moment.After;
        after.Books.Select(book => (book.Category, book.Contacts, book.Debts)).Should().Equal(moment.After.Books.Select(book => (book.Category, book.Contacts, book.Debts)));
    });

    [Fact]
    public void The_order_of_posting_does_not_matter() => Prop.ForAll(Lives, steps =>
    {
        var contacts = Live(steps).Last().After.Books.SelectMany(book => book.Contacts).ToList();
        foreach (var account in contacts.GroupBy(contact => contact.Category))
        {
            var backwards = account.Reverse().Aggregate(CategoryBook.Empty(account.Key), (book, contact) => book.With(book.Contacts.Append(contact)));
            backwards.Debts.Should().Be(CategoryBook.Empty(account.Key).With(account).Debts);
        }
    }).Check(Often);

    [Fact]
    public void A_wake_is_harmless_early_late_and_twice() => Always(moment =>
    {
        if (moment.Step.Command is not PairCommand.CheckDeadline) return;

        foreach (var due in moment.Events.Select(DueAt).OfType<DateTimeOffset>()) due.Should().BeOnOrBefore(moment.Now);
        if (PairDecider.NextWake(moment.After) is { } wake) wake.Should().BeAfter(moment.Now);
    });

    [Fact]
    public void Nothing_is_permitted_that_an_agency_has_not_agreed_to() => Always(moment =>
    {
        foreach (var motion in moment.After.Motions.Where(motion => motion.Decision is { Granted: true }))
            Rules.Agencies.Should().OnlyContain(agency => motion.Voices.Last(voice => voice.Agency == agency.Id).Agrees, $"{motion.Number}");
    });

    [Fact]
    public void What_the_SIG_permitted_ends_once_and_at_its_instant() => Always(moment =>
    {
        foreach (var over in moment.Events.OfType<PairEvent.WaiverOver>())
        {
            var waiver = moment.Before.Waivers.Single(waiver => waiver.Number == over.Number);
            (waiver.IsOver, waiver.Until, over.Noticed).Should().Be((false, over.Due, moment.Now));
        }
    });

    private static DateTimeOffset? DueAt(PairEvent @event) => @event switch
    {
        PairEvent.DebtOverdue e => e.Due,
        PairEvent.DebtApproaching e => e.Due,
        PairEvent.WaiverOver e => e.Due,
        PairEvent.FreezeBack e => e.Due,
        PairEvent.OutOfBalance or PairEvent.BackInBalance or PairEvent.WaitingHoldGranted => null,
        _ => throw new ArgumentException($"A wake does not bring {@event}."),
    };

    /// <summary>From the motions alone: what was granted before and ends later.</summary>
    private static int Waived(PairState state, HoldRequest request, DimensionRule rule, DateTimeOffset now) => state.Motions
        .Where(motion => motion.Decision is { Granted: true } && motion.Relief is Relief.Waiver waiver && waiver.Category == request.Category && waiver.Until > now)
        .Sum(motion => ((Relief.Waiver)motion.Relief).Amount.Halves(rule.Dimension) ?? 0);

    private static bool IsLifted(PairState state, HoldRequest request, DateTimeOffset now) => state.Motions
        .Any(motion => motion.Decision is { Granted: true } && motion.Relief is Relief.LiftFreeze lift && lift.Category == request.Category && lift.Until > now);

    private static void Always(Action<Moment> holds) => Prop.ForAll(Lives, steps =>
    {
        foreach (var moment in Live(steps)) holds(moment);
    }).Check(Often);

    /// <summary>Every hold that the step granted, with the ledger right after it.</summary>
    private static IEnumerable<(HoldRequest Request, PairState After)> Granted(Moment moment)
    {
        var state = moment.Before;
        foreach (var @event in moment.Events)
        {
            state = PairDecider.Evolve(state, @event);
            if (@event is PairEvent.HoldGranted direct) yield return (direct.Request, state);
            if (@event is PairEvent.WaitingHoldGranted waited) yield return (waited.Request, state);
        }
    }

    /// <summary>Whether it takes more than it took: a re-pricing that asks no more may pass from outside the bound.</summary>
    private static bool Widens(HoldRequest request, PairState before) =>
        before.HoldOf(request.Entry) is not { } held || held.Category != request.Category || held.Direction != request.Direction
        || held.LastDay.Year != request.LastDay.Year || Rule(request).Dimensions.Any(rule => Takes(request, rule) > Takes(held, rule));

    /// <summary>The balance in the direction asked for if every hold this way took place and every hold the other way fell away.</summary>
    private static int Worst(PairState state, HoldRequest request, DimensionRule rule)
    {
        var account = Balances.AsOf(state, Rules.Find(request.Category)!, DateOnly.MaxValue);
        var balance = 0;
        var left = account.Contacts.Where(contact => contact.IsCounted).Select(contact => contact.Entry).ToHashSet();
        foreach (var couple in account.Settled)
        {
            var figures = (Figure(account, couple.Entry, rule), Figure(account, couple.By, rule));
            if (figures is (null, _) or (_, null)) left.ExceptWith([couple.Entry, couple.By]);
        }

        foreach (var contact in account.Contacts.Where(contact => left.Contains(contact.Entry)))
            balance += (contact.Units.Halves(rule.Dimension) ?? 0) * (contact.Direction == request.Direction ? 1 : -1);

        return balance + state.Holds.Where(hold => hold.Category == request.Category && hold.Direction == request.Direction).Sum(hold => Takes(hold, rule));
    }

    private static List<EntryId> Entries(PairState state) => state.Books.SelectMany(book => book.Contacts).Select(contact => contact.Entry).ToList();

    private static bool IsOf(Direction direction, Debt debt) => direction switch
    {
        Direction.Inbound => debt.Opened is CountsAs.Given,
        Direction.Outbound => debt.Opened is CountsAs.Received,
        _ => false,
    };

    private static int? Figure(AccountOnDay account, EntryId entry, DimensionRule rule) =>
        account.Contacts.Single(contact => contact.Entry == entry).Units.Halves(rule.Dimension);

    private static int Takes(HoldRequest hold, DimensionRule rule) =>
        rule.Dimension == Dimension.Events ? 2 : hold.Units.Halves(rule.Dimension) ?? rule.Most * 2;

    private static ReciprocityRule Rule(HoldRequest request) => Rules.Find(request.Category)!.Reciprocity!;
}
