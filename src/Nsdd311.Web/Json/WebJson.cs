using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;

namespace Nsdd311.Web.Json;

/// <summary>How the API reads and writes JSON. One set of options for every request, so that the serializer's metadata is made once; <see cref="AnswerJson"/> asks it what an answer is made of.</summary>
internal static class WebJson
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int MaxDepth = 16;

    /// <summary>Strict: unknown or doubled members, nulls where none may be, numbers for enumerations are refused.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

    /// <summary>Applies the conventions; the description of the API is made with the same ones.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.MaxDepth = MaxDepth;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new CleanTextConverter());
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new UnitsConverter());
        foreach (var converter in Identifiers()) options.Converters.Add(converter);

        return options;
    }

    private static IEnumerable<JsonConverter> Identifiers() =>
    [
        new WrittenConverter<AgencyId>(text => AgencyId.TryParse(text, out var id) ? id : null, "an agency code"),
        new WrittenConverter<CategoryCode>(text => CategoryCode.TryParse(text, null, out var code) ? code : null, "a category code"),
        new WrittenConverter<PairId>(text => PairId.TryParse(text, null, out var id) ? id : null, "a counterpart pair"),
        new WrittenConverter<ProposalId>(text => ProposalId.TryParse(text, null, out var id) ? id : null, "a matter's UUID"),
        new WrittenConverter<SessionId>(text => SessionId.TryParse(text, null, out var id) ? id : null, "a session, such as sig-1989-01"),
        new WrittenConverter<Seat>(text => Seat.TryParse(text, out var seat) ? seat : null, "a seat"),
        new WrittenConverter<PortionMark>(text => PortionMark.TryParse(text, out var mark) ? mark : null, "a portion mark"),
        new WrittenConverter<PersonId>(text => text.Length is > 0 and <= 200 ? new PersonId(text) : null, "a person"),
        new WrittenConverter<EntryId>(EntryOf, "a ledger entry"),
        new WrittenConverter<Dimension>(text => text.Length is > 0 and <= 40 ? new Dimension(text) : null, "a dimension"),
        new WrittenConverter<LogNumber>(text => LogNumber.TryParse(text, out var number) ? number : null, "a log number"),
        new WrittenConverter<ContentHash>(_ => null, "a digest"),
        new WrittenConverter<CharterVersion>(_ => null, "a charter version"),
    ];

    /// <summary>A matter's UUID, a file and its row, or a row alone: no place for free words, which would be read without a mark.</summary>
    private static EntryId? EntryOf(string text) =>
        text.Length is > 0 and <= 200 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.') ? new EntryId(text) : null;
}
