using System.Text;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>A visit with its itinerary and a map: enclosed, read by whoever may, left behind by a text that does without (8-charter, annex C).</summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract class EnclosedFiles(EnclosedFiles.Story story)
{
    private static readonly byte[] Itinerary = Encoding.UTF8.GetBytes("Moscow, Leningrad, Sevastopol\n");
    private static readonly byte[] Map = [0x25, 0x50, 0x44, 0x46, 0x2d, 0, 0xff, 13, 10, 45, 45, 1];

    public abstract class Story(Venue venue) : Journey("1989-10-16T09:00:00-04:00", venue);

    [Fact]
    public async Task _01_A_draft_has_an_itinerary_and_a_secret_map()
    {
        var draft = await story.Post("dod.ao", "/proposals", Papers.Visit(submit: false));
        story.Noted["visit"] = draft.Is("draft").Id;
        draft.Has("marking.overall", "C").Has("paper.attachments", "[]");

        var first = (await story.Attach("dod.ao", "visit", Journey.U("Itinerary"), "U", Itinerary)).Is("draft");
        (first.Status, first.Headers["Location"]).Should().Be((201, $"/api/v1{Attachments}/1"));
        first.Has("paper.attachments[0].number", "1").Has("paper.attachments[0].size", "30").Has("paper.attachments[0].textVersion", "1").Has("marking.overall", "C");

        story.Kept["map"] = (await story.Attach("dod.ao", "visit", new { mark = "S", text = "The fleet's berths" }, "S", Map, "application/pdf", "map")).Is("draft");
        story.Kept["map"].Has("marking.overall", "S").Has("marking.shown", "S").Has("paper.attachments[1].mark", "S").Has("paper.attachments[1].mediaType", "application/pdf");
    }

    [Fact]
    public async Task _02_Sent_again_under_its_key_it_is_the_same_and_other_bytes_or_words_are_another_request()
    {
        var title = new { mark = "S", text = "The fleet's berths" };
        var again = (await story.Attach("dod.ao", "visit", title, "S", Map, "application/pdf", "map")).Is("draft");
        (again.Status, again.Text, again.Headers["ETag"], again.Headers["Location"])
            .Should().Be((201, story.Kept["map"].Text, story.Kept["map"].Headers["ETag"], story.Kept["map"].Headers["Location"]));

        (await story.Attach("dod.ao", "visit", title, "S", [.. Map, 0], "application/pdf", "map")).Refused(422, "idempotency.other-content");
        (await story.Attach("dod.ao", "visit", title, "TS", Map, "application/pdf", "map")).Refused(422, "idempotency.other-content");
        (await story.Attach("dod.ao", "visit", title, "S", Map, "image/png", "map")).Refused(422, "idempotency.other-content");
        (await story.Get("dod.ao", Attachments)).Json.GetProperty("items").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public async Task _03_Once_submitted_the_table_reads_the_very_bytes_as_a_file_and_never_as_a_page()
    {
        (await story.Post("dod.ao", story.Matter("visit") + "/submission")).Is("in-vetting").Has("paper.attachments[1].number", "2");
        var number = (await story.Get("state.ig", story.Matter("visit")))["logNumber"];

        var (itinerary, map) = (await story.Get("state.ig", Attachments + "/1"), await story.Get("state.ig", Attachments + "/2"));

        (itinerary.Status, map.Status).Should().Be((200, 200));
        itinerary.Bytes.Should().Equal(Itinerary);
        map.Bytes.Should().Equal(Map);
        map.Headers["Content-Type"].Should().Be("application/pdf");
        map.Headers["Content-Disposition"].Should().Be($"attachment; filename=\"{number}-attachment-2.pdf\"");
        map.Headers["X-Content-Type-Options"].Should().Be("nosniff");
        map.Headers["Cache-Control"].Should().Be("no-store");
    }

    [Fact]
    public async Task _04_Who_is_not_cleared_for_the_map_finds_no_trace_of_it_and_is_answered_as_if_there_were_none()
    {
        const string Reader = "state.ao cleared C";
        var (forbidden, absent) = (await story.Get(Reader, Attachments + "/2"), await story.Get(Reader, Attachments + "/77"));
        forbidden.Refused(404, "not-found").Bytes.Should().Equal(absent.Bytes);
        (await story.Post("dod.ao cleared C", Attachments + "/2/removal")).Refused(404, "not-found").Bytes.Should().Equal(absent.Bytes);
        Without(forbidden.Headers).Should().BeEquivalentTo(Without(absent.Headers));

        var matter = await story.Get(Reader, story.Matter("visit"));
        matter.Has("marking.overall", "S").Has("marking.shown", "C").Json.GetProperty("paper").GetProperty("attachments").GetArrayLength().Should().Be(1);
        var (list, history) = (await story.Get(Reader, Attachments), await story.Get(Reader, story.Matter("visit") + "/history"));
        list.Json.GetProperty("items").GetArrayLength().Should().Be(1);
        history.Text.Should().Contain("Attachment 1 was enclosed");
        foreach (var text in new[] { matter.Text, list.Text, history.Text }) text.Should().NotContain("berths").And.NotContain("application/pdf").And.NotContain("Attachment 2");

        (await story.Get("state.ig", story.Matter("visit") + "/history")).Text.Should().Contain("berths").And.Contain("Attachment 2 was enclosed");
        (await story.Get("auditor", story.Matter("visit") + "/history")).Text.Should().Contain("Attachment 2 was enclosed").And.NotContain("berths").And.NotContain("application/pdf");
        (await story.Get("auditor", Attachments + "/1")).Refused(404, "not-found");
    }

    [Fact]
    public async Task _05_Others_do_not_enclose_and_to_those_who_may_not_know_of_the_matter_it_is_not_there()
    {
        (await story.Attach("state.ao", "visit", Journey.U("A view of ours"), "U", Itinerary)).Refused(403, "seat.not-entitled");
        (await story.Attach("state.sig", "visit", Journey.U("A view of ours"), "U", Itinerary)).Refused(404, "not-found");
        (await story.Get("state.sig", Attachments)).Refused(404, "not-found").Bytes.Should().Equal((await story.Get("state.sig", Attachments + "/1")).Bytes);
    }

    [Fact]
    public async Task _06_Inside_the_round_a_file_needs_leave_and_comes_with_the_amended_text()
    {
        (await story.Attach("dod.ao", "visit", Journey.U("Party"), "U", Itinerary)).Refused(409, "proposal.leave-missing");
        (await story.Post("dod.ig-chair as ig-chair", story.Matter("visit") + "/leave", new { kind = "amendment", reason = Journey.U("Name the party.") })).Is("in-vetting");

        (await story.Attach("dod.ao", "visit", Journey.U("Party"), "U", Itinerary)).Is("in-vetting").Json.GetProperty("paper").GetProperty("attachments").GetArrayLength().Should().Be(2);
        (await story.Get("state.ig", Attachments)).Has("items[2].textVersion", "2");
        (await story.Post("dod.ao", story.Matter("visit") + "/amendments", Journey.PaperOf(Papers.Visit()))).Is("in-vetting").Has("paper.textVersion", "2").Has("paper.attachments[2].number", "3");
    }

    [Fact]
    public async Task _07_Returned_for_the_map_it_comes_again_without_and_is_marked_lower()
    {
        (await story.Post("dod.ig-chair as ig-chair", story.Matter("visit") + "/decision", new { body = "ig", decision = "return", remarks = Journey.U("Without the map.") })).Is("returned");
        (await story.Post("dod.ao", Attachments + "/2/removal")).Is("returned").Has("marking.overall", "S");
        (await story.Post("dod.ao", Attachments + "/2/removal")).Refused(409, "attachment.already-removed");

        var again = (await story.Post("dod.ao", story.Matter("visit") + "/resubmission", "")).Is("in-vetting");

        again.Has("paper.textVersion", "3").Has("marking.overall", "C").Has("paper.attachments[1].number", "3");
        (await story.Get("state.ig", Attachments)).Has("items[1].number", "2").Has("items[1].removedFrom", "3");
        (await story.Get("state.ig", Attachments + "/2")).Bytes.Should().Equal(Map, "the texts before it have the map still");
    }

    [Fact]
    public async Task _08_The_executive_secretary_encloses_for_the_proponent_and_nothing_follows_the_end()
    {
        (await story.Post("dod.ig-chair as ig-chair", story.Matter("visit") + "/decision", new { body = "ig", decision = "return", remarks = Journey.U("With the list.") })).Is("returned");
        (await story.Attach("dod.ig-chair as executive-secretary", "visit", Journey.U("List"), "C", Itinerary, "text/plain; charset=utf-8")).Is("returned");

        (await story.Post("dod.ao", story.Matter("visit") + "/withdrawal", new { reason = Journey.U("Not this year.") })).Is("withdrawn");
        (await story.Attach("dod.ao", "visit", Journey.U("Too late"), "U", Itinerary)).Refused(409, "proposal.ended");
    }

    private string Attachments => story.Matter("visit") + "/attachments";

    private static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> headers) => headers.Where(header => header.Key is not "Date").ToDictionary();
}
