using Nsdd311.Runtime.Memory;
using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Conventions;

public sealed class Bytes_come_before_the_event_that_names_them : IAsyncLifetime
{
    private static readonly byte[] Itinerary = "Moscow, Leningrad"u8.ToArray();
    private static readonly object About = new { title = Papers.Text("U", "Itinerary"), mark = "U" };

    private House house = null!;
    private FaultyJournal journal = null!;

    public Task InitializeAsync() => Open(new(new MemoryJournal()));

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task When_the_event_is_stored_the_bytes_are_there()
    {
        var (officer, attachments) = await Draft();
        List<bool> seen = [];
        journal.Fault = batch =>
        {
            if (batch.Any(append => append.Rows.Any(row => row.Type == "proposal.attached/1")))
                seen.Add(journal.ReadContent(ContentHash.Of(Itinerary), default).Result is { } bytes && bytes.Span.SequenceEqual(Itinerary));
            return CommitFault.None;
        };

        (await officer.PostParts(attachments, About, Itinerary)).ShouldBe(201);

        seen.Should().Equal(true);
    }

    [Fact]
    public async Task Where_the_bytes_cannot_be_kept_nothing_is_attached_and_the_same_request_succeeds_later()
    {
        var (officer, attachments) = await Draft();
        journal.RefusesContents = true;
        (await officer.PostParts(attachments, About, Itinerary, key: "a")).ShouldBe(503, "runtime.unavailable");
        (await officer.Get(attachments)).Json["items"]!.AsArray().Should().BeEmpty();

        journal.RefusesContents = false;
        (await officer.PostParts(attachments, About, Itinerary, key: "a")).ShouldBe(201);
        (await officer.Get(attachments)).Json["items"]!.AsArray().Should().HaveCount(1);
    }

    [Fact]
    public async Task What_is_not_what_its_name_says_is_never_given_out()
    {
        var (officer, attachments) = await Draft();
        await journal.WriteContent(ContentHash.Of(Itinerary), "Moscow alone"u8.ToArray(), default);
        (await officer.PostParts(attachments, About, Itinerary)).ShouldBe(201);

        (await officer.Get(attachments + "/1")).ShouldBe(500, "server.error").Text.Should().NotContain("Moscow");
    }

    [Fact]
    public async Task Who_may_not_enclose_leaves_no_bytes_and_what_is_refused_is_not_named()
    {
        var (officer, attachments) = await Draft();
        (await officer.Post(attachments[..^"/attachments".Length] + "/submission")).ShouldBe(200);

        (await (await house.SignIn("state.ao")).PostParts(attachments, About, Itinerary)).ShouldBe(403, "seat.not-entitled");
        (await journal.ReadContent(ContentHash.Of(Itinerary), default)).Should().BeNull();
        (await officer.PostParts(attachments, About, Itinerary)).ShouldBe(409, "proposal.leave-missing");

        (await officer.Get(attachments)).Json["items"]!.AsArray().Should().BeEmpty();
        (await officer.Get(attachments + "/1")).ShouldBe(404, "not-found");
    }

    private async Task Open(FaultyJournal faulty) => house = await House.Open("1989-10-16T09:00:00-04:00", kept: new(null, journal = faulty));

    private async Task<(Visitor Officer, string Attachments)> Draft()
    {
        var officer = await house.SignIn("dod.ao");
        return (officer, $"/proposals/{(await officer.Post("/proposals", Papers.Visit(submit: false))).ShouldBe(201).Member("id")}/attachments");
    }
}
