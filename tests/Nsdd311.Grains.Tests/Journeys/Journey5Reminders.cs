using System.Text.Json.Nodes;
using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;
using Nsdd311.Web.Tests.Journeys;

namespace Nsdd311.Grains.Tests.Journeys;

/// <summary>The dark of journey 5, seen from the table of reminders: what is in it before all silos are down, and what is left after the end.</summary>
public abstract class Journey5Reminders
{
    private protected abstract Ground Ground { get; }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_suspense_that_passes_while_all_silos_are_down_has_its_reminder_before_and_none_after_the_end(bool sweep)
    {
        await using var house = new ClusterService(Ground, charter: null, sweep);
        await house.Start("1989-10-30T10:00:00-05:00");
        var submitted = (await (await house.SignIn("dod.ao")).Post("/proposals", Papers.Visit())).ShouldBe(201);
        var (id, suspense) = (submitted.Member("id")!, submitted.Member("suspense")!);
        await house.MoveTo("1989-11-13T09:00:00-05:00");
        var due = Journey.Instant(suspense);
        (await house.ReminderOf(Matter(id))).Should().BeOnOrAfter(due).And.BeBefore(due.AddHours(1), "its warning has passed, and the suspense is next");

        await house.Kill();
        await house.Start("1989-11-20T08:00:00-05:00");

        var officer = await house.SignIn("dod.ao");
        (await Of(officer, $"/proposals/{id}/history", "type", "proposal.suspense-passed/1")).Should().ContainSingle().Which["data"]!["due"]!.GetValue<string>().Should().Be(suspense);
        (await Of(officer, "/alerts", "kind", "suspense.passed")).Should().ContainSingle().Which["dueAt"]!.GetValue<string>().Should().Be(suspense);
        (await house.ReminderOf(Matter(id))).Should().NotBeNull("the matter is with the SIG now, which has a suspense too");

        (await officer.Post($"/proposals/{id}/withdrawal", new { reason = Papers.Text("U", "It is over.") })).ShouldBe(200).Member("status").Should().Be("withdrawn");
        (await house.ReminderOf(Matter(id))).Should().BeNull();
    }

    private static EntityId Matter(string id) => new(EntityKinds.Proposal, id);

    /// <summary>The items of a list that have this kind.</summary>
    private static async Task<JsonNode[]> Of(Visitor officer, string list, string member, string kind) =>
        [.. (await officer.Get(list)).ShouldBe(200).Json["items"]!.AsArray().OfType<JsonNode>().Where(item => (string)item[member]! == kind)];
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey5RemindersOnACluster(PostgresDatabases databases) : Journey5Reminders
{
    private protected override Ground Ground { get; } = new PostgresGround(databases.New());
}

[Collection(InMemory.Name)]
public sealed class Journey5RemindersInMemory : Journey5Reminders
{
    private protected override Ground Ground { get; } = new MemoryGround(new());
}
