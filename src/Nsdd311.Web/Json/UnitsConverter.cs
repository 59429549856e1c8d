using System.Text.Json;
using System.Text.Json.Serialization;
using Nsdd311.Charters;
using Nsdd311.Reciprocity;

namespace Nsdd311.Web.Json;

/// <summary>Units as an object of whole or half numbers per dimension, <c>{ "events": 1, "days": 4 }</c>; a missing or null dimension is unknown.</summary>
internal sealed class UnitsConverter : JsonConverter<Units>
{
    private const int Most = 1_000_000;

    /// <inheritdoc />
    public override Units Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartObject) throw new JsonException();

        List<Measure> measures = [];
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var dimension = new Dimension(reader.GetString()!);
            if (dimension.Code.Length is 0 or > 40 || !dimension.Code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-'))
                throw new UnfitValueException("A dimension is a code of 1 to 40 lower-case letters, digits and hyphens.");
            if (measures.Any(measure => measure.Dimension == dimension)) throw new UnfitValueException($"The dimension {dimension} is named twice.");

            reader.Read();
            if (reader.TokenType is JsonTokenType.Null) continue;
            if (reader.TokenType is not JsonTokenType.Number || !reader.TryGetDecimal(out var amount)) throw new UnfitValueException($"The amount of {dimension} is not a number.");
            if (amount is < 0 or > Most || amount * 2 % 1 != 0) throw new UnfitValueException($"The amount of {dimension} is not a whole or half number from 0 to {Most}.");

            measures.Add(new(dimension, (int)(amount * 2)));
        }

        return new(measures.ToValueList());
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Units value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var measure in value.Measures)
        {
            if (measure.Halves % 2 == 0) writer.WriteNumber(measure.Dimension.Code, measure.Halves / 2);
            else writer.WriteNumber(measure.Dimension.Code, measure.Halves / 2m);
        }

        writer.WriteEndObject();
    }
}
