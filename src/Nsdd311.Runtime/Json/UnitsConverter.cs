using System.Text.Json;
using System.Text.Json.Serialization;
using Nsdd311.Charters;
using Nsdd311.Reciprocity;

namespace Nsdd311.Runtime.Json;

/// <summary>Stores units as one member per known dimension, in halves: <c>{"events":2,"days":10}</c>. An unknown dimension is absent.</summary>
internal sealed class UnitsConverter : JsonConverter<Units>
{
    public override Units Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartObject) throw new JsonException("Units are an object.");

        List<Measure> measures = [];
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var dimension = new Dimension(reader.GetString()!);
            reader.Read();
            measures.Add(new(dimension, reader.GetInt32()));
        }

        return new(measures.ToValueList());
    }

    public override void Write(Utf8JsonWriter writer, Units value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var measure in value.Measures) writer.WriteNumber(measure.Dimension.Code, measure.Halves);
        writer.WriteEndObject();
    }
}
