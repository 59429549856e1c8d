using System.Text.Json;
using System.Text.Json.Serialization;
using Nsdd311.Marking;

namespace Nsdd311.Runtime.Json;

/// <summary>Stores a marked text in an envelope (mark, scheme, body), so that the body may become ciphertext without a new version of any event.</summary>
internal sealed class MarkedTextConverter : JsonConverter<MarkedText>
{
    private const string Plain = "plain";

    /// <remarks>Member by member: there is nothing that a matter has more of, and whoever hands a reader to the serializer has it look for the value's end first.</remarks>
    public override MarkedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartObject) throw new JsonException("A marked text is an object.");

        PortionMark? mark = null;
        string? scheme = null, body = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (mark is null && reader.ValueTextEquals("mark"u8)) mark = Mark(ref reader, options);
            else if (scheme is null && reader.ValueTextEquals("scheme"u8)) scheme = Scheme(ref reader);
            else if (body is null && reader.ValueTextEquals("body"u8)) body = Text(ref reader);
            else throw new JsonException($"A marked text has no member '{reader.GetString()}', or has it twice.");
        }

        if (mark is null || scheme is null || body is null) throw new JsonException("A marked text has a mark, a scheme and a body.");

        return scheme == Plain
            ? new(mark.Value, body)
            : throw new JsonException($"This program does not know the scheme '{scheme}' of a marked text; the journal was written by a newer version.");
    }

    public override void Write(Utf8JsonWriter writer, MarkedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("mark"u8, value.Mark.ToString());
        writer.WriteString("scheme"u8, Plain);
        writer.WriteString("body"u8, value.Text);
        writer.WriteEndObject();
    }

    private static PortionMark Mark(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        ExpectText(ref reader);
        return ((JsonConverter<PortionMark>)options.GetConverter(typeof(PortionMark))).Read(ref reader, typeof(PortionMark), options);
    }

    private static string Scheme(ref Utf8JsonReader reader)
    {
        ExpectText(ref reader);
        return reader.ValueTextEquals("plain"u8) ? Plain : reader.GetString()!;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        ExpectText(ref reader);
        return reader.GetString()!;
    }

    private static void ExpectText(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType is not JsonTokenType.String) throw new JsonException("Mark, scheme and body of a marked text are texts.");
    }
}
