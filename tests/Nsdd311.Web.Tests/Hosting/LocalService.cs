using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Nsdd311.Web.Tests.Hosting;

/// <summary>A service in local mode, in this process or in one of its own: signing in, moving its clock, asking.</summary>
/// <param name="folder">The folder of the store.</param>
internal abstract class LocalService(string folder) : IAsyncDisposable
{
    /// <summary>The folder of the store.</summary>
    public string Folder => folder;

    /// <summary>A client that is nobody.</summary>
    public HttpClient Http { get; protected set; } = new();

    /// <summary>The key of local sign-in.</summary>
    public string LocalKey => File.ReadAllText(Path.Combine(folder, "local.key"));

    /// <summary>Signs in as a person of the charter, with less than the person's clearance if wanted.</summary>
    public async Task<Visitor> SignIn(string person, string? clearance = null)
    {
        var body = new JsonObject { ["as"] = person };
        if (clearance is not null) body["clearance"] = clearance;
        var answer = await Local(HttpMethod.Post, "/token", body);
        answer.Status.Should().Be(200, answer.Text);
        return new(this, answer.Json["token"]!.GetValue<string>());
    }

    /// <summary>Moves the exercise clock; every deadline on the way has been handled when this returns.</summary>
    public async Task MoveTo(string instant)
    {
        var answer = await Local(HttpMethod.Post, "/clock", new JsonObject { ["now"] = instant });
        answer.Status.Should().Be(200, answer.Text);
    }

    /// <summary>A request to <c>/local</c> with the key.</summary>
    public async Task<Answered> Local(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/local{path}");
        request.Headers.Add("X-Local-Key", LocalKey);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await Send(request);
    }

    /// <summary>Any request.</summary>
    public async Task<Answered> Send(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        return await Answered.Of(response);
    }

    /// <inheritdoc />
    public virtual ValueTask DisposeAsync()
    {
        Http.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A client of the service at this address.</summary>
    protected static HttpClient ClientOf(string address)
    {
        var client = new HttpClient { BaseAddress = new(address) };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return client;
    }
}
