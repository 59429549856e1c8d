using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Journal;
using Nsdd311.Views;

namespace Nsdd311.Runtime.Tests.Contract;

/// <summary>What every store answers to lists.</summary>
public abstract partial class ReadModelContract : IAsyncLifetime
{
    private const string State = "agency:STATE";
    private const string Defense = "agency:DOD";

    private static readonly PairId Pair = PairId.Parse("secdef~minister-of-defense");
    private static readonly DocketQuery All = new([], true, null, null, null, null, null, null, null, null, null, DocketOrder.Suspense, null, 50);

    private IJournal journal = null!;

    public async Task InitializeAsync() => journal = await Open();

    public async Task DisposeAsync() => await journal.DisposeAsync();

    protected abstract Task<IJournal> Open();

    [Fact]
    public async Task The_docket_shows_a_reader_what_is_for_one_of_the_readers_audiences()
    {
        await Show(Matter(1, audiences: [State, Defense]), Matter(2, audiences: [Defense]), Matter(3, audiences: [State]), Matter(4, audiences: []));

        (await Docket(All with { All = false, Audiences = [State, "person:x"] })).Should().BeEquivalentTo([1, 3]);
        (await Docket(All with { All = false, Audiences = [State, Defense] })).Should().BeEquivalentTo([1, 2, 3]);
        (await Docket(All with { All = false })).Should().BeEmpty();
        (await Docket(All)).Should().HaveCount(4);
        (await journal.MayKnow(Id(1), [State], false, default)).Should().BeTrue();
        (await journal.MayKnow(Id(2), [State], false, default)).Should().BeFalse();
        (await journal.MayKnow(Id(4), [], true, default)).Should().BeTrue();
        (await journal.MayKnow(Id(9), [State], true, default)).Should().BeFalse();
    }

    [Fact]
    public async Task A_row_is_replaced_as_a_whole()
    {
        var first = Rows.Append(EntityId.Of(Id(1)), command: "1", show: new(Matter(1, audiences: [State]), [], []));
        var second = Rows.Append(EntityId.Of(Id(1)), first, "2", show: new(Matter(1, audiences: [Defense]) with { Status = "cleared" }, [], []));
        await journal.Commit([first, second], default);

        (await Docket(All with { All = false, Audiences = [State] })).Should().BeEmpty();
        (await journal.Docket(All, default)).Items.Single().Should().Be(Matter(1, audiences: [Defense]) with { Status = "cleared" });
    }

    [Fact]
    public async Task The_newest_instant_is_that_of_the_latest_row_of_any_chain()
    {
        (await journal.NewestInstant(default)).Should().BeNull();

        var early = Rows.Append(new("toy", "a"), command: "1");
        var late = Rows.Append(new("toy", "b"), command: "2", at: Rows.Monday.AddTicks(10));
        await journal.Commit([early, late], default);
        (await journal.NewestInstant(default)).Should().Be(Rows.Monday.AddTicks(10), "an instant is whole microseconds");

        await journal.Commit([Rows.Append(new("toy", "a"), early, "3", at: Rows.Monday.AddTicks(-10))], default);
        (await journal.NewestInstant(default)).Should().Be(Rows.Monday.AddTicks(10), "the last row need not be the latest");
    }

    [Fact]
    public async Task Every_filter_leaves_what_it_says()
    {
        var plain = Matter(1);
        await Show(
            plain, Matter(2) with { Status = "cleared" }, Matter(3) with { Stage = Stage.Plan }, Matter(4) with { Body = BodyKind.Sig },
            Matter(5) with { Category = CategoryCode.Parse("exchange.ships") }, Matter(6) with { Pair = Pair }, Matter(7) with { Agency = AgencyId.Parse("CIA") },
            Matter(8) with { Goals = [1, 12] }, Matter(9) with { DueAt = Rows.Monday.AddDays(-1) }, Matter(10) with { ShortTitle = "Visit to ÄRMEE 100%" });

        (await Docket(All with { Status = "cleared" })).Should().Equal(2);
        (await Docket(All with { Stage = Stage.Plan })).Should().Equal(3);
        (await Docket(All with { Body = BodyKind.Sig })).Should().Equal(4);
        (await Docket(All with { Category = CategoryCode.Parse("exchange.ships") })).Should().Equal(5);
        (await Docket(All with { Pair = Pair })).Should().Equal(6);
        (await Docket(All with { Agency = AgencyId.Parse("CIA") })).Should().Equal(7);
        (await Docket(All with { Goal = 12 })).Should().Equal(8);
        (await Docket(All with { Goal = 1 })).Should().Equal(8);
        (await Docket(All with { DueBefore = Rows.Monday })).Should().Equal(9);
        (await Docket(All with { Text = "ärmee 100%" })).Should().Equal(10);
        (await Docket(All with { Text = "%" })).Should().Equal(10);
        (await Docket(All with { Text = "1988-00007" })).Should().Equal(7);
        (await Docket(All with { Text = "_" })).Should().BeEmpty();
    }

    [Theory]
    [InlineData(DocketOrder.Suspense, "3 1 2 4 5")]
    [InlineData(DocketOrder.Submitted, "4 5 2 1 3")]
    public async Task The_docket_is_paged_in_its_order_whatever_the_limit(DocketOrder order, string expected)
    {
        await Show(
            Matter(1) with { DueAt = Rows.Monday.AddDays(1), SubmittedAt = Rows.Monday.AddDays(-2) }, Matter(2) with { DueAt = Rows.Monday.AddDays(2), SubmittedAt = Rows.Monday },
            Matter(3) with { DueAt = new(1961, 1, 1, 0, 0, 0, TimeSpan.Zero), SubmittedAt = new(1960, 1, 1, 0, 0, 0, TimeSpan.Zero) },
            Matter(4) with { DueAt = null, SubmittedAt = null }, Matter(5) with { DueAt = null, SubmittedAt = null });

        for (var limit = 1; limit <= 6; limit++)
        {
            List<int> seen = [];
            string? after = null;
            do
            {
                var page = await journal.Docket(All with { Order = order, Limit = limit, After = after }, default);
                seen.AddRange(page.Items.Select(row => row.Number!.Value.Serial));
                after = page.Next;
            }
            while (after is not null);

            string.Join(' ', seen).Should().Be(expected, $"limit {limit}");
        }
    }

    [Fact]
    public async Task Cleared_guidance_is_found_among_all_matters_whoever_asks()
    {
        await Show(
            Guidance(1) with { SubmittedAt = Rows.Monday.AddDays(1) }, Guidance(2) with { Status = "in-vetting" }, Matter(3) with { Status = "cleared" },
            Guidance(4) with { SubmittedAt = Rows.Monday });

        (await journal.ClearedGuidance(default)).Should().Equal(Id(1), Id(4));

        static MatterRow Guidance(int number) => Matter(number) with { Kind = MatterKind.PolicyGuidance, Status = "cleared" };
    }

    [Fact]
    public async Task What_is_filed_under_a_key_is_found_by_it_and_by_no_older_one()
    {
        await Show(
            Matter(1, audiences: [State]) with { Filed = ["reference/SYSTEM II//90597", "plan/1988-00001"] }, Matter(2, audiences: [Defense]) with { Filed = ["reference/SYSTEM II//90597"] },
            Matter(3, audiences: [State]), Matter(4, audiences: [State]) with { Filed = ["reference/SYSTEM II//9059"] });

        (await Docket(DocketQuery.By("reference/SYSTEM II//90597", [State], false))).Should().Equal(1);
        (await Docket(DocketQuery.By("reference/SYSTEM II//90597", [], true))).Should().BeEquivalentTo([1, 2]);
        (await Docket(DocketQuery.By("plan/1988-00001", [State], false))).Should().Equal(1);
        (await Docket(DocketQuery.By("reference/SYSTEM II//90597", [State], false) with { Status = "cleared" })).Should().BeEmpty();
        (await Docket(DocketQuery.By("reference", [], true))).Should().BeEmpty();

        var first = Rows.Append(EntityId.Of(Id(5)), command: "1", show: new(Matter(5) with { Filed = ["a", "b"] }, [], []));
        await journal.Commit([first], default);
        await journal.Commit([Rows.Append(EntityId.Of(Id(5)), first, "2", show: new(Matter(5) with { Filed = ["b", "c"], Cites = new(new(1988, 1), 3) }, [], []))], default);
        (await Docket(DocketQuery.By("a", [], true))).Should().BeEmpty();
        (await Docket(DocketQuery.By("b", [], true))).Should().Equal(5);
        (await journal.Docket(DocketQuery.By("c", [], true), default)).Items.Single().Cites.Should().Be(new LineCitation(new(1988, 1), 3));
    }

    [Fact]
    public async Task What_is_found_by_a_key_is_paged_as_the_docket_is()
    {
        await Show([.. Enumerable.Range(1, 5).Select(number => Matter(number) with { Filed = ["k"], SubmittedAt = Rows.Monday.AddDays(number) }), Matter(6)]);

        var first = await journal.Docket(DocketQuery.By("k", [], true) with { Limit = 3 }, default);
        var second = await journal.Docket(DocketQuery.By("k", [], true, first.Next) with { Limit = 3 }, default);

        first.Items.Concat(second.Items).Select(row => row.Number!.Value.Serial).Should().Equal(5, 4, 3, 2, 1);
        second.Next.Should().BeNull();
    }

    [Fact]
    public async Task Alerts_are_for_seats_newest_first_in_commit_order()
    {
        Seat chair = new(SeatKind.IgChair), member = new(SeatKind.IgMember, AgencyId.Parse("CIA")), other = new(SeatKind.Operator);
        for (var i = 1; i <= 5; i++)
        {
            AlertRow[] alerts = [Alert($"{i}a", chair, member), Alert($"{i}b", i % 2 == 0 ? other : chair)];
            await journal.Commit([Rows.Append(EntityId.Of(Id(i)), show: new(null, alerts.ToValueList(), []))], default);
        }

        var first = await journal.Alerts([chair, member], null, 5, default);
        var second = await journal.Alerts([chair, member], long.Parse(first.Next!), 5, default);

        first.Items.Select(one => one.Alert.Subject).Should().Equal("5b", "5a", "4a", "3b", "3a");
        second.Items.Select(one => one.Alert.Subject).Should().Equal("2a", "1b", "1a");
        second.Next.Should().BeNull();
        (await journal.Alerts([other], null, 5, default)).Items.Select(one => one.Alert.Subject).Should().Equal("4b", "2b");
        (await journal.Alerts([], null, 5, default)).Items.Should().BeEmpty();

        static AlertRow Alert(string subject, params Seat[] seats) => new("suspense.passed", seats.ToValueList(), subject, null, null, Rows.Monday);
    }

    [Fact]
    public async Task Contacts_are_listed_newest_day_first_and_entered_once()
    {
        ContactRow[] rows = [Contact("a", 1, Pair), Contact("b", 3, null), Contact("c", 2, Pair), Contact("d", 3, Pair)];
        await journal.Commit([Rows.Append(new("import", "f"), show: new(null, [], rows.ToValueList()))], default);
        await journal.Commit([Rows.Append(new("import", "g"), show: new(null, [], [Contact("a", 9, null)]))], default);

        var first = await journal.Contacts(null, null, 3, default);
        var second = await journal.Contacts(null, first.Next, 3, default);

        first.Items.Concat(second.Items).Select(row => row.Reference).Should().Equal("b", "d", "c", "a");
        second.Next.Should().BeNull();
        (await journal.Contacts(Pair, null, 9, default)).Items.Select(row => row.Reference).Should().Equal("d", "c", "a");

        static ContactRow Contact(string reference, int day, PairId? pair) => new(reference, "incident", pair, new(1988, 3, day), new(1988, 3, day), new(PortionMark.Unclassified, "What it was"), null);
    }

    [Fact]
    public async Task The_due_are_paged_soonest_first()
    {
        for (var i = 0; i < 7; i++) await journal.Commit([Rows.Append(EntityId.Of(Id(i)), dueAt: i == 6 ? null : Rows.Monday.AddDays(i / 2))], default);

        var first = await journal.Due(Rows.Monday.AddDays(1), null, 3, default);
        var second = await journal.Due(Rows.Monday.AddDays(1), first[^1], 3, default);

        first.Concat(second).Select(one => one.Entity).Should().Equal(Enumerable.Range(0, 4).Select(i => EntityId.Of(Id(i))));
        (await journal.NextDue(Rows.Monday.AddDays(1), default)).Should().Be(Rows.Monday.AddDays(2));
        (await journal.NextDue(Rows.Monday.AddDays(2), default)).Should().BeNull();
    }

    private static ProposalId Id(int number) => new(new Guid(0, 0, (short)number, new byte[8]));

    private static MatterRow Matter(int number, ValueList<string> audiences = default) => new(
        Id(number), "in-vetting", Stage.Final, BodyKind.Ig, CategoryCode.Parse("visit.ministerial"), MatterKind.Visit, null, AgencyId.Parse("DOD"), [2],
        new LogNumber(1988, number), "Short", Rows.Monday, Rows.Monday.AddDays(3), null, audiences);

    private async Task Show(params MatterRow[] matters) =>
        await journal.Commit([.. matters.Select(matter => Rows.Append(EntityId.Of(matter.Id), show: new(matter, [], [])))], default);

    private async Task<IEnumerable<int>> Docket(DocketQuery query) => (await journal.Docket(query, default)).Items.Select(row => row.Number!.Value.Serial);
}
