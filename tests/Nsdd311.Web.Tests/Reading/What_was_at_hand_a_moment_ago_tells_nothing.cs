using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Memory;
using Nsdd311.Web.SignIn;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Reading;

/// <summary>A gateway may have at hand how a matter was a second ago, and a matter can leave somebody's view in that second.</summary>
public sealed class What_was_at_hand_a_moment_ago_tells_nothing
{
    [Fact]
    public async Task Who_knew_of_a_matter_a_moment_ago_is_answered_by_what_it_is_now()
    {
        await using var journal = new MemoryJournal();
        LateRuntime? late = null;
        await using var app = await Composed.Serve(journal, (services, runtime) => services.AddSingleton<IVettingRuntime>(late = new(runtime)));
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        var (officer, stranger) = (TokenOf("dod.ao"), TokenOf("state.ao"));
        var theirs = (await Send(HttpMethod.Post, "/proposals", officer, "action-officer/DOD", Draft())).ShouldBe(201).Member("id");
        var his = (await Send(HttpMethod.Post, "/proposals", stranger, "action-officer/STATE", Draft())).ShouldBe(201).Member("id");

        (await Send(HttpMethod.Get, $"/proposals/{theirs}", stranger)).ShouldBe(404, "not-found");

        // As if it had been his as well, a moment ago.
        late!.Shown = await late.Read(EntityId.Parse($"proposal/{his}"), null, default);
        (await Send(HttpMethod.Get, $"/proposals/{theirs}", stranger)).ShouldBe(404, "not-found");
        (await Send(HttpMethod.Post, $"/proposals/{theirs}/discard", stranger, "action-officer/STATE")).ShouldBe(404, "not-found");
        (await Send(HttpMethod.Post, $"/proposals/{theirs}/attachments", stranger, "action-officer/STATE", File())).ShouldBe(404, "not-found");
        (await Send(HttpMethod.Post, $"/proposals/{his}/discard", stranger, "action-officer/STATE")).ShouldBe(200);
        (await Send(HttpMethod.Get, $"/proposals/{theirs}", officer)).Member("status").Should().Be("draft");

        string TokenOf(string person)
        {
            var who = app.Services.GetRequiredService<ICharters>().InForce.Persons.First(one => one.Id.ToString() == person);
            return app.Services.GetRequiredService<LocalTokens>().Issue(who, who.Clearance).Token;
        }

        async Task<Answered> Send(HttpMethod method, string path, string token, string? actingAs = null, HttpContent? body = null)
        {
            using var request = new HttpRequestMessage(method, $"/api/v1{path}");
            request.Headers.Authorization = new("Bearer", token);
            if (actingAs is not null) request.Headers.Add("Acting-As", actingAs);
            if (method == HttpMethod.Post) request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            request.Content = body;
            using var response = await client.SendAsync(request);
            return await Answered.Of(response);
        }
    }

    private static StringContent Draft() => Json(Papers.Visit("2035-05-14", "2035-05-18").WithoutSubmit().ToJsonString());

    private static MultipartFormDataContent File()
    {
        var file = new ByteArrayContent([1, 2, 3]);
        file.Headers.ContentType = new("text/plain");
        return new() { { Json("""{"title":{"mark":"U","text":"Itinerary"},"mark":"U"}"""), "about" }, { file, "content", "itinerary.txt" } };
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    /// <summary>Shows another state at hand than there is.</summary>
    private sealed class LateRuntime(IVettingRuntime runtime) : IVettingRuntime
    {
        public EntityRecord? Shown { get; set; }

        public Task<Reply> Execute(CommandEnvelope envelope, CancellationToken cancellationToken) => runtime.Execute(envelope, cancellationToken);

        public Task<ReplyAndRecord> ExecuteAndSettle(CommandEnvelope envelope, TimeSpan patience, CancellationToken cancellationToken) =>
            runtime.ExecuteAndSettle(envelope, patience, cancellationToken);

        public Task<EntityRecord?> Read(EntityId entity, long? version, CancellationToken cancellationToken) => runtime.Read(entity, version, cancellationToken);

        public EntityRecord? AtHand(EntityId entity) => entity.Kind == "proposal" ? Shown : runtime.AtHand(entity);

        public Task<EntityRecord?> Settled(EntityId entity, long version, TimeSpan patience, CancellationToken cancellationToken) =>
            runtime.Settled(entity, version, patience, cancellationToken);

        public Task<ValueList<RecordedEvent>> History(EntityId entity, CancellationToken cancellationToken) => runtime.History(entity, cancellationToken);
    }
}
