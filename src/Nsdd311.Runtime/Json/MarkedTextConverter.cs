using System.Text.Json;
using System.Text.Json.Serialization;
using Nsdd311.Marking;

namespace Nsdd311.Runtime.Json;

/// <summary>Stores a marked text in an envelope (mark, scheme, body), so that the body may become ciphertext without a new version of any event.</summary>
internal sealed class MarkedTextConverter : JsonConverter<MarkedText>
{
    private const string Plain = "plain";

    public override MarkedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var envelope = JsonSerializer.Deserialize<Envelope>(ref reader, options) ?? throw new JsonException("null is no marked text.");
        return envelope.Scheme == Plain
            ? new(envelope.Mark, envelope.Body)
            : throw new JsonException($"This program does not know the scheme '{envelope.Scheme}' of a marked text; the journal was written by a newer version.");
    }

    public override void Write(Utf8JsonWriter writer, MarkedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("mark"u8, value.Mark.ToString());
        writer.WriteString("scheme"u8, Plain);
        writer.WriteString("body"u8, value.Text);
        writer.WriteEndObject();
    }

    private sealed record Envelope(PortionMark Mark, string Scheme, string Body);
}
