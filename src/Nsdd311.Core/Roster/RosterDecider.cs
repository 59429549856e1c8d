using System.Diagnostics;
using Nsdd311.Marking;
using Nsdd311.Settlement;
using static Nsdd311.Decision<Nsdd311.Roster.RosterEvent>;

namespace Nsdd311.Roster;

/// <summary>SIG members appoint the IG members of their own agency and nobody else's (8-charter, annex B).</summary>
public sealed class RosterDecider : IDecider<RosterState, RosterCommand, RosterEvent>
{
    private RosterDecider() { }

    /// <inheritdoc />
    public static RosterState Initial { get; } = new([]);

    /// <inheritdoc />
    public static RosterCommand Wake { get; } = new RosterCommand.CheckDeadline();

    /// <inheritdoc />
    public static Decision<RosterEvent> Decide(RosterState state, RosterCommand command, Context context) => command switch
    {
        RosterCommand.Found found => DecideFound(state, found, context),
        RosterCommand.Appoint appoint => DecideAppoint(state, appoint, context),
        RosterCommand.Relieve relieve => DecideRelieve(state, relieve, context),
        RosterCommand.CheckDeadline => Nothing,
        _ => throw new UnreachableException($"{command} reached the roster."),
    };

    /// <inheritdoc />
    public static RosterState Evolve(RosterState state, RosterEvent @event) => @event switch
    {
        RosterEvent.Founded e => new(e.Appointments.Select(appointment => new Holder(appointment, e.At)).ToValueList()),
        RosterEvent.Appointed e => new(state.Holders.Add(new(e.Appointment, e.At))),
        RosterEvent.Relieved e => new(state.Holders.Keep(holder => holder.Appointment.Seat != e.Seat || holder.Appointment.Person != e.Person)),
        _ => throw new UnreachableException($"{@event} cannot follow {state}."),
    };

    /// <inheritdoc />
    public static DateTimeOffset? NextWake(RosterState state) => null;

    /// <inheritdoc />
    public static ValueList<Obligation> Owed(RosterState state) => [];

    private static Decision<RosterEvent> DecideFound(RosterState state, RosterCommand.Found found, Context context)
    {
        if (context.Actor is Actor.Person) return Refuse(new NotEntitled("founding the roster", ["the engine"]));
        if (state.Holders.Count > 0) return Refuse(new AlreadyFounded());

        return Accept(new RosterEvent.Founded(found.Appointments, context.Now));
    }

    private static Decision<RosterEvent> DecideAppoint(RosterState state, RosterCommand.Appoint appoint, Context context)
    {
        var (seat, person, _) = appoint.Appointment;
        if (MayNotFill(seat, appoint.Reference, context) is { } refusal) return Refuse(refusal);
        if (state.Holds(person, seat)) return Refuse(new AlreadyHeld(seat.ToString(), person));
        if (seat.Kind is SeatKind.IgMember or SeatKind.SigMember && state.IsFilled(seat)) return Refuse(new SeatTaken(seat.ToString()));

        return Accept(new RosterEvent.Appointed(appoint.Appointment, appoint.Reference, context.Now));
    }

    private static Decision<RosterEvent> DecideRelieve(RosterState state, RosterCommand.Relieve relieve, Context context)
    {
        if (MayNotFill(relieve.Seat, relieve.Reference, context) is { } refusal) return Refuse(refusal);
        if (!state.Holds(relieve.Person, relieve.Seat)) return Refuse(new NotHeldByThem(relieve.Seat.ToString(), relieve.Person));

        var left = state.Holders.Count(holder => holder.Appointment.Seat == relieve.Seat) - 1;
        return Accept(new RosterEvent.Relieved(relieve.Seat, relieve.Person, relieve.Reference, left == 0, context.Now));
    }

    private static Refusal? MayNotFill(Seat seat, MarkedText? reference, Context context) => seat.Kind switch
    {
        SeatKind.IgMember or SeatKind.IgAlternate or SeatKind.ActionOfficer => MayNotFillAgencys(seat.Agency!.Value, context),
        SeatKind.SigMember or SeatKind.SigAlternate => MayNotFillSig(seat.Agency!.Value, reference, context),
        _ => new SeatByOffice(seat.ToString()),
    };

    private static Refusal? MayNotFillAgencys(AgencyId agency, Context context)
    {
        if (context.Actor.Seated is not { Kind: SeatKind.SigMember } seat) return new NotEntitled("appointing and relieving", ["sig-member"]);
        if (Unknown(agency, context) is { } unknown) return unknown;

        return seat.Agency == agency ? null : new OtherAgency(agency);
    }

    private static Refusal? MayNotFillSig(AgencyId agency, MarkedText? reference, Context context)
    {
        if (context.Actor.Seated is not { Kind: SeatKind.ExecutiveSecretary }) return new NotEntitled("entering SIG members", ["executive-secretary"]);
        if (Unknown(agency, context) is { } unknown) return unknown;

        return string.IsNullOrWhiteSpace(reference?.Text) ? new ReferenceMissing() : null;
    }

    private static UnknownAgency? Unknown(AgencyId agency, Context context) =>
        context.Charter.Agencies.Any(known => known.Id == agency) ? null : new UnknownAgency(agency);
}
