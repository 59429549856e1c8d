using Nsdd311.Charters;
using Nsdd311.Runtime.Tests.Journal;
using Nsdd311.Views;

namespace Nsdd311.Runtime.Tests.Contract;

/// <summary>What a submission must know of other matters.</summary>
public abstract partial class ReadModelContract
{
    [Fact]
    public async Task Overdue_reports_are_of_the_agency_and_the_pair_oldest_first()
    {
        await Show(
            Report(1, Rows.Monday), Report(2, Rows.Monday.AddDays(-1)), Report(3, Rows.Monday.AddTicks(10)), Report(4, Rows.Monday) with { Pair = null },
            Report(5, Rows.Monday) with { Agency = AgencyId.Parse("CIA") }, Matter(6) with { Pair = Pair });

        (await journal.BeforeSubmission(new(AgencyId.Parse("DOD"), Pair, Rows.Monday.AddTicks(10)), default)).OverdueReports.Should().Equal(new LogNumber(1988, 2), new LogNumber(1988, 1));

        static MatterRow Report(int number, DateTimeOffset due) => Matter(number) with { Pair = Pair, ReportDue = due };
    }

    [Fact]
    public async Task A_submission_learns_of_guidance_with_or_without_a_debt_to_ask_about()
    {
        await Show(
            Matter(1) with { Pair = Pair, ReportDue = Rows.Monday }, Matter(2) with { Kind = MatterKind.PolicyGuidance, Status = "cleared", SubmittedAt = Rows.Monday },
            Matter(3) with { Kind = MatterKind.PolicyGuidance, Status = "cleared", SubmittedAt = Rows.Monday.AddDays(1) });

        (await journal.BeforeSubmission(null, default)).Should().Be(new BeforeSubmission([], [Id(3), Id(2)]));
        (await journal.BeforeSubmission(new(AgencyId.Parse("DOD"), Pair, Rows.Monday.AddDays(1)), default)).Should().Be(new BeforeSubmission([new(1988, 1)], [Id(3), Id(2)]));
        (await journal.BeforeSubmission(new(AgencyId.Parse("CIA"), Pair, Rows.Monday.AddDays(1)), default)).Should().Be(new BeforeSubmission([], [Id(3), Id(2)]));
    }

    [Fact]
    public async Task A_submission_learns_of_what_is_stored_after_the_first_one_asked()
    {
        var debt = new ReportDebt(AgencyId.Parse("DOD"), Pair, Rows.Monday.AddDays(1));
        (await journal.BeforeSubmission(debt, default)).Should().Be(new BeforeSubmission([], []));

        var executed = Rows.Append(EntityId.Of(Id(1)), command: "1", show: new(Matter(1) with { Pair = Pair, ReportDue = Rows.Monday }, [], []));
        var cleared = Rows.Append(EntityId.Of(Id(2)), command: "1", show: new(Matter(2) with { Kind = MatterKind.PolicyGuidance, Status = MatterRow.Cleared }, [], []));
        await journal.Commit([executed, cleared, Rows.Append(EntityId.Of(Id(3)), show: new(Matter(3) with { Pair = Pair }, [], []))], default);
        (await journal.BeforeSubmission(debt, default)).Should().Be(new BeforeSubmission([new(1988, 1)], [Id(2)]));
        (await journal.BeforeSubmission(debt with { Before = Rows.Monday }, default)).Should().Be(new BeforeSubmission([], [Id(2)]));

        var reported = Rows.Append(EntityId.Of(Id(1)), executed, "2", show: new(Matter(1) with { Pair = Pair, Status = "reported" }, [], []));
        var rescinded = Rows.Append(EntityId.Of(Id(2)), cleared, "2", show: new(Matter(2) with { Kind = MatterKind.PolicyGuidance, Status = "withdrawn" }, [], []));
        var lost = Rows.Append(EntityId.Of(Id(3)), command: "lost", show: new(Matter(3) with { Pair = Pair, ReportDue = Rows.Monday }, [], []));
        await journal.Commit([reported, rescinded, lost], default);
        (await journal.BeforeSubmission(debt, default)).Should().Be(new BeforeSubmission([], []));
    }
}
