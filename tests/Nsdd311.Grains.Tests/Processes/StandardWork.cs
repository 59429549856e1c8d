using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>Clients that vet one matter after the other through the gateway and remember what they were told.</summary>
internal sealed class StandardWork
{
    private const string Pair = "office-00000~counterpart-00000";
    // A ledger takes a thousand contacts a year: however fast the cluster is, the longest of these tests must not come near.
    private static readonly TimeSpan BetweenMatters = TimeSpan.FromMilliseconds(150);
    private static readonly string[] Members = ["state", "dod", "nsc", "ocjcs", "cia"];
    private static int works;

    private readonly Dictionary<string, Visitor> persons = [];
    private readonly ConcurrentQueue<(Asked Asked, Answered Answer)> told = [];
    private readonly int number = Interlocked.Increment(ref works);
    private int toldToRepeat, cleared;

    private readonly Func<string> words;

    private StandardWork(Func<string> words) => this.words = words;

    /// <summary>How many commands were acknowledged.</summary>
    public int Acknowledged => told.Count;

    /// <summary>How often a client was told that the outcome is unknown, and to repeat.</summary>
    public int ToldToRepeat => toldToRepeat;

    /// <summary>How many matters were vetted from their submission to their clearance.</summary>
    public int Cleared => cleared;

    /// <summary>Signs everybody in.</summary>
    public static async Task<StandardWork> Through(RunningCluster cluster)
    {
        var (work, gateway) = (new StandardWork(() => cluster.Words), cluster.Gateway);
        foreach (var person in Members.Select(member => $"{member}.ig").Append("dod.ao").Append("dod.ig-chair")) work.persons[person] = await gateway.SignIn(person);
        return work;
    }

    /// <summary>Works while something happens, and then until much more was acknowledged.</summary>
    public async Task While(Func<Task> happening, int clients = 4, int more = 60)
    {
        var (working, isEnough) = (0, false);
        var all = Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(Client)));
        await More();
        await happening();
        await More();
        Volatile.Write(ref isEnough, true);
        await all;

        async Task Client()
        {
            var client = Interlocked.Increment(ref working);
            for (var matter = 0; !Volatile.Read(ref isEnough); matter++)
            {
                await Vet($"work-{number}-{client}-{matter}");
                await Task.Delay(BetweenMatters, TimeProvider.System);
            }
        }

        Task More()
        {
            var enough = Acknowledged + more;
            return HostProcess.Until(() => all.IsFaulted ? Task.FromException<bool>(all.Exception) : Task.FromResult(Acknowledged >= enough), "More work");
        }
    }

    /// <summary>A matter from its submission to its clearance; how it stands then.</summary>
    public async Task<Answered> Vet(string key)
    {
        var matter = await Submit(key);
        foreach (var member in Members) await Command(Concurrence(member, matter, key), 200);
        var stands = await Command(new("dod.ig-chair", $"/proposals/{matter}/decision", Clear, $"{key}-clear", "ig-chair"), 200);
        stands.Member("hold.status").Should().Be("held", stands.Text);
        Interlocked.Increment(ref cleared);
        return stands;
    }

    /// <summary>A matter that is submitted, and no more; its id.</summary>
    public async Task<string> Submit(string key) => (await Command(new("dod.ao", "/proposals", Paper(), $"{key}-submit"), 201)).Member("id")!;

    /// <summary>A member concurs in a matter. It is sent once, whatever is answered.</summary>
    public async Task<Answered> ConcurOnce(string matter)
    {
        var asked = Concurrence(Members[0], matter, matter);
        var answer = await Send(asked);
        if (answer.Status == 200) told.Enqueue((asked, answer));
        return answer;
    }

    /// <summary>Whatever was acknowledged is answered in the same way, and the ledger holds what was cleared, once.</summary>
    /// <param name="heldBefore">What the ledger held before this work.</param>
    public async Task EverythingIsThereOnce(int heldBefore)
    {
        foreach (var (asked, answer) in told)
        {
            var again = await Send(asked);
            (again.Status, again.ETag, again.Text).Should().Be((answer.Status, answer.ETag, answer.Text), asked.Key);
        }

        (await Held()).Should().Be(heldBefore + cleared);
    }

    /// <summary>How many events the pair's ledger holds.</summary>
    public async Task<int> Held()
    {
        var pair = (await persons["dod.ao"].Get($"/pairs/{Pair}")).ShouldBe(200);
        var line = pair.Json["accounts"]![0]!["dimensions"]!.AsArray().Single(line => (string)line!["dimension"]! == "events");
        return (int)(decimal)line!["held"]!["inbound"]!;
    }

    private async Task<Answered> Command(Asked asked, int status)
    {
        var answer = await Send(asked);
        while (answer.Status is 202 or 503)
        {
            if (answer.Status == 503) Interlocked.Increment(ref toldToRepeat);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            answer = await Send(asked);
        }

        answer.Status.Should().Be(status, "{0}{1}{2}", answer.Text, Environment.NewLine, words());
        told.Enqueue((asked, answer));
        return answer;
    }

    private static Asked Concurrence(string member, string matter, string key) =>
        new($"{member}.ig", $"/proposals/{matter}/positions", """{"position":"concur"}""", $"{key}-{member}", $"ig-member/{member.ToUpperInvariant()}");

    private Task<Answered> Send(Asked asked) => persons[asked.Who].Post(asked.Path, asked.Body, asked.ActingAs, asked.Key);

    private const string Clear = """{"body":"ig","decision":"clear","findings":[{"goal":1,"text":{"mark":"U","text":"It conforms."}}]}""";

    /// <summary>A contact of this kind, in two months.</summary>
    public static string Paper(bool submit = true)
    {
        var from = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(60);
        return new JsonObject
        {
            ["category"] = "exchange.standard",
            ["direction"] = "inbound",
            ["pair"] = Pair,
            ["shortTitle"] = "Standard work",
            ["title"] = Text("An exchange of the standard kind"),
            ["paragraphs"] = new JsonArray(Text("Five days.")),
            ["goals"] = new JsonArray(new JsonObject { ["goal"] = 1, ["rationale"] = Text("We see them.") }),
            ["window"] = new JsonObject { ["from"] = $"{from:yyyy-MM-dd}", ["to"] = $"{from.AddDays(4):yyyy-MM-dd}" },
            ["units"] = new JsonObject { ["events"] = 1, ["days"] = 5, ["persons"] = 12 },
            ["subjects"] = new JsonArray(),
            ["isNegotiation"] = false,
            ["submit"] = submit,
        }.ToJsonString();
    }

    private static JsonObject Text(string text) => new() { ["mark"] = "U", ["text"] = text };

    private sealed record Asked(string Who, string Path, string Body, string Key, string? ActingAs = null);
}
