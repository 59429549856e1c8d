using System.Diagnostics;
using Nsdd311.Charters;
using Nsdd311.Settlement;
using static Nsdd311.Decision<Nsdd311.Reciprocity.PairEvent>;
using static Nsdd311.Reciprocity.PairCommand;

namespace Nsdd311.Reciprocity;

/// <summary>The ledger of a counterpart pair: the only place where strict reciprocity is decided (8-charter, section 1, Ledger).</summary>
/// <remarks>
/// Permissions are refused or wait; facts are never refused. What is not yet settled waits in line and is told, oldest first, when the ledger
/// allows it. Holds and entries come from other entities; baselines, corrections and agreed dates from the executive secretary.
/// </remarks>
public sealed class PairDecider : IDecider<PairState, PairCommand, PairEvent>
{
    private PairDecider() { }

    /// <inheritdoc />
    public static PairState Initial { get; } = PairState.Empty;

    /// <inheritdoc />
    public static PairCommand Wake { get; } = new CheckDeadline();

    /// <inheritdoc />
    public static Decision<PairEvent> Decide(PairState state, PairCommand command, Context context) => NotEntitled(command, context.Actor) is { } refusal
        ? Refuse(refusal)
        : command switch
        {
            Hold c            => DecideHold(state, c.Pair, c.Request, context),
            Reprice c         => DecideHold(state, c.Pair, c.Request, context),
            Release c         => DecideRelease(state, c, context),
            Commit c          => DecideCommit(state, c, context),
            RecordTold c      => DecideTold(state, c, context),
            PostLot c         => Clerk.DecideLot(state, c, context),
            EnterBaseline c   => Clerk.DecideBaseline(state, c, context),
            Correct c         => Clerk.DecideCorrection(state, c, context),
            AgreeReturnDate c => Clerk.DecideReturnDate(state, c, context),
            Move c            => Motions.DecideMove(state, c, context),
            Speak c           => Motions.DecideSpeak(state, c, context),
            Grant c           => Motions.DecideGrant(state, c, context),
            DecideInSession c => Motions.DecideInSession(state, c, context),
            Drop c            => Motions.DecideDrop(state, c, context),
            CheckDeadline     => DecideDeadline(state, context),
            _ => throw new UnreachableException($"{command} reached a ledger."),
        };

    /// <inheritdoc />
    public static PairState Evolve(PairState state, PairEvent @event) => PairFold.Evolve(state, @event);

    /// <inheritdoc />
    public static DateTimeOffset? NextWake(PairState state) => Watching.NextWake(state);

    /// <inheritdoc />
    public static ValueList<Obligation> Owed(PairState state) =>
        state.Tellings.Map(static telling => (Obligation)new TellHold(telling.Id, ProposalId.Parse(telling.Entry.Value), telling.Entry, telling.Sum));

    /// <summary>A fact, then what it does to balances, then the waiting holds that it helps: one append.</summary>
    internal static Decision<PairEvent> Record(PairState state, PairId? pair, PairEvent fact, Context context) => Record(state, pair, [fact], context);

    internal static Decision<PairEvent> Record(PairState state, PairId? pair, ValueList<PairEvent> facts, Context context)
    {
        List<PairEvent> events = [];
        foreach (var fact in facts) Append(fact);
        if (state.Pair is null && pair is { } id) Append(new PairEvent.LedgerOpened(id));
        if (Watching.Missing(state, context) is { } watched) Append(watched);
        foreach (var change in Standings.Changes(state, context)) Append(change);
        if (events[0] is not PairEvent.HoldBlocked)
            foreach (var move in Line.Moves(state, context)) Append(move);

        return new Accepted(events.ToValueList());

        void Append(PairEvent @event)
        {
            state = Evolve(state, @event);
            events.Add(@event);
        }
    }

    private static Refusal? NotEntitled(PairCommand command, Actor actor) => command switch
    {
        CheckDeadline => null,
        Move or Speak or Grant or Drop or DecideInSession => Motions.NotEntitled(command, actor),
        EnterBaseline or Correct or AgreeReturnDate =>
            actor.Seated is { Kind: SeatKind.ExecutiveSecretary } ? null : new NotEntitled("keeping the ledger by hand", ["executive-secretary"]),
        _ => actor is Actor.Entity ? null : new NotEntitled("holding, releasing and entering units", ["the matter or the import itself"]),
    };

    private static Decision<PairEvent> DecideHold(PairState state, PairId pair, HoldRequest request, Context context)
    {
        if (!ProposalId.TryParse(request.Entry.Value, null, out _)) return Refuse(new NotAMattersEntry(request.Entry));
        if (state.Released.Contains(request.Entry)) return Refuse(new HoldWasReleased(request.Entry));
        if (state.Contact(request.Entry) is not null) return Refuse(new EntryCommitted(request.Entry));

        var verdict = Bound.Try(state, pair, request, context);
        return Record(state, pair, verdict.Impediment is { } impediment
            ? new PairEvent.HoldBlocked(request, impediment)
            : new PairEvent.HoldGranted(request, verdict.Sum), context);
    }

    private static Decision<PairEvent> DecideRelease(PairState state, Release release, Context context)
    {
        if (state.Released.Contains(release.Entry)) return Nothing;
        if (state.Contact(release.Entry) is not null) return Refuse(new EntryCommitted(release.Entry));

        return Record(state, null, new PairEvent.HoldReleased(release.Entry, release.Reason), context);
    }

    private static Decision<PairEvent> DecideCommit(PairState state, Commit commit, Context context)
    {
        if (!commit.Held.Units.ArePlausible) return Refuse(new FigureImplausible("units"));
        if (state.Contact(commit.Request.Entry) is { } entered)
            return entered.Held == commit.Held ? Nothing : Refuse(new EntryCommitted(commit.Request.Entry));

        var above = state.HoldOf(commit.Request.Entry) is { } hold ? Above(hold.Units, commit.Held.Units) : [];
        var contact = LedgerContact.Of(commit.Request, commit.Held, context.Charter);
        return Record(state, commit.Pair, new PairEvent.Committed(contact, above, context.Now), context);
    }

    private static ValueList<Measure> Above(Units held, Units actual) => actual.Measures
        .Where(measure => measure.Dimension != Dimension.Events && measure.Halves > held.Halves(measure.Dimension))
        .Select(measure => measure with { Halves = measure.Halves - held.Halves(measure.Dimension)!.Value })
        .ToValueList();

    private static Decision<PairEvent> DecideTold(PairState state, RecordTold told, Context context)
    {
        if (state.Tellings.FirstOrDefault(telling => telling.Id == told.ObligationId) is not { } telling) return Nothing;

        var recorded = new PairEvent.MatterTold(told.ObligationId, told.RefusedWith);
        if (told.RefusedWith is null || state.HoldOf(telling.Entry) is null) return Accept(recorded);

        // A hold that its matter would not have any more must not stand in the way of others.
        var release = Record(Evolve(state, recorded), null, new PairEvent.HoldReleased(telling.Entry, told.RefusedWith), context);
        return new Accepted(((PairEvent[])[recorded, .. ((Accepted)release).Events]).ToValueList());
    }

    private static Decision<PairEvent> DecideDeadline(PairState state, Context context)
    {
        var due = Watching.Due(state, context).ToValueList();
        return due.Count == 0 ? Nothing : Record(state, null, due, context);
    }
}
