using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Nsdd311.Calendar;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;

namespace Nsdd311.Runtime.Json;

/// <summary>The JSON in which events and states are stored. It belongs to the journal: the HTTP API has its own.</summary>
/// <remarks>
/// Camel case; identifiers as text; enums in kebab case; closed families with their case in <c>$case</c>; instants with their offset. Reading is
/// strict: a member that is missing, unknown or null against the type is an error, because a stored fact that is read loosely is a changed fact.
/// </remarks>
public static class JournalJson
{
    /// <summary>The options; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>UTF-8 bytes of a value as a member of the given family.</summary>
    public static byte[] Write(object value, Type declared) => JsonSerializer.SerializeToUtf8Bytes(value, declared, Options);

    /// <summary>The value that <see cref="Write"/> wrote; a <see cref="JsonException"/> if it is none.</summary>
    public static object Read(ReadOnlySpan<byte> utf8, Type declared) =>
        JsonSerializer.Deserialize(utf8, declared, Options) ?? throw new JsonException($"null is no {declared.Name}.");

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowOutOfOrderMetadataProperties = true,
            AllowDuplicateProperties = false,
            MaxDepth = 64,
            // The bytes are never put into a page; they are hashed and read back.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ClosedFamilies.DropComputed, ClosedFamilies.NameCases } },
        };
        foreach (var converter in Converters()) options.Converters.Add(converter);
        options.MakeReadOnly();
        return options;
    }

    private static IEnumerable<JsonConverter> Converters() =>
    [
        new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
        new ValueListConverterFactory(),
        new MarkedTextConverter(),
        new UnitsConverter(),
        new TextConverter<AgencyId>(text => AgencyId.Parse(text)),
        new TextConverter<ProposalId>(text => ProposalId.Parse(text)),
        new TextConverter<SessionId>(text => SessionId.Parse(text)),
        new TextConverter<PersonId>(text => new(text)),
        new TextConverter<LogNumber>(ReadLogNumber),
        new TextConverter<EntityId>(EntityId.Parse),
        new TextConverter<CommandId>(CommandId.Parse),
        new TextConverter<ContentHash>(ContentHash.Parse),
        new TextConverter<CategoryCode>(text => CategoryCode.Parse(text)),
        new TextConverter<PairId>(text => PairId.Parse(text)),
        new TextConverter<Dimension>(text => new(text)),
        new TextConverter<CharterVersion>(text => new(text)),
        new TextConverter<EntryId>(text => new(text)),
        new TextConverter<PortionMark>(text => text.Length == 0 ? default : PortionMark.Parse(text)),
        new TextConverter<Seat>(text => Seat.TryParse(text, out var seat) ? seat : throw new FormatException($"'{text}' is not a seat.")),
        new TextConverter<WorkingSpan>(text => WorkingSpan.TryParse(text) ?? throw new FormatException($"'{text}' is not a span.")),
    ];

    private static LogNumber ReadLogNumber(string text) =>
        LogNumber.TryParse(text, out var number) ? number : throw new FormatException($"'{text}' is not a log number.");
}
