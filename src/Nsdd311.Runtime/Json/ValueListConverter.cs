using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Nsdd311.Runtime.Json;

/// <summary>Stores a list as an array.</summary>
internal sealed class ValueListConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ValueListConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()), options)!;

    private sealed class ValueListConverter<T>(JsonSerializerOptions known) : JsonConverter<ValueList<T>>
    {
        private JsonTypeInfo<T>? item;

        /// <remarks>Element by element with its own converter: whoever hands a reader to the serializer has it look for the value's end first.</remarks>
        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is not JsonTokenType.StartArray) throw new JsonException("A list is an array.");

            var converter = (JsonConverter<T>)(item ??= Item()).Converter;
            List<T>? items = null;
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
                (items ??= []).Add(reader.TokenType is JsonTokenType.Null ? Nothing() : converter.Read(ref reader, typeof(T), options)!);
            return items is null ? [] : items.ToValueList();
        }

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            item ??= Item();
            foreach (ref readonly var one in value.AsSpan()) JsonSerializer.Serialize(writer, one, item);
            writer.WriteEndArray();
        }

        private static T Nothing() => default(T) is null ? default! : throw new JsonException($"null is no {typeof(T).Name}.");

        private JsonTypeInfo<T> Item() => (JsonTypeInfo<T>)known.GetTypeInfo(typeof(T));
    }
}
