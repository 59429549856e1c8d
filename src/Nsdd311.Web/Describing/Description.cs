using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Nsdd311.Web.SignIn;

namespace Nsdd311.Web.Describing;

/// <summary>The description of the API (OpenAPI 3.1), made from the routes and what stands beside them.</summary>
internal static class Description
{
    /// <summary>The name of the bearer scheme.</summary>
    public const string Bearer = "bearer";

    /// <summary>The name of the local key's scheme.</summary>
    public const string LocalKeyScheme = "localKey";

    /// <summary>Adds the document <c>v1</c>.</summary>
    public static IServiceCollection Add(IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddSchemaTransformer(SchemaWords.Transform);
        options.AddOperationTransformer(OperationWords.Transform);
        options.AddDocumentTransformer(Transform);
    });

    private static Task Transform(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "NSDD-311 vetting",
            Version = "1",
            Description = "Vetting of statements, visits, exchange activities and proposed agreements. Errors are problems (RFC 9457) whose type ends in a stable code; every free text carries its portion mark.",
        };
        // The address is the one asked; a description with a fixed one would be wrong behind another.
        document.Servers = [];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "Claims sub, name, agency, clearance; seats come from the roster." },
            [LocalKeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = LocalEndpoints.KeyHeader, Description = "The key in the file local.key of the data folder; local mode only." },
        };
        return Task.CompletedTask;
    }
}
