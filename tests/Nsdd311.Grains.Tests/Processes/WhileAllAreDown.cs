using System.Globalization;
using System.Text.Json.Nodes;
using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>A deadline is the database's promise: it passes whether or not anybody runs.</summary>
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class WhileAllAreDown(SmallCluster cluster) : IClassFixture<SmallCluster>
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(8);

    /// <summary>A reminder comes once a minute, and comes again when the entity still owed.</summary>
    private static readonly TimeSpan SomeTicks = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task A_suspense_that_passes_while_all_silos_are_dead_is_recorded_and_alerted_after_their_start()
    {
        await cluster.Up();
        var officer = await cluster.Gateway.SignIn("dod.ao");
        var (matter, due) = await SubmitWithTheChairsSuspense(officer);
        await HostProcess.Until(() => Task.FromResult(Reminders(matter) == 1), "A reminder in the database");

        await cluster.KillAll();
        await HostProcess.Until(() => Task.FromResult(TimeProvider.System.GetUtcNow() > due), "The suspense");
        await cluster.Up();

        await HostProcess.Until(async () => (await Types(officer, matter)).Contains("proposal.suspense-passed/1"), "The event");
        (await Types(officer, matter)).Should().ContainSingle(type => type == "proposal.suspense-passed/1");
        var alerts = (await officer.Get("/alerts")).ShouldBe(200).Json["items"]!.AsArray();
        alerts.Should().ContainSingle(alert => (string)alert!["kind"]! == "suspense.passed")
            .Which!["dueAt"]!.GetValue<DateTimeOffset>().Should().BeCloseTo(due, TimeSpan.FromMilliseconds(1));

        (await officer.Post($"{matter}/withdrawal", new { reason = new { mark = "U", text = "It is over." } }, key: "withdraw")).ShouldBe(200);
        await HostProcess.Until(() => Task.FromResult(Reminders(matter) == 0), "No reminder after the matter's end", SomeTicks);
    }

    /// <summary>The chair gives leave with a suspense of its own, which is the only one that need not be hours away.</summary>
    private async Task<(string Matter, DateTimeOffset Due)> SubmitWithTheChairsSuspense(Visitor officer)
    {
        var chair = await cluster.Gateway.SignIn("dod.ig-chair");
        var matter = $"/proposals/{(await officer.Post("/proposals", StandardWork.Paper(submit: false), key: "draft")).ShouldBe(201).Member("id")}";
        (await officer.Post($"{matter}/leave-request", Reason(), key: "ask")).ShouldBe(200);
        var due = TimeProvider.System.GetUtcNow() + Short;
        var leave = Reason();
        leave["suspense"] = due.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        (await chair.Post($"{matter}/leave", leave, "ig-chair", "leave")).ShouldBe(200);
        (await officer.Post($"{matter}/submission", key: "submit")).ShouldBe(200);
        return (matter, due);
    }

    private static JsonObject Reason() => new() { ["kind"] = "lead-time", ["reason"] = new JsonObject { ["mark"] = "U", ["text"] = "It cannot wait." } };

    private static async Task<string[]> Types(Visitor officer, string matter)
    {
        var history = await officer.Get($"{matter}/history");
        return history.Status == 503 ? [] : [.. history.ShouldBe(200).Json["items"]!.AsArray().Select(item => (string)item!["type"]!)];
    }

    private long Reminders(string matter) =>
        PostgresDatabases.Ask<long>(cluster.Database, $"select count(*) from orleans_reminder where grain like '%{matter.Split('/')[^1]}%'");
}
