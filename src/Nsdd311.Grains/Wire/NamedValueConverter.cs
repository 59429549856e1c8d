using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nsdd311.Runtime;

namespace Nsdd311.Grains.Wire;

/// <summary>Writes an event or state of the domain together with the stable name of what it is: <c>{"name":"pair.state","value":{…}}</c>.</summary>
internal sealed class NamedValueConverter : JsonConverter<object>
{
    private readonly FrozenDictionary<string, Type> types;
    private readonly Dictionary<Type, string> names = [];

    public NamedValueConverter(VettingModel model)
    {
        Dictionary<string, Type> found = [];
        foreach (var kind in model.Kinds.OrderBy(kind => kind.Name, StringComparer.Ordinal))
        {
            Add($"{kind.Name}.state", kind.StateFamily);
            foreach (var (type, name) in kind.Events.All) Add(name, type);
        }

        types = found.ToFrozenDictionary();

        void Add(string name, Type type)
        {
            // Kinds may share a family: then one name is as good as the other, for both mean the same type.
            if (!found.TryAdd(name, type) && found[name] != type) throw new ArgumentException($"'{name}' names {found[name].Name} and {type.Name}.");
            names.TryAdd(type, name);
        }
    }

    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(object);

    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Expect(reader.TokenType is JsonTokenType.StartObject && reader.Read() && reader.ValueTextEquals("name") && reader.Read());
        var name = reader.GetString()!;
        Expect(reader.Read() && reader.ValueTextEquals("value") && reader.Read());
        var type = types.GetValueOrDefault(name) ?? throw new JsonException($"This program does not know '{name}'; a newer one sent it.");
        var value = JsonSerializer.Deserialize(ref reader, type, options) ?? throw new JsonException($"null is no '{name}'.");
        Expect(reader.Read() && reader.TokenType is JsonTokenType.EndObject);
        return value;
    }

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        var type = Named(value.GetType());
        writer.WriteStartObject();
        writer.WriteString("name", names[type]);
        writer.WritePropertyName("value");
        JsonSerializer.Serialize(writer, value, type, options);
        writer.WriteEndObject();
    }

    /// <summary>The type itself if it has a name, else the family that has one.</summary>
    private Type Named(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
            if (names.ContainsKey(at)) return at;

        throw new JsonException($"{type.Name} belongs to no kind of entity.");
    }

    private static void Expect(bool met)
    {
        if (!met) throw new JsonException("A named value is an object of name and value.");
    }
}
