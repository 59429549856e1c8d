using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nsdd311.Web.Json;

/// <summary>A list of values as an array, written without the detour over an enumerator.</summary>
/// <remarks>Lists of objects are left to the serializer: it writes them on the stack that it has, and would begin another for each item from here.</remarks>
internal sealed class ValueListConverterFactory : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>)
        && typeToConvert.GetGenericArguments()[0] is var item && (item.IsValueType || item == typeof(string));

    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ValueListConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()), options)!;

    private sealed class ValueListConverter<T>(JsonSerializerOptions options) : JsonConverter<ValueList<T>>
    {
        private readonly JsonConverter<T> item = (JsonConverter<T>)options.GetConverter(typeof(T));

        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ValueList.Create<T>(JsonSerializer.Deserialize<T[]>(ref reader, options) ?? throw new JsonException());

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (ref readonly var one in value.AsSpan())
            {
                if (one is null) writer.WriteNullValue();
                else item.Write(writer, one, options);
            }

            writer.WriteEndArray();
        }
    }
}
