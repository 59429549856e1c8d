using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.BadInput;

public sealed class A_file_that_cannot_be_attached_is_named(OpenHouse open) : IClassFixture<OpenHouse>
{
    private const int Largest = 20 * 1024 * 1024;
    private const string About = "{\"title\":{\"mark\":\"U\",\"text\":\"Itinerary\"},\"mark\":\"U\"}";

    private static readonly byte[] Itinerary = "Moscow"u8.ToArray();

    private readonly House house = open.House;

    [Theory]
    [InlineData("{\"title\":{\"mark\":\"U\",\"text\":\"Itinerary\"}}", 422, "text.mark-missing", "mark")]
    [InlineData("{\"title\":{\"mark\":\"U\",\"text\":\"Itinerary\"},\"mark\":\"X\"}", 422, "text.mark-missing", "mark")]
    [InlineData("{\"title\":{\"text\":\"Itinerary\"},\"mark\":\"U\"}", 422, "text.mark-missing", "title.mark")]
    [InlineData("{\"title\":{\"mark\":\"U\",\"text\":\" \"},\"mark\":\"U\"}", 422, "text.missing", "title")]
    [InlineData("{\"mark\":\"U\"}", 422, "text.missing", "title")]
    [InlineData("{\"title\":{\"mark\":\"U\",\"text\":\"Itinerary\"},\"mark\":\"U\",\"name\":\"a.txt\"}", 400, "request.member-unknown", "name")]
    [InlineData("{\"title\":{\"mark\":\"U\",\"text\":\"It\\u202einerary\"},\"mark\":\"U\"}", 422, "text.character-refused", "title.text")]
    [InlineData("{\"title\":\"Itinerary\",\"mark\":\"U\"}", 400, "request.wrong-type", "title")]
    [InlineData("Itinerary", 400, null, null)]
    [InlineData(null, 400, "request.member-missing", "about")]
    public async Task What_is_said_of_it_is_judged_as_any_body(string? about, int status, string? code, string? path)
    {
        var answer = await (await Officer()).PostParts(await Draft(), about, Itinerary);

        if (code is not null) answer.ShouldBe(status, code).Json["errors"]![path!].Should().NotBeNull(answer.Text);
        answer.Status.Should().Be(status, answer.Text);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text")]
    [InlineData("visit/of-the-minister")]
    [InlineData(null)]
    public async Task A_media_type_that_is_not_taken_is_422(string? mediaType) =>
        (await (await Officer()).PostParts(await Draft(), About, Itinerary, mediaType)).ShouldBe(422, "attachment.media-type").Json["errors"]!["content"].Should().NotBeNull();

    [Fact]
    public async Task An_empty_file_is_422() =>
        (await (await Officer()).PostParts(await Draft(), About, [])).ShouldBe(422, "attachment.empty").Json["errors"]!["content"].Should().NotBeNull();

    [Fact]
    public async Task A_file_that_is_missing_is_400() =>
        (await (await Officer()).PostParts(await Draft(), About, null)).ShouldBe(400, "request.member-missing").Json["errors"]!["content"].Should().NotBeNull();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Twenty_mebibytes_are_taken_and_one_byte_more_is_413(bool chunked)
    {
        var (officer, draft) = (await Officer(), await Draft());
        var bytes = new byte[Largest];
        new Random(7).NextBytes(bytes);

        var taken = (await officer.PostParts(draft, About, bytes, "application/octet-stream", chunked: chunked)).ShouldBe(201);
        (await officer.Get(taken.Headers["Location"])).ShouldBe(200).Bytes.AsSpan().SequenceEqual(bytes).Should().BeTrue();

        var refused = (await officer.PostParts(draft, About, [.. bytes, 1], "application/octet-stream", chunked: chunked)).ShouldBe(413, "request.too-large");
        refused.Text.Should().Contain("20971520").And.Contain("\"content\"");
        (await officer.Get(draft)).Json["items"]!.AsArray().Should().HaveCount(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Far_more_than_that_and_too_much_said_of_a_file_are_413(bool chunked)
    {
        var (officer, draft) = (await Officer(), await Draft());
        (await officer.PostParts(draft, About, new byte[Largest + (1024 * 1024)], "application/octet-stream", chunked: chunked)).ShouldBe(413, "request.too-large");
        (await officer.PostParts(draft, About.Replace("Itinerary", new string('a', 65 * 1024)), Itinerary, chunked: chunked)).ShouldBe(413, "request.too-large").Text.Should().Contain("about");
    }

    [Fact]
    public async Task Every_other_body_keeps_its_limit() =>
        (await (await Officer()).Post((await Draft())[..^"/attachments".Length] + "/withdrawal", new { reason = Papers.Text("U", new string('a', 1024 * 1024)) })).ShouldBe(413, "request.too-large");

    [Fact]
    public async Task Whoever_sends_a_little_too_much_reads_the_answer_and_goes_on_over_the_same_connection()
    {
        var connections = 0;
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                connections++;
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = new HttpClient(handler) { BaseAddress = house.Http.BaseAddress };
        for (var i = 0; i < 3; i++)
        {
            using var request = (await Officer()).Request(HttpMethod.Post, "/proposals", null, null, null);
            request.Content = new StringContent(new string('a', 3 * 1024 * 1024), Encoding.UTF8, "application/json");
            using var answer = await client.SendAsync(request);
            ((int)answer.StatusCode).Should().Be(413);
        }

        connections.Should().Be(1);
    }

    [Theory]
    [InlineData("application/json", About, 415, "request.media-type")]
    [InlineData("multipart/mixed; boundary=b", "--b--\r\n", 415, "request.media-type")]
    [InlineData("multipart/form-data", "--b--\r\n", 400, "request.not-multipart")]
    [InlineData("multipart/form-data; boundary=b", "", 400, "request.not-multipart")]
    [InlineData("multipart/form-data; boundary=b", "--c\r\n\r\n", 400, "request.not-multipart")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"about\"\r\n\r\n{", 400, "request.not-multipart")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nno header\r\n\r\n{\r\n--b--\r\n", 400, "request.not-multipart")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\n\r\n{}\r\n--b--\r\n", 400, "request.member-unknown")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n{}\r\n--b--\r\n", 400, "request.member-unknown")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"about\"\r\n\r\n{}\r\n--b\r\nContent-Disposition: form-data; name=\"about\"\r\n\r\n{}\r\n--b--\r\n", 400, "request.member-doubled")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"about\"\r\nContent-Type: text/plain\r\n\r\n{}\r\n--b\r\nContent-Disposition: form-data; name=\"content\"\r\n\r\n{}\r\n--b--\r\n", 415, "request.media-type")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"about\"\r\n\r\n{}\r\n--b--\r\n", 400, "request.member-missing")]
    public async Task A_body_that_is_no_form_of_two_parts_is_refused(string mediaType, string body, int status, string code)
    {
        var officer = await Officer();
        using var request = officer.Request(HttpMethod.Post, await Draft(), null, null, null);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
        (await house.Send(request)).ShouldBe(status, code);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("one")]
    [InlineData("99999999999")]
    [InlineData("3")]
    public async Task A_number_that_no_attachment_has_is_404(string number)
    {
        var (officer, draft) = (await Officer(), await Draft());
        (await officer.Get($"{draft}/{number}")).ShouldBe(404, "not-found");
        (await officer.Post($"{draft}/{number}/removal")).ShouldBe(404, "not-found");
    }

    [Fact]
    public async Task The_request_is_judged_before_the_matter_is_looked_for_and_the_version_after_it()
    {
        var (officer, draft) = (await Officer(), await Draft());
        var nowhere = $"/proposals/{Guid.NewGuid():D}/attachments";
        (await officer.PostParts(nowhere, About, [])).ShouldBe(422, "attachment.empty");
        (await officer.PostParts(nowhere, About, Itinerary, ifMatch: "\"9-0\"")).ShouldBe(404, "not-found");
        (await officer.PostParts(draft, About, Itinerary, ifMatch: "\"9-0\"")).ShouldBe(412, "version.stale");
        (await (await house.SignIn("auditor")).PostParts(draft, About, [])).Status.Should().Be(403);
    }

    private Task<Visitor> Officer() => house.SignIn("dod.ao");

    private async Task<string> Draft() => $"/proposals/{(await (await Officer()).Post("/proposals", Papers.Visit(submit: false))).ShouldBe(201).Member("id")}/attachments";
}
