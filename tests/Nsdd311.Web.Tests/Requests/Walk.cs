using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Requests;

/// <summary>Walks a file against a service as an editor would: from top to bottom, each answer kept under its name.</summary>
internal sealed partial class Walk(HttpFile file, LocalService service)
{
    private readonly Dictionary<string, Answered> named = [];

    /// <summary>Sends everything and compares each answer with what the file expects of it.</summary>
    public async Task Go()
    {
        foreach (var request in file.Requests)
        {
            var answer = await Send(request);
            if (request.Name is { } name) named[name] = answer;
            Compare(request, answer);
        }
    }

    private async Task<Answered> Send(WrittenRequest written)
    {
        using var request = new HttpRequestMessage(new(written.Method), new Uri(Filled(written.Address)));
        if (written.Body.Length > 0) request.Content = new ByteArrayContent(BodyOf(written));
        foreach (var (name, value) in written.Headers)
        {
            if (name is "Content-Type") request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else request.Headers.TryAddWithoutValidation(name, Filled(value)).Should().BeTrue(name);
        }

        return await service.Send(request);
    }

    private void Compare(WrittenRequest request, Answered answer)
    {
        var (where, expects) = ($"{file.Name}:{request.Line} was answered with {answer.Status} {answer.Text}", request.Expects);
        answer.Status.Should().Be(expects.Status, where);
        if (expects.Word is { } word) (answer.IsProblem ? answer.Code : answer.Member("status")).Should().Be(word, where);
        foreach (var (path, value) in expects.Members) answer.Member(path).Should().Be(value, $"that is {path}; {where}");
    }

    private byte[] BodyOf(WrittenRequest written) =>
        written.Body.StartsWith("< ", StringComparison.Ordinal)
            ? File.ReadAllBytes(Path.GetFullPath(written.Body[2..], Repository.PathOf("requests")))
            : Encoding.UTF8.GetBytes(IsOfParts(written) ? Filled(written.Body).Replace("\n", "\r\n", StringComparison.Ordinal) : Filled(written.Body));

    /// <summary>Between the parts of a form a line ends as in a header, and so editors send it.</summary>
    private static bool IsOfParts(WrittenRequest written) =>
        written.Headers.Any(header => header.Key is "Content-Type" && header.Value.StartsWith("multipart/", StringComparison.Ordinal));

    private string Filled(string text) => Hole().Replace(text, hole => ValueOf(hole.Groups[1].Value));

    /// <summary>A variable of the file, or a member of an answer: <c>submitted.response.body.$.id</c>. Where the service is and its key the reader says.</summary>
    private string ValueOf(string name) => name switch
    {
        "host" => service.Http.BaseAddress!.GetLeftPart(UriPartial.Authority),
        "key" => service.LocalKey,
        _ when file.Variables.TryGetValue(name, out var value) => Filled(value),
        _ when name.Split(".response.body.$.") is [var answer, var path] && named.TryGetValue(answer, out var answered) => answered.Member(path)!,
        _ => throw new FormatException($"{file.Name} uses {name} and does not say what it is"),
    };

    [GeneratedRegex(@"\{\{([^{}]+)\}\}")]
    private static partial Regex Hole();
}
