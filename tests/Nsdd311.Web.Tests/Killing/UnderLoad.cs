using System.Diagnostics;
using System.Text.Json.Nodes;
using Nsdd311.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace Nsdd311.Web.Tests.Killing;

/// <summary>A process is killed again and again while clients vet matters, all in the ledger of one pair.</summary>
public abstract class UnderLoad(ITestOutputHelper output, KeptIn kept) : IAsyncLifetime
{
    public const string Pair = "cno~cinc-navy";
    private const int Seed = 311;

    private static readonly string[] Everybody = ["dod.ao", "state.ig", "nsc.ig", "ocjcs.ig", "cia.ig", "dod.ig-chair", "auditor"];

    private readonly Random random = new(Seed);
    private readonly Dictionary<string, Visitor> persons = [];
    private readonly VettingClient[] clients =
    [
        .. from account in new[]
           {
               ("visit.service-chief", new JsonObject { ["events"] = 1, ["days"] = 5, ["persons"] = 12, ["sites"] = 3 }),
               ("exchange.ship-visit", new JsonObject { ["events"] = 1, ["days"] = 5, ["hulls"] = 2 }),
               ("talks.incsea", new JsonObject { ["events"] = 1 }),
           }
           from direction in new[] { "inbound", "outbound" }
           select new VettingClient(account.Item1, direction, account.Item2),
    ];

    private readonly Stopwatch since = Stopwatch.StartNew();
    private int starts;

    private ChildHouse House { get; } = new(kept);

    public async Task InitializeAsync()
    {
        await Start();
        foreach (var person in Everybody) persons[person] = await House.SignIn(person);
    }

    public Task DisposeAsync() => House.DisposeAsync().AsTask();

    /// <summary>The service is killed, started, and held to what it had acknowledged.</summary>
    protected async Task TheServiceIsKilled(int kills)
    {
        for (var kill = 0; kill < kills; kill++)
        {
            var known = clients.Select(client => client.Told.Count).ToArray();
            await WorkUntilKilled();
            if (kill % 5 == 4) await House.KillWhileItStarts(begun: null, TimeSpan.FromMilliseconds(random.Next(100, 900)), Clock());
            await Start();
            await EverythingAcknowledgedIsThere(known);
        }

        clients.Sum(client => client.ToldToRepeat).Should().Be(0, "the store was there all the time");
    }

    /// <summary>What keeps the journal is killed and started under a service that stays, which is then held to what it had acknowledged.</summary>
    /// <param name="kills">How often.</param>
    /// <param name="kill">Kills it and starts it again.</param>
    protected async Task TheStoreIsKilled(int kills, Action kill)
    {
        for (var killed = 0; killed < kills; killed++)
        {
            var known = clients.Select(client => client.Told.Count).ToArray();
            await WorkWhile(kill);
            await EverythingAcknowledgedIsThere(known);
        }
    }

    /// <summary>Every answer again, every matter and the whole journal.</summary>
    protected async Task EverythingIsThereOnceAndEveryChainVerifies()
    {
        await SameAnswers(clients.SelectMany(client => client.Told));
        await EverythingHappenedOnce();
        await House.Kill();
        var (code, words) = await House.Verify();
        code.Should().Be(0, words);
        output.WriteLine($"{clients.Sum(client => client.Told.Count)} commands in {clients.Sum(client => client.Matters.Count)} matters, {clients.Sum(client => client.AskedAgain)} asked again, {clients.Sum(client => client.ToldToRepeat)} times told to repeat, {since.Elapsed.TotalSeconds:0} s. {words}");
    }

    private async Task EverythingAcknowledgedIsThere(int[] known)
    {
        await MattersStandAsAcknowledged();
        await SameAnswers(clients.SelectMany((client, at) => client.Told.Skip(known[at])));
        await SameAnswers(Enumerable.Range(0, 12).Select(_ => Any()).Where(told => told.Count > 0).Select(told => told[random.Next(told.Count)]));
        foreach (var client in clients) await client.ComeToRest(persons);
        await TheLedgerHoldsWhatWasAcknowledged();
    }

    private List<(Asked Asked, Answered Answer)> Any() => clients[random.Next(clients.Length)].Told;

    /// <summary>The exercise clock goes on by ten minutes at each start: it is never put back.</summary>
    private string Clock() => $"1989-10-16T{9 + (starts / 6):00}:{starts++ % 6}0:00-04:00";

    private Task Start() => House.Start(Clock());

    private async Task WorkUntilKilled()
    {
        var (left, killed) = (random.Next(5, 50), false);
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = Task.WhenAll(clients.Select(client => client.Work(persons, Told, () => Volatile.Read(ref killed))));
        if (await Task.WhenAny(enough.Task, work) == work) await work;

        // Not always right after an answer: also in the midst of what comes next.
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 12)), TimeProvider.System);
        Volatile.Write(ref killed, true);
        await House.Kill();
        await work;

        void Told()
        {
            if (Interlocked.Decrement(ref left) == 0) enough.SetResult();
        }
    }

    /// <summary>The store goes and comes in the midst of work, which goes on until there were answers afterwards.</summary>
    private async Task WorkWhile(Action kill)
    {
        var (told, before, after, last) = (0, random.Next(5, 40), random.Next(5, 40), int.MaxValue);
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = Task.WhenAll(clients.Select(client => client.Work(persons, Told, () => false, () => Volatile.Read(ref told) >= Volatile.Read(ref last))));
        await Task.WhenAny(enough.Task, work);
        await Task.Run(kill);
        Volatile.Write(ref last, Volatile.Read(ref told) + after);
        await work;

        void Told()
        {
            if (Interlocked.Increment(ref told) == before) enough.SetResult();
        }
    }

    private async Task MattersStandAsAcknowledged()
    {
        foreach (var client in clients)
            foreach (var matter in client.Matters.TakeLast(2).Where(matter => matter.Id.Length > 0))
            {
                var stands = (await persons["auditor"].Get(matter.Path)).ShouldBe(200);
                Matter.VersionOf(stands).Should().BeGreaterThanOrEqualTo(matter.Version, stands.Text);
                if (client.Uncertain != matter)
                    stands.Member("status").Should().BeOneOf([matter.Status, .. matter.Waits ? ["cleared-for-stage"] : Array.Empty<string>()], stands.Text);
            }
    }

    private async Task SameAnswers(IEnumerable<(Asked Asked, Answered Answer)> told)
    {
        foreach (var (asked, answer) in told.ToArray())
        {
            var again = await asked.Send(persons);
            (again.Status, again.ETag, again.Text).Should().Be((answer.Status, answer.ETag, answer.Text), asked.Key);
        }
    }

    private async Task TheLedgerHoldsWhatWasAcknowledged()
    {
        var ledger = (await persons["dod.ao"].Get($"/pairs/{Pair}")).ShouldBe(200).Json["accounts"]!.AsArray();
        foreach (var client in clients)
        {
            var held = client.Matters.Count(matter => matter.Status == "cleared-for-stage");
            var dimensions = ledger.Single(account => (string)account!["category"]! == client.Category)!["dimensions"]!.AsArray();
            foreach (var (dimension, units) in client.Units)
                ((decimal)dimensions.Single(line => (string)line!["dimension"]! == dimension)!["held"]![client.Direction]!)
                    .Should().Be(held * (int)units!, $"{client.Category} {client.Direction} {dimension}");
        }
    }

    /// <summary>Whatever was asked once or more stands in the journal once, and the year's log numbers have no gap.</summary>
    private async Task EverythingHappenedOnce()
    {
        List<int> numbers = [];
        foreach (var matter in clients.SelectMany(client => client.Matters).Where(matter => matter.Id.Length > 0))
        {
            numbers.Add(int.Parse((await persons["auditor"].Get(matter.Path)).ShouldBe(200).Member("logNumber")!.Split('-')[1]));
            var types = (await persons["auditor"].Get($"{matter.Path}/history")).ShouldBe(200).Json["items"]!.AsArray().Select(item => (string)item!["type"]!).ToArray();
            types.Count(type => type == "proposal.position-taken/1").Should().BeLessThanOrEqualTo(4);
            types.Where(type => type != "proposal.position-taken/1").Should().OnlyHaveUniqueItems(string.Join(' ', types));
        }

        numbers.Order().Should().Equal(Enumerable.Range(1, numbers.Count));
    }
}
