using System.Globalization;
using System.Text;
using System.Text.Json;
using Nsdd311.Web.Tests.Hosting;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>Steps of a journey run in the order of their names, which begin with their number in the rule book.</summary>
public sealed partial class InOrder : ITestCaseOrderer
{
    public const string Name = "Nsdd311.Web.Tests.Journeys.InOrder";

    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase => testCases.OrderBy(test => test.TestMethod.Method.Name, StringComparer.Ordinal);
}

/// <summary>What a step finds: the running product, and what earlier steps have noted.</summary>
public abstract class Journey(string clock, Venue venue, string? charter = null) : IAsyncLifetime
{
    private readonly Dictionary<string, Visitor> visitors = [];
    private LocalService? house;

    /// <summary>What steps remember for later ones: ids by a name of the story.</summary>
    public Dictionary<string, string> Noted { get; } = [];

    /// <summary>Answers that a later step compares with.</summary>
    public Dictionary<string, Answer> Kept { get; } = [];

    public virtual async Task InitializeAsync() => house = await venue.Open(clock, charter);

    public virtual async Task DisposeAsync() => await house!.DisposeAsync();

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Moves the exercise clock on; returns when every deadline up to there has been handled.</summary>
    public Task At(string instant) => house!.MoveTo(instant);

    /// <summary>The executive secretary imports the fifty real contacts.</summary>
    public async Task ImportContacts()
    {
        var (visitor, seat) = await Who("dod.ig-chair as executive-secretary");
        (await visitor.PostFile("/imports/contacts", Repository.Contacts(), actingAs: seat)).Status.Should().BeOneOf(200, 201);
    }

    /// <summary>A command: <c>dod.ao</c>, <c>dod.ig-chair as ig-chair</c> where a person holds more than one seat, <c>cia.ig cleared C</c> with less than the person's clearance.</summary>
    public async Task<Answer> Post(string who, string path, object? body = null, string? key = null)
    {
        var (visitor, seat) = await Who(who);
        return Of(await visitor.Post(path, body ?? new { }, seat, key));
    }

    /// <summary>A new version in the place of the one that the person sees now.</summary>
    public async Task<Answer> Put(string who, string path, object body)
    {
        var (visitor, seat) = await Who(who);
        return Of(await visitor.Put(path, body, (await visitor.Get(path)).ETag, seat));
    }

    /// <summary>A file that is enclosed.</summary>
    public async Task<Answer> Attach(string who, string matter, object title, string mark, byte[] bytes, string mediaType = "text/plain", string? key = null)
    {
        var (visitor, seat) = await Who(who);
        return Of(await visitor.PostParts(Matter(matter) + "/attachments", new { title, mark }, bytes, mediaType, seat, key));
    }

    public async Task<Answer> Get(string who, string path) => Of(await (await Who(who)).Visitor.Get(path));

    public string Matter(string name) => $"/proposals/{Noted[name]}";

    public Task<Answer> Position(string who, string matter, object body) => Post(who, Matter(matter) + "/positions", body);

    public async Task Concur(string matter, params string[] agencies)
    {
        foreach (var agency in agencies) (await Position($"{agency}.ig", matter, new { position = "concur" })).Is("in-vetting");
    }

    public Task<Answer> Clear(string matter, int[] goals, params string[] conditions) => ClearUnder(null, matter, goals, conditions);

    /// <summary>The same under a key.</summary>
    public Task<Answer> ClearUnder(string? key, string matter, int[] goals, params string[] conditions) => Post("dod.ig-chair as ig-chair", Matter(matter) + "/decision", new
    {
        body = "ig",
        decision = "clear",
        findings = goals.Select(goal => new { goal, text = U("It conforms.") }),
        conditions = conditions.Select(condition => U(condition)),
    }, key);

    /// <summary>A file of rows.</summary>
    public async Task<Answer> PostRows(string who, string path, string csv) => Of(await (await Who(who)).Visitor.PostFile(path, Encoding.UTF8.GetBytes(csv)));

    /// <summary>Waits for what another entity brings about; looks again and again, and gives up after ten seconds.</summary>
    public static async Task Until(Func<Task<bool>> holds)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        while (!await holds())
        {
            if (since.Elapsed > TimeSpan.FromSeconds(10)) throw new XunitException("It did not come about.");
            await Task.Yield();
        }
    }

    /// <summary>The paper of a submission alone, for a later text of the same matter.</summary>
    public static object PaperOf(object submission)
    {
        var paper = JsonSerializer.SerializeToNode(submission)!.AsObject();
        paper.Remove("submit");
        return paper;
    }

    public static object U(string text) => new { mark = "U", text };

    public static object C(string text) => new { mark = "C", text };

    private static Answer Of(Answered answered) => new(answered.Status, answered.Bytes) { Headers = answered.Headers };

    private async Task<(Visitor Visitor, string? Seat)> Who(string who)
    {
        var parts = who.Split(" as ");
        var named = parts[0].Split(" cleared ");
        if (!visitors.TryGetValue(parts[0], out var visitor)) visitors[parts[0]] = visitor = await house!.SignIn(named[0], named.ElementAtOrDefault(1));
        return (visitor, parts.Length > 1 ? parts[1] : null);
    }
}

/// <summary>What came back.</summary>
public sealed record Answer(int Status, byte[] Bytes)
{
    /// <summary>All headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>Accepted, and the matter stands in this state.</summary>
    public Answer Is(string status)
    {
        Status.Should().BeOneOf([200, 201], Text);
        this["status"].Should().Be(status);
        return this;
    }

    public Answer Refused(int status, string code)
    {
        Status.Should().Be(status, Text);
        this["code"].Should().Be(code, Text);
        this["type"].Should().EndWith(code);
        return this;
    }

    /// <summary>A member by its path: <c>round.suspense</c>, <c>hold.sum[0].result</c>; instants and numbers as they are written.</summary>
    public string? this[string path]
    {
        get
        {
            var element = Json;
            foreach (var part in path.Split('.'))
            {
                var bracket = part.IndexOf('[');
                if (!element.TryGetProperty(bracket < 0 ? part : part[..bracket], out element)) return null;
                if (bracket >= 0) element = element[int.Parse(part[(bracket + 1)..^1], CultureInfo.InvariantCulture)];
            }

            return element.ValueKind is JsonValueKind.String ? element.GetString() : element.GetRawText();
        }
    }

    public Answer Has(string path, string expected)
    {
        this[path].Should().Be(expected, $"{path} of {Text}");
        return this;
    }

    public Answer At(string path, string instant)
    {
        DateTimeOffset.Parse(this[path] ?? throw new XunitException($"There is no {path} in {Text}"), CultureInfo.InvariantCulture)
            .Should().Be(Journey.Instant(instant), path);
        return this;
    }

    /// <summary>The line of the ledger's sum in this dimension.</summary>
    public JsonElement Line(string dimension) =>
        Json.GetProperty("hold").GetProperty("sum").EnumerateArray().Single(line => line.GetProperty("dimension").GetString() == dimension);
}
