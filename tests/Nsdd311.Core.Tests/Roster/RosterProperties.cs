using FsCheck;
using FsCheck.Fluent;
using Nsdd311.Charters;
using Nsdd311.Roster;
using static Nsdd311.Roster.RosterCommand;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Roster;

/// <summary>SIG members appoint the members of their own agency and nobody else's, whatever is tried and in whatever order (8-charter, annex B).</summary>
public sealed class RosterProperties
{
    private static readonly Charter Nsdd = Nsdd311Charter.Load();
    private static readonly DateTimeOffset Now = new(1989, 2, 27, 9, 0, 0, TimeSpan.FromHours(-5));
    private static readonly AgencyId[] Agencies = [.. Nsdd.Agencies.Select(agency => agency.Id)];

    private static readonly Gen<Seat> AnySeat = Gen.Choose(0, 11).SelectMany(kind => Gen.Choose(0, 4).Select(agency =>
        Seat.IsAgencys((SeatKind)kind) ? new Seat((SeatKind)kind, Agencies[agency]) : new Seat((SeatKind)kind)));

    private static readonly Arbitrary<(Seat By, RosterCommand Command)[]> Tries =
        AnySeat.SelectMany(any => AnySeat.SelectMany(seat => Gen.Choose(0, 1).SelectMany(person => Gen.Choose(0, 7).Select(what => (By(what, any, seat), What(what % 3, seat, person))))))
            .ArrayOf(100).ToArbitrary();

    [Fact]
    public void Nobody_fills_a_seat_that_is_not_theirs_to_fill() => ForEachStep((_, by, e, _) =>
    {
        var seat = e is RosterEvent.Appointed appointed ? appointed.Appointment.Seat : ((RosterEvent.Relieved)e).Seat;
        var rightly = seat.Kind switch
        {
            SeatKind.IgMember or SeatKind.IgAlternate or SeatKind.ActionOfficer => by == new Seat(SeatKind.SigMember, seat.Agency),
            SeatKind.SigMember or SeatKind.SigAlternate => by.Kind is SeatKind.ExecutiveSecretary,
            _ => false,
        };
        rightly.Should().BeTrue($"{by} changed {seat}");
    });

    [Fact]
    public void A_person_holds_a_seat_once_and_a_vacancy_is_known() => ForEachStep((_, _, e, after) =>
    {
        after.Holders.Select(holder => (holder.Appointment.Person, holder.Appointment.Seat)).Should().OnlyHaveUniqueItems();
        if (e is RosterEvent.Relieved relieved) relieved.LeavesVacant.Should().Be(!after.IsFilled(relieved.Seat));
    });

    [Fact]
    public void Who_is_relieved_holds_the_seat_no_more_and_everybody_else_holds_theirs() => ForEachStep((before, _, e, after) =>
    {
        if (e is not RosterEvent.Relieved relieved) return;

        after.Holds(relieved.Person, relieved.Seat).Should().BeFalse();
        after.Holders.Count.Should().Be(before.Holders.Count - 1);
    });

    /// <summary>Mostly whoever may, so that the roster fills; else anybody.</summary>
    private static Seat By(int what, Seat any, Seat seat) => (what, seat.Kind) switch
    {
        (< 2, _) => any,
        (_, SeatKind.SigMember or SeatKind.SigAlternate) => new(SeatKind.ExecutiveSecretary),
        _ => new(SeatKind.SigMember, seat.Agency ?? Agencies[0]),
    };

    private static RosterCommand What(int what, Seat seat, int person) => what switch
    {
        0 => new Relieve(seat, new($"person-{person}"), U("Letter 1")),
        1 => new Appoint(new(seat, new($"person-{person}"), "A person"), null),
        _ => new Appoint(new(seat, new($"person-{person}"), "A person"), U("Letter 1")),
    };

    private static void ForEachStep(Action<RosterState, Seat, RosterEvent, RosterState> check) => Prop.ForAll(Tries, tries =>
    {
        var state = RosterDecider.Initial;
        foreach (var (by, command) in tries)
        {
            var context = new Context(Now, new Actor.Person(new("somebody"), "Somebody", by), Nsdd);
            if (RosterDecider.Decide(state, command, context) is not Decision<RosterEvent>.Accepted accepted) continue;

            foreach (var e in accepted.Events)
            {
                var after = RosterDecider.Evolve(state, e);
                check(state, by, e, after);
                state = after;
            }
        }
    }).QuickCheckThrowOnFailure();
}
