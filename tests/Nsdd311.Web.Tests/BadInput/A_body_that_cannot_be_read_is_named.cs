using System.Text;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.BadInput;

public sealed class A_body_that_cannot_be_read_is_named(OpenHouse open) : IClassFixture<OpenHouse>
{
    private readonly House house = open.House;

    [Theory]
    [InlineData("{\"category\":\"visit.ministerial\",\"isNegotiation\":false,\"colour\":1}", "request.member-unknown", "colour")]
    [InlineData("{\"category\":\"visit.ministerial\",\"isNegotiation\":false,\"title\":{\"mark\":\"U\",\"text\":\"a\",\"size\":2}}", "request.member-unknown", "title.size")]
    [InlineData("{\"category\":\"visit.ministerial\",\"category\":\"visit.chiefs\"}", "request.member-doubled", "category")]
    [InlineData("{\"isNegotiation\":false}", "request.member-missing", "category")]
    [InlineData("{\"category\":\"visit.ministerial\",\"goals\":[{\"rationale\":{}}]}", "request.member-missing", "goals[0].goal")]
    [InlineData("{\"category\":7}", "request.wrong-type", "category")]
    [InlineData("{\"category\":\"visit.ministerial\",\"goals\":[{\"goal\":\"one\"}]}", "request.wrong-type", "goals[0].goal")]
    [InlineData("{\"category\":\"visit.ministerial\",\"direction\":\"sideways\"}", "request.wrong-type", "direction")]
    [InlineData("{\"category\":\"visit.ministerial\",\"direction\":1}", "request.wrong-type", "direction")]
    [InlineData("{\"category\":\"VISIT\"}", "request.wrong-value", "category")]
    [InlineData("{\"category\":\"visit.ministerial\",\"embargo\":\"1989-10-16T09:00:00\"}", "request.wrong-value", "embargo")]
    [InlineData("{\"category\":\"visit.ministerial\",\"units\":{\"days\":-1}}", "request.wrong-value", "units")]
    [InlineData("{\"category\":\"visit.ministerial\",\"units\":{\"days\":1,\"days\":2}}", "request.wrong-value", "units")]
    [InlineData("{\"category\":\"visit.ministerial\",\"window\":{\"from\":\"1990-02-30\",\"to\":\"1990-03-01\"}}", "request.wrong-type", "window.from")]
    public async Task A_member_at_fault_is_named_by_its_path(string body, string code, string path)
    {
        var officer = await house.SignIn("dod.ao");
        var answer = (await officer.Post("/proposals", body)).ShouldBe(400, code);
        answer.Json["errors"]!.AsObject().Select(error => error.Key).Should().Equal(path);
        answer.Text.Should().NotContain("Nsdd311.", "our types are nobody's business");
    }

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("\\u001b")]
    [InlineData("\\r")]
    [InlineData("\\u202e")]
    [InlineData("\\u2066")]
    public async Task A_character_that_hides_or_turns_text_round_is_refused_by_path(string character)
    {
        var officer = await house.SignIn("dod.ao");
        var body = Papers.Visit(submit: false).ToJsonString().Replace("Sites not seen", $"Sites {character}not seen");
        (await officer.Post("/proposals", body)).ShouldBe(422, "text.character-refused").Json["errors"]!["goals[0].rationale.text"].Should().NotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("<proposal/>")]
    [InlineData("{\"category\":\"\\ud800\"}")]
    public async Task What_is_no_object_is_400(string body)
    {
        var officer = await house.SignIn("dod.ao");
        var answer = await officer.Post("/proposals", body);
        answer.IsProblem.Should().BeTrue(answer.Text);
        answer.Status.Should().Be(400, answer.Text);
    }

    [Fact]
    public async Task Invalid_utf8_is_400() => (await Raw([.. "{\"category\":\""u8, 0xC3, 0x28, .. "\"}"u8])).ShouldBe(400, "request.not-utf8");

    [Fact]
    public async Task A_body_that_nests_deeper_than_sixteen_is_400() =>
        (await Raw(Encoding.UTF8.GetBytes("{\"title\":" + new string('[', 20) + new string(']', 20) + "}"))).ShouldBe(400, "request.too-deep");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_one_mebibyte_is_413(bool chunked) =>
        (await Raw(new byte[1024 * 1024 + 1], chunked: chunked)).ShouldBe(413, "request.too-large");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_media_type_is_415(string mediaType) => (await Raw("{}"u8.ToArray(), mediaType)).ShouldBe(415, "request.media-type");

    [Theory]
    [InlineData("/proposals?limit=0", "limit")]
    [InlineData("/proposals?limit=201", "limit")]
    [InlineData("/proposals?status=open", "status")]
    [InlineData("/proposals?agency=state", "agency")]
    [InlineData("/proposals?dueBefore=tomorrow", "dueBefore")]
    [InlineData("/proposals?colour=red", "colour")]
    [InlineData("/proposals?cursor=abc", "cursor")]
    [InlineData("/proposals?goal=1&goal=2", "goal")]
    [InlineData("/alerts?limit=x", "limit")]
    [InlineData("/contacts?pair=x", "pair")]
    [InlineData("/pairs/secdef~minister-of-defense?asOf=28.7.1988", "asOf")]
    public async Task A_parameter_at_fault_is_named(string path, string name)
    {
        var officer = await house.SignIn("dod.ao");
        (await officer.Get(path)).ShouldBe(400, "query.malformed").Json["errors"]![name].Should().NotBeNull();
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"seven\"")]
    [InlineData("W/\"7\"")]
    [InlineData("\"0-0\"")]
    public async Task A_version_that_is_none_is_400(string ifMatch)
    {
        var officer = await house.SignIn("dod.ao");
        var answer = await officer.Put($"/proposals/{Guid.NewGuid():D}", Papers.Visit().WithoutSubmit(), ifMatch);
        if (ifMatch is not "7") answer.ShouldBe(400, "version.malformed");
        else answer.Status.Should().BeOneOf(400, 404);
    }

    private async Task<Answered> Raw(byte[] body, string mediaType = "application/json", bool chunked = false)
    {
        var officer = await house.SignIn("dod.ao");
        using var request = officer.Request(HttpMethod.Post, "/proposals", null, null, null);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        request.Headers.TransferEncodingChunked = chunked;
        // An answer that comes before the body was sent is otherwise lost now and then with the connection that it closes.
        request.Headers.ExpectContinue = true;
        return await house.Send(request);
    }
}
