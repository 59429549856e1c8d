using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;

namespace Nsdd311.Simulation.Invariants;

/// <summary>
/// Sessions are numbered 1, 2, 3 … per body and year; an item is decided when its matter took the decision and not otherwise; what a session did not decide is
/// on its way to another one.
/// </summary>
internal sealed class SessionsAndMattersAgree : Invariant
{
    private readonly Dictionary<(BodyKind Body, int Year), int> last = [];

    public override IEnumerable<string> See(Fact fact, Witness witness)
    {
        if (fact.Event is SessionBookEvent.SessionNumbered { Session: var numbered })
        {
            var series = (numbered.Body, numbered.Year);
            if (numbered.Number != last.GetValueOrDefault(series) + 1) yield return $"{numbered} follows number {last.GetValueOrDefault(series)}";
            last[series] = numbered.Number;
        }

        if (fact.Event is SessionEvent.ItemDecided decided && fact.After is SessionState.Known { Session: var session }
            && !HasTaken(session.Item(decided.Item)!.Subject, witness, session.Id, decided.Item))
            yield return $"item {decided.Item} is decided, and its matter or ledger took no decision";

        (SessionId Session, int Item)? taken = fact.Event switch
        {
            ProposalEvent.DecidedInSession e => (e.Session, e.Item),
            PairEvent.DecidedInSession e => (e.Session, e.Item),
            _ => null,
        };
        if (taken is var (by, item) && (witness.Chain(EntityId.Of(by)).State as SessionState.Known)?.Session.Item(item)?.Status is not ItemStatus.Asked)
            yield return $"it took a decision on item {item} of {by} that the session did not put to it";
    }

    public override IEnumerable<string> AtRest(Witness witness, DateTimeOffset now)
    {
        if (witness.Chains.Any(chain => chain.Kind.Owed(chain.State).Count > 0)) return [];

        return Undecided(witness).Concat(Lost(witness)).Concat(Ended(witness));
    }

    private static IEnumerable<string> Undecided(Witness witness) =>
        from chain in witness.Of(EntityKinds.Proposal)
        where chain.State is ProposalState.Lodged
        from taken in ((ProposalState.Lodged)chain.State).Matter.Sessions
        where Sessions(witness, taken.Session.Body).Single(session => session.Id == taken.Session).Item(taken.Item)!.Status is not ItemStatus.Decided
        select $"{chain.Entity} took a decision that item {taken.Item} of {taken.Session} does not show";

    /// <summary>Whatever was to return waits in the book, or stands on another agenda.</summary>
    private static IEnumerable<string> Lost(Witness witness) =>
        from body in Enum.GetValues<BodyKind>()
        let book = (SessionBookState)witness.Chain(EntityId.SessionBook(body)).State
        let sessions = Sessions(witness, body).ToList()
        from session in sessions
        from item in session.Items
        where item.Return is Errand.Done && !book.Waiting.Any(item.Subject.IsSameAs)
            && !sessions.Any(other => other.Id != session.Id && other.Items.Any(one => item.Subject.IsSameAs(one.Subject)))
        select $"item {item.Number} of {session.Id} was to return to its queue and is nowhere";

    /// <summary>What has ended stands on no agenda that is still to be decided, unless the item shows that it refused the decision for that.</summary>
    private static IEnumerable<string> Ended(Witness witness) =>
        from kind in (string[])[EntityKinds.IgSession, EntityKinds.SigSession]
        from chain in witness.Of(kind)
        where chain.State is SessionState.Scheduled or SessionState.AgendaClosed or SessionState.InSession or SessionState.Suspended
        from item in ((SessionState.Known)chain.State).Session.Items
        where item is { Status: ItemStatus.Open, IsLeft: true, Matter: { } matter }
            && witness.Chain(EntityId.Of(matter.Id)).State is ProposalState.Closed or ProposalState.Disapproved or ProposalState.Withdrawn or ProposalState.Lapsed
        select $"item {item.Number} of {chain.Entity} is open although its matter has ended";

    private static bool HasTaken(AgendaSubject subject, Witness witness, SessionId session, int item) => subject switch
    {
        AgendaMatter matter => witness.Chain(EntityId.Of(matter.Id)).State is ProposalState.Lodged { Matter.Sessions: var taken } && taken.Any(one => one.Session == session && one.Item == item),
        AgendaMotion motion => ((PairState)witness.Chain(EntityId.Of(motion.Pair)).State).Motion(motion.Number)?.Session is { } taken && taken.Session == session && taken.Item == item,
        _ => false,
    };

    private static IEnumerable<Session> Sessions(Witness witness, BodyKind body) =>
        witness.Of(body is BodyKind.Ig ? EntityKinds.IgSession : EntityKinds.SigSession).Select(chain => chain.State).OfType<SessionState.Known>().Select(known => known.Session);
}
