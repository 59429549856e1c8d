using System.Text.Json;
using Nsdd311.Web.Json;

namespace Nsdd311.Web.Conventions;

/// <summary>What is wrong with a body that the serializer would not take. The serializer's own sentence never leaves: it names our types.</summary>
internal static class JsonFaults
{
    /// <summary>The problem, naming the member by its path.</summary>
    public static Problem ProblemOf(JsonException fault, ReadOnlySpan<byte> utf8)
    {
        var path = PathOf(fault);
        return fault switch
        {
            RefusedCharacterException => Problem.At(422, "text.character-refused", path, fault.Message),
            UnfitValueException => Problem.At(400, "request.wrong-value", path, fault.Message),
            _ when Reads(utf8, WebJson.MaxDepth) => OfContent(fault, path),
            _ when Reads(utf8, 512) => new(400, "request.too-deep", $"The body nests deeper than {WebJson.MaxDepth}; send a flatter one."),
            _ => new(400, "request.not-json", $"The body is not JSON: line {fault.LineNumber + 1}, byte {fault.BytePositionInLine}."),
        };
    }

    private static Problem OfContent(JsonException fault, string path)
    {
        // The framework tells these faults apart only in its sentence; a test pins that it still does.
        var said = fault.Message;
        if (said.Contains("could not be mapped", StringComparison.Ordinal)) return Problem.At(400, "request.member-unknown", path, $"There is no member '{path}' here; leave it out.");
        if (said.StartsWith("Duplicate property", StringComparison.Ordinal)) return Problem.At(400, "request.member-doubled", path, $"The member '{path}' is there twice; send it once.");
        if (said.Contains("missing required properties", StringComparison.Ordinal)) return Missing(said, path);

        return Problem.At(400, "request.wrong-type", path, $"The value of '{path}' is not of the type that the member has.");
    }

    private static Problem Missing(string said, string path)
    {
        var names = said[(said.IndexOf("including:", StringComparison.Ordinal) + 10)..].Trim(' ', '.').Split(',').Select(name => name.Trim(' ', '\'', '.'));
        var paths = names.Select(name => path.Length is 0 || path is "body" ? name : $"{path}.{name}").ToArray();
        var detail = $"Add the member {string.Join(", ", paths.Select(one => $"'{one}'"))}.";
        return new(400, "request.member-missing", detail) { Errors = [.. paths.Select(one => KeyValuePair.Create(one, "Add this member."))] };
    }

    private static string PathOf(JsonException fault) => fault.Path switch
    {
        null or "$" or "" => "body",
        var path when path.StartsWith("$.", StringComparison.Ordinal) => path[2..],
        var path => path,
    };

    private static bool Reads(ReadOnlySpan<byte> utf8, int depth)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = depth });
        try
        {
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
