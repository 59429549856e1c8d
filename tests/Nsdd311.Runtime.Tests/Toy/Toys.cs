using Nsdd311.Charters;
using Nsdd311.Runtime.Engine;
using Nsdd311.Views;

namespace Nsdd311.Runtime.Tests.Toy;

/// <summary>Two kinds of counter: one that keeps the charter of its first event, and one that does not.</summary>
public static class Toys
{
    public const string Bound = "bound";
    public const string Free = "free";

    public static Charter Charter { get; } = Nsdd311Charter.Load();

    public static Charter OtherCharter { get; } = Charter with { Version = new("other:1") };

    public static Actor.Person Chair { get; } = new(new("ig.chair"), "The Chair", new Seat(SeatKind.IgChair));

    public static VettingModel Model { get; } = new(
        Kind(Bound, bindsCharter: true),
        Kind(Free, bindsCharter: false),
        Kind(EntityKinds.Roster, bindsCharter: false));

    public static EntityId One { get; } = new(Free, "one");

    public static EntityId BoundOne { get; } = new(Bound, "one");

    public static EntityId Two { get; } = new(Bound, "two");

    private static EntityKind<TallyDecider, TallyState, TallyCommand, TallyEvent> Kind(string name, bool bindsCharter) => new(
        name,
        new Dictionary<Type, string>
        {
            [typeof(TallyEvent.Added)] = $"{name}.added/1",
            [typeof(TallyEvent.WakeSet)] = $"{name}.wake-set/1",
            [typeof(TallyEvent.Woken)] = $"{name}.woken/1",
            [typeof(TallyEvent.Promised)] = $"{name}.promised/1",
            [typeof(TallyEvent.Received)] = $"{name}.received/1",
            [typeof(TallyEvent.Answered)] = $"{name}.answered/1",
        },
        Project,
        bindsCharter);

    private static ReadRows Project(EntityId entity, TallyState before, TallyEvent @event, TallyState after, Charter charter, DateTimeOffset at) => @event switch
    {
        TallyEvent.Woken woken => new(null, [new AlertRow("tally.woken", [new Seat(SeatKind.IgChair)], entity.Key, null, woken.Due, at)], []),
        _ => ReadRows.None,
    };
}

public sealed class Shelf(Charter inForce) : ICharters
{
    public Charter InForce { get; set; } = inForce;

    public Charter Find(CharterVersion version) => version == Toys.OtherCharter.Version ? Toys.OtherCharter : Toys.Charter;
}

public sealed class EverybodySeated : ISeats
{
    public long Sequence => 7;

    public bool Holds(PersonId person, Seat seat) => true;
}
