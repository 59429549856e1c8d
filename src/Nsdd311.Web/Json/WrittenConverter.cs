using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nsdd311.Web.Json;

/// <summary>An identifier as the string that people write.</summary>
internal sealed class WrittenConverter<T>(Func<string, T?> parse, string what) : JsonConverter<T>
    where T : struct
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String) throw new JsonException();

        return parse(reader.GetString()!) ?? throw new UnfitValueException($"This is not {what}.");
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    /// <inheritdoc />
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        parse(reader.GetString()!) ?? throw new UnfitValueException($"This is not {what}.");

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString()!);
}

/// <summary>A value of the right JSON type that still is none of its kind; the serializer adds the path.</summary>
/// <param name="message">One sentence for the caller.</param>
internal sealed class UnfitValueException(string message) : JsonException(message);

/// <summary>A character that is never taken in a text; the serializer adds the path.</summary>
/// <param name="message">One sentence for the caller.</param>
internal sealed class RefusedCharacterException(string message) : JsonException(message);
