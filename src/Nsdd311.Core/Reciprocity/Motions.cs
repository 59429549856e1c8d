using System.Diagnostics;
using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Sessions;
using static Nsdd311.Decision<Nsdd311.Reciprocity.PairEvent>;
using static Nsdd311.Reciprocity.PairCommand;

namespace Nsdd311.Reciprocity;

/// <summary>How the SIG permits what the rules do not: a member moves it, each agency speaks, the chair grants it by paper if all agree, or in session.</summary>
internal static class Motions
{
    /// <summary>The refusal that the acting seat earns; null if it may.</summary>
    public static Refusal? NotEntitled(PairCommand command, Actor actor) => (command, actor.Seated?.Kind) switch
    {
        (Move, SeatKind.SigChair or SeatKind.SigMember or SeatKind.SigAlternate) => null,
        (Move { Relief: Relief.Waiver }, _) => new WaiverSigOnly(),
        (Move { Relief: Relief.LiftFreeze }, _) => new FreezeSigOnly(),
        (Move, _) => new DebtSigOnly(),
        (DecideInSession decide, _) => actor is Actor.Entity { Id.Key: var key } && key == decide.Decision.Session.ToString()
            ? null
            : new NotEntitled("deciding in session", ["the session"]),
        (Speak, SeatKind.SigMember or SeatKind.SigAlternate) => null,
        (Speak, _) => new NotEntitled("speaking for an agency in the SIG", ["sig-member", "sig-alternate"]),
        (_, SeatKind.SigChair) => null,
        _ => new NotEntitled("deciding for the SIG", ["sig-chair"]),
    };

    public static Decision<PairEvent> DecideMove(PairState state, Move move, Context context)
    {
        if (string.IsNullOrWhiteSpace(move.Reason.Text)) return Refuse(new ReasonMissing("reason"));
        if (FaultOf(move.Relief, state, move.Pair, context) is { } fault) return Refuse(fault);

        var person = ((Actor.Person)context.Actor).Id;
        // Who moves something agrees to it. The chair alone has no voice; as a member of the SIG that person has one.
        ValueList<Voice> voices = context.Actor.Seated is { Agency: { } agency } ? [new(agency, true, null, person, context.Now)] : [];
        var seats = context.Charter.Agencies.Select(one => new Seat(SeatKind.SigMember, one.Id)).Append(new(SeatKind.SigChair)).ToValueList();
        return PairDecider.Record(state, move.Pair, new PairEvent.Moved(
            new(state.Motions.Count + 1, move.Relief, move.Reason, person, context.Now, voices, null), seats), context);
    }

    public static Decision<PairEvent> DecideSpeak(PairState state, Speak speak, Context context)
    {
        if (NotOpen(state, speak.Motion) is { } refusal) return Refuse(refusal);
        if (!speak.Agrees && string.IsNullOrWhiteSpace(speak.Objection?.Text)) return Refuse(new ObjectionMissing());

        var (agency, person) = (context.Actor.Seated!.Value.Agency!.Value, ((Actor.Person)context.Actor).Id);
        return Accept(new PairEvent.Spoken(speak.Motion, new(agency, speak.Agrees, speak.Agrees ? null : speak.Objection, person, context.Now)));
    }

    public static Decision<PairEvent> DecideGrant(PairState state, Grant grant, Context context)
    {
        if (NotOpen(state, grant.Motion) is { } refusal) return Refuse(refusal);

        var motion = state.Motion(grant.Motion)!;
        if (FaultOf(motion.Relief, state, state.Pair!.Value, context) is { } fault) return Refuse(fault);

        var apart = context.Charter.Table.Keep(agency => motion.Standing(agency) is not { Agrees: true });
        return apart.Count > 0 ? Refuse(new NotUnanimous(apart)) : PairDecider.Record(state, null, Permitted(motion, state, context), context);
    }

    /// <summary>In session the chair decides with its quorum: only an objection stands in the way of granting, silence and absence do not.</summary>
    public static Decision<PairEvent> DecideInSession(PairState state, DecideInSession decide, Context context)
    {
        if (NotOpen(state, decide.Motion) is { } refusal) return Refuse(refusal);

        var motion = state.Motion(decide.Motion)!;
        var agencies = context.Charter.Table;
        if (NotInSession(motion, decide.Decision, agencies, state, context) is { } hindrance) return Refuse(hindrance);

        var by = decide.Decision;
        var taken = new PairEvent.DecidedInSession(motion.Number, by.Session, by.Item, agencies.Select(agency => Voiced(agency, motion.Standing(agency))).ToValueList(), by.By, context.Now);
        return by.Ruling is BodyRuling.Grant
            ? PairDecider.Record(state, null, [taken, Permitted(motion, state, context)], context)
            : Accept(taken, new PairEvent.Dropped(motion.Number, context.Now));
    }

    private static Refusal? NotInSession(Motion motion, SessionDecision decision, ValueList<AgencyId> agencies, PairState state, Context context)
    {
        if (decision.Session.Body is not BodyKind.Sig || !decision.Ruling.IsOfMotion) return new MotionSigOnly();
        if (decision.Ruling is BodyRuling.Drop) return null;

        var objecting = agencies.Keep(agency => motion.Standing(agency) is { Agrees: false });
        return objecting.Count > 0 ? new MotionObjected(objecting) : FaultOf(motion.Relief, state, state.Pair!.Value, context);
    }

    /// <summary>An objection to a motion names no cure of its own: that it is dropped would cure it.</summary>
    private static VoicedPosition Voiced(AgencyId agency, Voice? voice) => voice switch
    {
        null => new(agency, null, null),
        { Agrees: true } => new(agency, new Stand.Concur(), null),
        { Objection: { } objection } => new(agency, new Stand.Nonconcur(objection, objection), objection),
        _ => throw new UnreachableException($"{voice} objects nothing."),
    };

    public static Decision<PairEvent> DecideDrop(PairState state, Drop drop, Context context) =>
        NotOpen(state, drop.Motion) is { } refusal ? Refuse(refusal) : Accept(new PairEvent.Dropped(drop.Motion, context.Now));

    private static Refusal? NotOpen(PairState state, int number) => state.Motion(number) switch
    {
        null => new MotionUnknown(number),
        { Decision: { } decision } => new MotionEnded(number, decision.Granted),
        _ => null,
    };

    /// <summary>What stands in the way of the relief, when it is moved and again when it is granted: meanwhile time went by.</summary>
    private static Refusal? FaultOf(Relief relief, PairState state, PairId pair, Context context) => relief switch
    {
        Relief.Waiver waiver => FaultOf(waiver, pair, context),
        Relief.LiftFreeze lift => FaultOf(lift, state, pair, context),
        Relief.WriteOff off => Debt(off.Debt, state).Fault,
        Relief.Carry carry when Debt(carry.Debt, state) is { Fault: { } fault } => fault,
        Relief.Carry carry => Clerk.DayFault(carry.ReturnBy, state.Contact(state.Entered[carry.Debt - 1])!.Held.LastDay),
        _ => throw new UnreachableException($"The SIG does not permit {relief}."),
    };

    private static Refusal? FaultOf(Relief.Waiver waiver, PairId pair, Context context)
    {
        if (!Bound.IsOpen(pair, waiver.Category, context.Charter) || context.Charter.Find(waiver.Category)?.Reciprocity is not { } rule) return new CategoryNotOpen(waiver.Category.Value);

        var dimensions = rule.Dimensions.Select(dimension => dimension.Dimension).ToValueList();
        var amounts = waiver.Amount.Measures;
        if (amounts.Count == 0 || !amounts.All(amount => amount.Halves is > 0 and <= 20_000 && dimensions.Contains(amount.Dimension))) return new WaiverAmount("amount", dimensions);

        return waiver.Until > context.Now ? null : new WaiverExpired(waiver.Until);
    }

    private static Refusal? FaultOf(Relief.LiftFreeze lift, PairState state, PairId pair, Context context)
    {
        if (!Bound.IsOpen(pair, lift.Category, context.Charter) || context.Charter.Find(lift.Category)?.Reciprocity is null) return new CategoryNotOpen(lift.Category.Value);
        if (!state.Book(lift.Category).Debts.Open.Any(debt => debt.OverdueAt <= context.Now)) return new NothingFrozen(lift.Category);

        return lift.Until > context.Now ? null : new LiftExpired(lift.Until);
    }

    private static (Refusal? Fault, LedgerContact? Contact) Debt(int number, PairState state)
    {
        if (number < 1 || number > state.Entered.Count) return (new DebtUnknown(number), null);

        var contact = state.Contact(state.Entered[number - 1])!;
        var isOpen = state.Book(contact.Category).Debts.Open.Any(debt => debt.Entry == contact.Entry);
        return isOpen ? (null, contact) : (new DebtNotOpen(number), null);
    }

    private static PairEvent Permitted(Motion motion, PairState state, Context context)
    {
        var (number, now) = (motion.Number, context.Now);
        return motion.Relief switch
        {
            Relief.Waiver waiver => new PairEvent.Waived(new(number, waiver.Category, waiver.Amount, motion.Reason, now, waiver.Until, false)),
            Relief.LiftFreeze lift => new PairEvent.FreezeLifted(new(number, lift.Category, motion.Reason, now, lift.Until, false)),
            Relief.WriteOff off => new PairEvent.DebtWrittenOff(number, state.Entered[off.Debt - 1], motion.Reason, now),
            Relief.Carry carry => new PairEvent.DebtCarried(
                number, state.Entered[carry.Debt - 1], carry.ReturnBy, ReturnDates.OverdueAt(carry.ReturnBy, context.Charter), motion.Reason, now),
            _ => throw new UnreachableException($"The SIG does not permit {motion.Relief}."),
        };
    }
}
