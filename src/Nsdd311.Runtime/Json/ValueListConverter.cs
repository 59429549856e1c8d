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

        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ValueList.Create<T>(JsonSerializer.Deserialize<T[]>(ref reader, options) ?? throw new JsonException("null is no list."));

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            item ??= (JsonTypeInfo<T>)known.GetTypeInfo(typeof(T));
            foreach (ref readonly var one in value.AsSpan()) JsonSerializer.Serialize(writer, one, item);
            writer.WriteEndArray();
        }
    }
}
