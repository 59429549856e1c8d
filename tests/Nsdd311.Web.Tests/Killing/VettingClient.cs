using System.Text.Json.Nodes;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Killing;

/// <summary>A client that vets one matter after the other in an account of its own, and remembers what it was told.</summary>
/// <remarks>
/// Every other clearance comes while the hold of the matter before is still there: it is blocked, and gets its hold when that one is withdrawn. So a hold,
/// a refusal, a release and the news to who waited are all under way when the process is killed.
/// </remarks>
internal sealed class VettingClient
{
    private static readonly string[] Members = ["state.ig", "nsc.ig", "ocjcs.ig", "cia.ig"];
    private readonly IEnumerator<Asked> life;
    private bool isAnswered = true;

    public VettingClient(string category, string direction, JsonObject units)
    {
        (Category, Direction, Units) = (category, direction, units);
        life = Life().GetEnumerator();
    }

    public string Category { get; }

    public string Direction { get; }

    public JsonObject Units { get; }

    /// <summary>Its matters, as far as it was told of them.</summary>
    public List<Matter> Matters { get; } = [];

    /// <summary>Every command that was acknowledged, with the answer.</summary>
    public List<(Asked Asked, Answered Answer)> Told { get; } = [];

    /// <summary>How often it had to ask again after a kill.</summary>
    public int AskedAgain { get; private set; }

    /// <summary>How often it was told that the record cannot be reached just now, and to repeat.</summary>
    public int ToldToRepeat { get; private set; }

    /// <summary>The matter that an unanswered command is about; null if there is none.</summary>
    public Matter? Uncertain => isAnswered ? null : life.Current.About;

    /// <summary>Works until the process is gone or it is enough.</summary>
    /// <param name="persons">Who acts, by sign-in name.</param>
    /// <param name="told">Is called at each acknowledgement.</param>
    /// <param name="isKilled">Whether a lost connection is what was meant.</param>
    /// <param name="isEnough">Whether to stop, with the last command answered; null to go on until the process is gone.</param>
    public async Task Work(IReadOnlyDictionary<string, Visitor> persons, Action told, Func<bool> isKilled, Func<bool>? isEnough = null)
    {
        try
        {
            while (isEnough?.Invoke() is not true)
            {
                await Step(persons);
                told();
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && isKilled())
        {
            // What was asked last stays unanswered, and is asked again under the same key.
        }
    }

    /// <summary>Repeats the command that was not answered, if there is one, and goes on until nothing of its own waits for the ledger.</summary>
    public async Task ComeToRest(IReadOnlyDictionary<string, Visitor> persons)
    {
        if (!isAnswered) AskedAgain++;
        while (!isAnswered || Matters.Any(matter => matter.Waits)) await Step(persons);
    }

    private async Task Step(IReadOnlyDictionary<string, Visitor> persons)
    {
        if (isAnswered) life.MoveNext();
        isAnswered = false;
        var asked = life.Current;
        var answer = await Send(asked, persons);

        // 202 says that another entity has not answered yet; news to who waited comes in its own time.
        while (answer.Status == 202 || (asked.Key is null && answer.Member("status") != asked.State)) answer = await Send(asked, persons);

        (answer.Status, answer.Member("status")).Should().Be((asked.Status, asked.State), $"{asked.Key} at {asked.Path} answers {answer.Text}");
        asked.About.Learn(answer);
        if (asked.Key is not null) Told.Add((asked, answer));
        isAnswered = true;
    }

    private async Task<Answered> Send(Asked asked, IReadOnlyDictionary<string, Visitor> persons)
    {
        while (true)
        {
            var answer = await asked.Send(persons);
            if (answer.Status != 503) return answer;

            answer.ShouldBe(503, "runtime.unavailable").Headers.Should().ContainKey("Retry-After");
            ToldToRepeat++;

            // Sooner than it is told to, so that the moment of recovery is met; not at once, so that others get on.
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    private IEnumerable<Asked> Life()
    {
        Matter? before = null;
        for (var number = 0; ; number++)
        {
            var matter = new Matter();
            Matters.Add(matter);
            var key = $"{Category}-{Direction}-{number}";
            yield return new("dod.ao", "/proposals", Paper(), $"{key}-submit", null, 201, "in-vetting", matter);
            foreach (var member in Members)
                yield return new(member, $"{matter.Path}/positions", """{"position":"concur"}""", $"{key}-position", null, 200, "in-vetting", matter);

            var waits = before is not null && number % 2 == 1;
            if (before is not null && !waits) yield return Withdraw(before, key);
            yield return new("dod.ig-chair", $"{matter.Path}/decision", Clear, $"{key}-clear", "ig-chair", 200, waits ? "blocked-on-reciprocity" : "cleared-for-stage", matter);
            if (waits) yield return Withdraw(before!, key);
            yield return new("auditor", matter.Path, null, null, null, 200, "cleared-for-stage", matter);
            before = matter;
        }
    }

    private static Asked Withdraw(Matter matter, string key) =>
        new("dod.ao", $"{matter.Path}/withdrawal", """{"reason":{"mark":"U","text":"Another year."}}""", $"{key}-withdraw", null, 200, "withdrawn", matter);

    private const string Clear = """{"body":"ig","decision":"clear","findings":[{"goal":1,"text":{"mark":"U","text":"It conforms."}}]}""";

    private string Paper() => new JsonObject
    {
        ["category"] = Category,
        ["direction"] = Direction,
        ["pair"] = UnderLoad.Pair,
        ["shortTitle"] = "Navy",
        ["title"] = Papers.Text("U", "Navy to navy"),
        ["paragraphs"] = new JsonArray(Papers.Text("C", "Five days.")),
        ["goals"] = new JsonArray(new JsonObject { ["goal"] = 1, ["rationale"] = Papers.Text("U", "We see them.") }),
        ["window"] = new JsonObject { ["from"] = "1990-05-14", ["to"] = "1990-05-18" },
        ["units"] = Units.DeepClone(),
        ["isNegotiation"] = false,
        ["submit"] = true,
    }.ToJsonString();
}

/// <summary>A matter, as far as its client was told of it.</summary>
internal sealed class Matter
{
    public string Id { get; private set; } = "";

    public string Path => $"/proposals/{Id}";

    public string Status { get; private set; } = "";

    public long Version { get; private set; }

    /// <summary>Whether it waits for a hold, of which it is told without asking.</summary>
    public bool Waits => Status == "blocked-on-reciprocity";

    public void Learn(Answered answer) => (Id, Status, Version) = (answer.Member("id")!, answer.Member("status")!, VersionOf(answer));

    public static long VersionOf(Answered answer) => long.Parse(answer.ETag.Trim('"').Split('-')[0]);
}

/// <summary>A request; a command if it has a key.</summary>
internal sealed record Asked(string Who, string Path, string? Body, string? Key, string? ActingAs, int Status, string State, Matter About)
{
    public Task<Answered> Send(IReadOnlyDictionary<string, Visitor> persons) =>
        Key is null ? persons[Who].Get(Path) : persons[Who].Post(Path, Body, ActingAs, Key);
}
