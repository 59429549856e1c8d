using System.Text.Json;
using System.Text.Json.Serialization;
using Nsdd311.Marking;

namespace Nsdd311.Web.Json;

/// <summary>Strings without characters that hide, reorder or break text.</summary>
internal sealed class CleanTextConverter : JsonConverter<string>
{
    /// <inheritdoc />
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String) throw new JsonException();

        var text = reader.GetString()!;
        return RefusedCharacters.FirstIn(text) is { } refused
            ? throw new RefusedCharacterException($"The character U+{(int)refused:X4} is not taken in a text; leave it out.")
            : text;
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <inheritdoc />
    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}

/// <summary>RFC 3339 with an offset; an instant without one would mean the server's own zone.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    /// <summary>Reads an instant that names its offset; null otherwise.</summary>
    public static DateTimeOffset? Parse(string? text) =>
        text is { Length: >= 20 and <= 40 } && (text[^1] is 'Z' || text[^6] is '+' or '-') && text[10] is 'T'
            && DateTimeOffset.TryParse(text, out var instant)
            ? instant
            : null;

    /// <inheritdoc />
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String) throw new JsonException();

        return Parse(reader.GetString()) ?? throw new UnfitValueException("This is no instant with its offset, such as 1989-10-30T17:00:00-05:00.");
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
