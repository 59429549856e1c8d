using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Nsdd311.Web.Json;

/// <summary>How answers are written: the bytes that <see cref="WebJson.Options"/> would give, without what makes that slow.</summary>
/// <remarks>The serializer can leave an object halfway and come back to it, and keeps a stack for that which costs more than the answer. Answers are written in one go.</remarks>
internal static class AnswerJson
{
    /// <summary>For writing alone.</summary>
    public static JsonSerializerOptions Options { get; } = new(WebJson.Options) { Converters = { new ListWriterFactory(), new RecordWriterFactory() } };

    /// <summary>What writes values of the type, to be called from within another converter.</summary>
    /// <remarks>Objects and lists of other kinds than ours are the serializer's, with a stack of its own.</remarks>
    public static JsonConverter<T> WriterOf<T>() => typeof(T) != typeof(object) && Options.GetTypeInfo(typeof(T)).Kind is JsonTypeInfoKind.None
        ? (JsonConverter<T>)Options.GetConverter(typeof(T))
        : new Serialized<T>();

    private sealed class Serialized<T> : WriteOnlyConverter<T>
    {
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, options);
    }
}

/// <summary>Writes, and is never asked to read.</summary>
internal abstract class WriteOnlyConverter<T> : JsonConverter<T>
{
    /// <inheritdoc />
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Answers are not read.");
}
