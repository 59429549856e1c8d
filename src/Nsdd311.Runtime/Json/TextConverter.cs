using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nsdd311.Runtime.Json;

/// <summary>Stores an identifier as its own text, as a value and as the name of a member.</summary>
internal sealed class TextConverter<T>(Func<string, T> parse) : JsonConverter<T>
    where T : notnull
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String ? Parse(reader.GetString()!) : throw new JsonException($"{typeof(T).Name} is a text.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString()!);

    private T Parse(string text)
    {
        try
        {
            return parse(text);
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }
}
