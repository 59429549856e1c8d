using Nsdd311.Runtime.Tests.Toy;

namespace Nsdd311.Runtime.Tests.Contract;

public abstract partial class VettingRuntimeContract
{
    private static readonly DateTimeOffset Due = Monday.AddHours(5);

    [Fact]
    public async Task A_deadline_rings_at_its_instant_once()
    {
        await Accept(Toys.One, new TallyCommand.WakeAt(Due));

        await MoveTo(Due.AddTicks(-10));
        (await Runtime.History(Toys.One, default)).Should().HaveCount(1);

        await MoveTo(Due.AddMinutes(1));
        await MoveTo(Due.AddDays(1));

        (await Runtime.History(Toys.One, default)).Select(row => row.Event).Should().ContainSingle(e => e is TallyEvent.Woken)
            .Which.Should().BeOfType<TallyEvent.Woken>().Which.Due.Should().Be(Due);
    }

    [Fact]
    public async Task A_deadline_that_passed_while_nobody_ran_rings_at_the_start_with_both_instants()
    {
        await Accept(Toys.One, new TallyCommand.WakeAt(Due));
        await Runtime.DisposeAsync();
        Clock.MoveTo(Due.AddDays(3));
        await Restart();

        (await Runtime.History(Toys.One, default))[^1].Event.Should().Be(new TallyEvent.Woken(Due, Due.AddDays(3), 0));
    }

    [Fact]
    public async Task No_command_overtakes_a_deadline()
    {
        await Accept(Toys.One, new TallyCommand.WakeAt(Due));
        await Runtime.DisposeAsync();
        Clock.MoveTo(Due);
        var runtime = await NewProcess(started: false);

        var reply = await runtime.Execute(Envelope(Toys.One, new TallyCommand.Add(5)), default);

        reply.Should().BeOfType<Reply.Accepted>().Which.Version.Should().Be(3);
        (await runtime.History(Toys.One, default)).Select(row => row.Event).Should().Equal(
            new TallyEvent.WakeSet(Due), new TallyEvent.Woken(Due, Due, 0), new TallyEvent.Added(5));
        await runtime.DisposeAsync();
    }

    [Fact]
    public async Task A_deadline_that_lies_in_the_past_when_it_is_set_rings_at_once()
    {
        await Accept(Toys.One, new TallyCommand.WakeAt(Monday.AddDays(-1)));
        await Runtime.CatchUp(default);

        (await Runtime.History(Toys.One, default)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Many_deadlines_ring_in_order()
    {
        for (var i = 0; i < 100; i++) await Accept(new(Toys.Free, $"n{i}"), new TallyCommand.WakeAt(Due.AddMinutes(i)));

        await MoveTo(Due.AddMinutes(49));

        var alerts = await Journal.Alerts([new Seat(SeatKind.IgChair)], null, 200, default);
        alerts.Items.Should().HaveCount(50);
        alerts.Items.Select(one => one.Number).Should().BeInDescendingOrder();
        (await Journal.NextDue(Due.AddMinutes(49), default)).Should().Be(Due.AddMinutes(50));
    }

    [Fact]
    public async Task The_clock_of_an_entity_never_goes_back()
    {
        await Accept(Toys.One, new TallyCommand.Add(1));
        Clock.MoveTo(Monday.AddDays(-1));
        await Accept(Toys.One, new TallyCommand.Add(1));

        (await Runtime.History(Toys.One, default)).Select(row => row.At).Should().Equal(Monday, Monday);
    }
}
