using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nsdd311.Web.Json;

/// <summary>A list of values as an array, written without the detour over an enumerator.</summary>
internal sealed class ListWriterFactory : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ListWriter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class ListWriter<T> : WriteOnlyConverter<ValueList<T>>
    {
        private JsonConverter<T>? item;

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
        {
            item ??= AnswerJson.WriterOf<T>();
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
