using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Nsdd311.Proposals;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.SignIn;

namespace Nsdd311.Web.Describing;

/// <summary>Completes an operation: its parameters, headers, body, answers, problems and how to sign in.</summary>
internal static class OperationWords
{
    /// <summary>Writes down all that the conventions promise for the operation.</summary>
    public static async Task Transform(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Docs>().LastOrDefault() is not { } docs) return;

        operation.Parameters = [.. PathParameters(context.Description.RelativePath!), .. docs.Query.Select(Query), .. Headers(docs)];
        if (docs.Body is not null) operation.RequestBody = await Body(docs, context, cancellationToken);

        operation.Responses = [];
        await AddAnswers(operation.Responses, docs, context, cancellationToken);
        foreach (var (status, codes) in ProblemsOf.Operation(docs)) operation.Responses[status.ToString()] = ProblemAnswer(status, codes);

        if (docs.IsOpen) return;
        var scheme = docs.IsLocal ? Description.LocalKeyScheme : Description.Bearer;
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] }];
    }

    private static IEnumerable<IOpenApiParameter> PathParameters(string path)
    {
        foreach (var part in path.Split('/').Where(part => part.StartsWith('{')))
        {
            var name = part.Trim('{', '}').Split(':')[0];
            yield return new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Path,
                Required = true,
                Description = name is "n" ? "The number in the entity, from 1." : "The entity.",
                Schema = new OpenApiSchema { Type = name is "n" ? JsonSchemaType.Integer : JsonSchemaType.String },
            };
        }
    }

    private static OpenApiParameter Query(string name) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = QueryWords.Of(name),
        Schema = new OpenApiSchema { Type = name is "limit" or "goal" ? JsonSchemaType.Integer : name is "dryRun" ? JsonSchemaType.Boolean : JsonSchemaType.String },
    };

    private static IEnumerable<IOpenApiParameter> Headers(Docs docs)
    {
        if (!docs.IsCommand) yield break;

        yield return Header(Seating.ActingAs, "The seat in which the caller acts; must be named by whoever holds more than one.", false);
        yield return Header(CommandHeaders.IdempotencyKey, "1 to 200 visible ASCII characters; the same key and body of an accepted command answer the same again.", false);
        yield return Header("If-Match", "The ETag of the version that the caller has seen.", docs.RequiresMatch);
    }

    private static OpenApiParameter Header(string name, string description, bool required) => new()
    {
        Name = name, In = ParameterLocation.Header, Required = required, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static async Task<OpenApiRequestBody> Body(Docs docs, OpenApiOperationTransformerContext context, CancellationToken cancellationToken) => new()
    {
        Required = !docs.BodyIsOptional,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [docs.BodyMediaType] = docs.BodyMediaType is FormParts.MediaType
                ? Parts(await SchemaOf(docs.Body!, context, cancellationToken))
                : new() { Schema = await SchemaOf(docs.Body!, context, cancellationToken) },
        },
    };

    private static OpenApiMediaType Parts(IOpenApiSchema about) => new()
    {
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { FormParts.About, FormParts.Content },
            Properties = new Dictionary<string, IOpenApiSchema> { [FormParts.About] = about, [FormParts.Content] = Bytes() },
        },
        Encoding = new Dictionary<string, OpenApiEncoding>
        {
            [FormParts.About] = new() { ContentType = "application/json" },
            [FormParts.Content] = new() { ContentType = string.Join(", ", MediaTypes.All) },
        },
    };

    private static OpenApiSchema Bytes() => new() { Type = JsonSchemaType.String, Format = "binary", Description = "The bytes of a file." };

    private static async Task AddAnswers(OpenApiResponses responses, Docs docs, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var schema = await SchemaOf(docs.View, context, cancellationToken);
        responses[docs.Creates ? "201" : "200"] = Success(docs.Creates ? "Created." : "Done.", schema, docs);
        var next = docs.HasNoAddress ? "Repeat the request with the same key." : "Poll the address in Location.";
        if (docs.IsCommand) responses["202"] = Success($"Accepted and recorded; something is still owed to it. {next}", schema, docs);
        if (docs is { Creates: true, Query.Count: > 0 }) responses["200"] = Success("Nothing new was created.", schema, docs);
    }

    private static OpenApiResponse Success(string description, IOpenApiSchema schema, Docs docs)
    {
        var response = new OpenApiResponse
        {
            Description = description,
            Content = docs.IsFile ? MediaTypes.All.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = schema }) : new() { ["application/json"] = new() { Schema = schema } },
            Headers = new Dictionary<string, IOpenApiHeader>(),
        };
        if (docs.IsEntity || docs.IsCommand) response.Headers["ETag"] = AnswerHeader("Version and a hash of what this reader sees.");
        if (docs is { Creates: true, HasNoAddress: false }) response.Headers["Location"] = AnswerHeader("Where the entity is.");
        if (docs.IsFile) response.Headers["Content-Disposition"] = AnswerHeader("attachment, with a file name that is unclassified.");
        if (docs.Query.Contains("cursor")) response.Headers["Link"] = AnswerHeader("The next page, rel=next.");
        return response;
    }

    private static OpenApiHeader AnswerHeader(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static OpenApiResponse ProblemAnswer(int status, IReadOnlyList<KnownCode> codes)
    {
        var response = new OpenApiResponse
        {
            Description = $"{string.Join(", ", codes.Select(code => code.Code))}.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Problem.MediaType] = new()
                {
                    Schema = ProblemSchema(),
                    Examples = codes.ToDictionary(code => code.Code, code => (IOpenApiExample)new OpenApiExample
                    {
                        Summary = code.When,
                        Value = JsonNode.Parse(ProblemWriter.BytesOf(new(status, code.Code, code.When))),
                    }),
                },
            },
        };
        if (status is 429 or 503) response.Headers = new Dictionary<string, IOpenApiHeader> { ["Retry-After"] = AnswerHeader("Seconds to wait.") };
        return response;
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457. Further members carry the facts of the refusal.",
        Required = new HashSet<string> { "type", "title", "status", "detail", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri" },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["errors"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "What is wrong, by the path of the member." },
        },
    };

    private static async Task<IOpenApiSchema> SchemaOf(Type type, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (type == typeof(byte[])) return Bytes();
        if (type == typeof(string)) return new OpenApiSchema { Type = JsonSchemaType.String };

        var schema = await context.GetOrCreateSchemaAsync(type, null, cancellationToken);
        context.Document!.AddComponent(type.Name, schema);
        return new OpenApiSchemaReference(type.Name, context.Document);
    }
}
