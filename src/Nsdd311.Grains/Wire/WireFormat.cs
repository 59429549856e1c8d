using System.Collections.Frozen;
using System.Text.Json;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Json;

namespace Nsdd311.Grains.Wire;

/// <summary>Writes and reads what travels, in the JSON of the journal; a member of any type names what it holds.</summary>
/// <remarks>It is as strict as the journal: silos and gateways of two versions understand each other only in what both know, and say so where they do not.</remarks>
public sealed class WireFormat
{
    private const string Nothing = "nothing/1";

    private static readonly FrozenDictionary<Type, string> Names = new Dictionary<Type, string>
    {
        [typeof(Reply)] = "reply/1",
        [typeof(EntityRecord)] = "record/1",
        [typeof(ValueList<RecordedEvent>)] = "history/1",
    }.ToFrozenDictionary();

    private readonly JsonSerializerOptions options;

    /// <summary>The format for the kinds of a model.</summary>
    public WireFormat(VettingModel model)
    {
        options = new(JournalJson.Options);
        options.Converters.Insert(0, new NamedValueConverter(model));
        options.MakeReadOnly();
    }

    /// <summary>The envelope of a value, or of its absence.</summary>
    public WireEnvelope Write<T>(T? value)
        where T : notnull =>
        value is null ? new(Nothing, []) : new(Names[typeof(T)], JsonSerializer.SerializeToUtf8Bytes(value, options));

    /// <summary>The value in an envelope; absent if there was none.</summary>
    /// <exception cref="JsonException">It holds something else, or a version that this program does not know.</exception>
    public T? Read<T>(WireEnvelope envelope)
        where T : notnull
    {
        if (envelope.Name == Nothing) return default;
        if (envelope.Name != Names[typeof(T)]) throw new JsonException($"A '{Names[typeof(T)]}' was expected, and a '{envelope.Name}' came.");

        return JsonSerializer.Deserialize<T>(envelope.Body, options);
    }
}
