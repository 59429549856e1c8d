using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Nsdd311.Web.Conventions;

/// <summary>Writes problems: the one place where a refusal gets its form.</summary>
internal static class ProblemWriter
{
    private static readonly string[] Standard = ["type", "title", "status", "detail", "code", "errors"];
    private static readonly byte[] NotFound = BytesOf(Problem.NotFound);

    /// <summary>Answers with the problem.</summary>
    public static Task Write(HttpContext http, Problem problem)
    {
        var bytes = ReferenceEquals(problem, Problem.NotFound) ? NotFound : BytesOf(problem);
        foreach (var (name, value) in problem.Headers) http.Response.Headers[name] = value;

        http.Response.StatusCode = problem.Status;
        http.Response.ContentType = Problem.MediaType;
        http.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    /// <summary>The problem's bytes.</summary>
    public static byte[] BytesOf(Problem problem)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", Problem.TypeBase + problem.Code);
            json.WriteString("title", ReasonPhrases.GetReasonPhrase(problem.Status));
            json.WriteNumber("status", problem.Status);
            json.WriteString("detail", problem.Detail);
            json.WriteString("code", problem.Code);
            WriteErrors(json, problem);
            WriteFacts(json, problem);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteErrors(Utf8JsonWriter json, Problem problem)
    {
        if (problem.Errors.Count == 0) return;

        json.WriteStartObject("errors");
        foreach (var path in problem.Errors.GroupBy(error => error.Key, error => error.Value))
        {
            json.WriteStartArray(path.Key);
            foreach (var what in path.Distinct()) json.WriteStringValue(what);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, Problem problem)
    {
        if (problem.Facts is not { ValueKind: JsonValueKind.Object } facts) return;

        foreach (var fact in facts.EnumerateObject())
            if (!Standard.Contains(fact.Name)) fact.WriteTo(json);
    }
}
