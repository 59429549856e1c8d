using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;

namespace Nsdd311.Web.Describing;

/// <summary>Describes the types that are written as a string or an object of their own.</summary>
internal static class SchemaWords
{
    private static readonly Dictionary<Type, (string Description, string? Format, string? Pattern)> Written = new()
    {
        [typeof(AgencyId)] = ("An agency of the charter, such as STATE.", null, "^[A-Z]{2,12}$"),
        [typeof(CategoryCode)] = ("A category of the charter, such as visit.ministerial.", null, "^[a-z0-9.-]{3,60}$"),
        [typeof(PairId)] = ("A counterpart pair, such as secdef~minister-of-defense.", null, "^[a-z0-9-]+~[a-z0-9-]+$"),
        [typeof(ProposalId)] = ("A matter.", "uuid", null),
        [typeof(SessionId)] = ("A session of a body, such as sig-1989-01.", null, "^(ig|sig)-[0-9]{4}-[0-9]{2,}$"),
        [typeof(Seat)] = ("A seat, and after a slash its agency, such as ig-member/STATE.", null, null),
        [typeof(PortionMark)] = ("A portion mark without parentheses, such as C or S//NF.", null, null),
        [typeof(PersonId)] = ("A person's sign-in name.", null, null),
        [typeof(EntryId)] = ("An entry of a ledger.", null, null),
        [typeof(Dimension)] = ("A dimension that a ledger counts in, such as events.", null, null),
        [typeof(LogNumber)] = ("A log number, such as 1988-00042.", null, "^[0-9]{4}-[0-9]{5,}$"),
        [typeof(ContentHash)] = ("The SHA-256 of bytes, in hex digits.", null, "^[0-9a-f]{64}$"),
        [typeof(CharterVersion)] = ("Name and digest of a charter.", null, null),
        [typeof(DateTimeOffset)] = ("An instant with its offset (RFC 3339).", "date-time", null),
        [typeof(string)] = ("", null, null),
    };

    /// <summary>Gives a schema its type, format and meaning.</summary>
    public static Task Transform(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (Written.TryGetValue(type, out var words)) Write(schema, words, isNullable: type != context.JsonTypeInfo.Type);
        else if (type == typeof(Units)) WriteUnits(schema);

        return Task.CompletedTask;
    }

    private static void Write(OpenApiSchema schema, (string Description, string? Format, string? Pattern) words, bool isNullable)
    {
        schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        if (words.Description.Length > 0) schema.Description ??= words.Description;
        schema.Format ??= words.Format;
        schema.Pattern ??= words.Pattern;
    }

    private static void WriteUnits(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Properties = null;
        schema.Description = "Whole or half units per dimension, such as { \"events\": 1, \"days\": 4 }; a missing dimension is unknown, not zero.";
        schema.AdditionalPropertiesAllowed = true;
        schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = "0" };
    }
}
