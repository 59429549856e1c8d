using FsCheck;
using FsCheck.Fluent;
using Nsdd311.Charters;
using Nsdd311.Contacts;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Contacts;

/// <summary>What is kept and never counted is entered once, by the executive secretary, and never ahead of its day.</summary>
public sealed class ContactProperties
{
    private static readonly Charter Nsdd = Nsdd311Charter.Load();
    private static readonly DateTimeOffset Now = new(1989, 9, 1, 9, 0, 0, TimeSpan.FromHours(-4));
    private static readonly DateOnly Today = new(1989, 9, 1);

    private static readonly Arbitrary<(int Seat, int From, int Days, int Kind)[]> Tries =
        Gen.Choose(0, 11).SelectMany(seat => Gen.Choose(-20, 20).SelectMany(from => Gen.Choose(-2, 5).SelectMany(days => Gen.Choose(0, 6).Select(kind => (seat, from, days, kind)))))
            .ArrayOf(40).ToArbitrary();

    [Fact]
    public void It_is_entered_once_by_its_own_seat_in_due_order_and_never_ahead() => Prop.ForAll(Tries, tries =>
    {
        var state = ContactDecider.Initial;
        var entered = 0;
        foreach (var (kind, from, days, word) in tries)
        {
            var seat = Seat.IsAgencys((SeatKind)kind) ? new Seat((SeatKind)kind, Nsdd.Agencies[0].Id) : new Seat((SeatKind)kind);
            var first = Today.AddDays(from);
            var record = new ContactCommand.Record(Guid.Empty, ContactKinds.All.ElementAtOrDefault(word) ?? "parade", null, first, first.AddDays(days), U("A contact"), null);
            if (ContactDecider.Decide(state, record, new(Now, new Actor.Person(new("p"), "P", seat), Nsdd)) is not Decision<ContactEvent>.Accepted accepted) continue;

            entered++;
            seat.Kind.Should().Be(SeatKind.ExecutiveSecretary);
            (record.From <= record.To && record.To <= Today).Should().BeTrue();
            ContactKinds.All.Should().Contain(record.Kind);
            state = accepted.Events.Aggregate(state, ContactDecider.Evolve);
        }

        entered.Should().BeLessThanOrEqualTo(1);
    }).QuickCheckThrowOnFailure();
}
