using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Conventions;

public sealed class Answers_come_in_their_order(OpenHouse open) : IClassFixture<OpenHouse>
{
    private static readonly string Nowhere = $"/proposals/{Guid.NewGuid():D}";
    private readonly House house = open.House;

    [Fact]
    public async Task Without_a_token_the_answer_is_401_whatever_else_is_wrong()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/proposals") { Content = new StringContent("not json") };
        (await house.Send(request)).ShouldBe(401, "sign-in.required");
    }

    [Fact]
    public async Task A_token_of_somebody_else_s_key_is_401()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/charter");
        request.Headers.Authorization = new("Bearer", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkb2QuYW8ifQ.c2lnbmF0dXJl");
        (await house.Send(request)).ShouldBe(401, "sign-in.required");
    }

    [Fact]
    public async Task A_seat_that_commands_nothing_is_403_before_the_body_is_looked_at()
    {
        var auditor = await house.SignIn("auditor");
        (await auditor.Post(Nowhere + "/withdrawal", "{ not json")).ShouldBe(403, "seat.not-entitled");
    }

    [Fact]
    public async Task The_request_alone_is_judged_before_existence()
    {
        var officer = await house.SignIn("dod.ao");
        (await officer.Post(Nowhere + "/withdrawal", "{ not json")).ShouldBe(400, "request.not-json");
        (await officer.Post(Nowhere + "/withdrawal", new { reason = new { text = "No mark." } })).ShouldBe(422, "text.mark-missing");
    }

    [Fact]
    public async Task A_missing_version_is_428_before_existence()
    {
        var officer = await house.SignIn("dod.ao");
        (await officer.Put(Nowhere, Papers.Visit().WithoutSubmit())).ShouldBe(428, "version.required");
        (await officer.Put(Nowhere, Papers.Visit().WithoutSubmit(), ifMatch: "\"1-00\"")).ShouldBe(404, "not-found");
    }

    [Fact]
    public async Task A_forbidden_matter_an_absent_one_and_no_address_at_all_give_the_same_bytes()
    {
        var officer = await house.SignIn("dod.ao");
        var observer = await house.SignIn("observer");
        var path = $"/proposals/{(await officer.Post("/proposals", Papers.Visit(submit: false))).ShouldBe(201).Member("id")}";

        var forbidden = (await observer.Get(path)).ShouldBe(404, "not-found");
        foreach (var other in new[] { path + "/history", path + "/positions", Nowhere, "/proposals/none", "/nowhere" })
            (await observer.Get(other)).ShouldBe(404, "not-found").Bytes.Should().Equal(forbidden.Bytes);
    }

    [Fact]
    public async Task Every_paper_says_whether_it_is_a_negotiation()
    {
        var officer = await house.SignIn("dod.ao");
        var draft = (await officer.Post("/proposals", Papers.Visit(submit: false))).ShouldBe(201);
        var path = $"/proposals/{draft.Member("id")}";
        var unstated = Papers.Visit().WithoutSubmit();
        unstated.Remove("isNegotiation");
        (await officer.Put(path, unstated, draft.ETag)).ShouldBe(422, "proposal.negotiation-unstated");
        foreach (var later in new[] { "amendments", "stages", "resubmission" })
            (await officer.Post($"{path}/{later}", unstated)).ShouldBe(422, "proposal.negotiation-unstated");
    }

    [Fact]
    public async Task A_stale_version_is_412_and_names_the_one_of_now()
    {
        var officer = await house.SignIn("dod.ao");
        var draft = (await officer.Post("/proposals", Papers.Visit(submit: false))).ShouldBe(201);
        var path = $"/proposals/{draft.Member("id")}";
        var revised = (await officer.Put(path, Papers.Visit().WithoutSubmit(), draft.ETag)).ShouldBe(200);

        (await officer.Put(path, Papers.Visit().WithoutSubmit(), draft.ETag)).ShouldBe(412, "version.stale").Member("version").Should().Be("2");
        revised.Member("paper.textVersion").Should().Be("2");
    }

    [Fact]
    public async Task A_wrong_method_is_405_and_names_the_right_ones()
    {
        var officer = await house.SignIn("dod.ao");
        using var request = officer.Request(HttpMethod.Delete, "/charter", null, null, null);
        (await house.Send(request)).ShouldBe(405, "http.method-not-allowed").Headers.Should().ContainKey("Allow");
    }

    [Fact]
    public async Task Two_seats_and_none_named_is_400()
    {
        var chair = await house.SignIn("dod.ig-chair");
        (await chair.Post(Nowhere + "/suspense", new { workingDays = 1, reason = Papers.Text("U", "More time.") })).ShouldBe(400, "acting-as.missing");
        (await chair.Post(Nowhere + "/suspense", new { workingDays = 1, reason = Papers.Text("U", "More time.") }, actingAs: "king")).ShouldBe(400, "acting-as.unknown");
    }

    [Fact]
    public async Task A_seat_that_is_not_held_is_403_after_existence()
    {
        var officer = await house.SignIn("dod.ao");
        (await officer.Post(Nowhere + "/discard", actingAs: "ig-member")).ShouldBe(404, "not-found");
        (await officer.Post("/proposals", Papers.Visit(submit: false), actingAs: "ig-member")).ShouldBe(403, "seat.not-held");
    }
}
