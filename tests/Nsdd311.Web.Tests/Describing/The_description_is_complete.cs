using System.Text.Json.Nodes;
using Nsdd311.Web.Describing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Describing;

public sealed class The_description_is_complete(OpenHouse open) : IClassFixture<OpenHouse>
{
    private readonly House house = open.House;

    [Fact]
    public async Task It_is_OpenAPI_3_1_with_both_ways_to_sign_in()
    {
        var document = await Document();
        ((string)document["openapi"]!).Should().StartWith("3.1");
        document["components"]!["securitySchemes"]!.AsObject().Select(scheme => scheme.Key).Should().Equal("bearer", "localKey");
    }

    [Fact]
    public async Task Every_operation_has_an_id_of_its_own_a_summary_a_tag_and_an_answer_with_a_schema()
    {
        var operations = await Operations();
        operations.Select(operation => (string)operation.Json["operationId"]!).Should().OnlyHaveUniqueItems();
        foreach (var (name, operation) in operations)
        {
            ((string?)operation["operationId"]).Should().NotBeNullOrEmpty(name);
            ((string?)operation["summary"]).Should().EndWith(".", name);
            operation["tags"]!.AsArray().Should().NotBeEmpty(name);
            Answers(operation).Where(answer => answer.Key.StartsWith('2')).Should().NotBeEmpty(name)
                .And.OnlyContain(answer => answer.Value!["content"]!.AsObject().All(content => content.Value!["schema"] != null), name);
        }
    }

    [Fact]
    public async Task Every_problem_has_its_media_type_a_schema_and_an_example_that_bears_its_code()
    {
        foreach (var (name, operation) in await Operations())
        {
            var problems = Answers(operation).Where(answer => !answer.Key.StartsWith('2')).ToList();
            problems.Select(problem => problem.Key).Should().Contain(["400", "429", "500", "503"], name);
            foreach (var problem in problems)
            {
                var content = problem.Value!["content"]!["application/problem+json"]!;
                content["schema"]!["properties"]!["code"].Should().NotBeNull(name);
                foreach (var (code, example) in content["examples"]!.AsObject())
                    ((string)example!["value"]!["type"]!).Should().EndWith("/" + code, name);
            }
        }
    }

    [Fact]
    public async Task Every_refusal_of_the_page_is_the_answer_of_some_operation()
    {
        var described = (await Operations()).SelectMany(operation => Answers(operation.Json))
            .SelectMany(answer => answer.Value!["content"]!.AsObject().SelectMany(content => content.Value!["examples"]?.AsObject().Select(example => example.Key) ?? []))
            .ToHashSet();
        string[] neverOverHttp = ["proposal.absent", "http.method-not-allowed", .. Catalogue.Of("Log book").Select(code => code.Code)];

        Catalogue.Headings.SelectMany(Catalogue.Of).Select(code => code.Code).Except(neverOverHttp).Where(code => !described.Contains(code)).Should().BeEmpty();
    }

    [Fact]
    public async Task Whatever_needs_sign_in_says_so_and_can_answer_401()
    {
        foreach (var (name, operation) in await Operations())
        {
            if (name.Contains("/health/")) continue;

            operation["security"]!.AsArray().Should().NotBeEmpty(name);
            Answers(operation).Select(answer => answer.Key).Should().Contain("401", name);
        }
    }

    [Fact]
    public async Task Every_command_takes_a_seat_a_key_and_a_version_and_can_answer_every_refusal()
    {
        foreach (var (name, operation) in (await Operations()).Where(operation => IsCommand(operation.Name)))
        {
            operation["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!).Should().Contain(["Acting-As", "Idempotency-Key", "If-Match"], name);
            operation["requestBody"].Should().NotBeNull(name);
            Answers(operation).Select(answer => answer.Key).Should().Contain(["202", "403", "412", "413", "415", "422"], name);
        }
    }

    [Fact]
    public async Task Every_part_of_a_path_is_a_parameter_and_every_parameter_has_words()
    {
        foreach (var (name, operation) in await Operations())
        {
            var parameters = operation["parameters"]?.AsArray() ?? [];
            var inPath = name.Split('/', ' ').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'));
            parameters.Where(parameter => (string)parameter!["in"]! == "path").Select(parameter => (string)parameter!["name"]!).Should().Equal(inPath, name);
            parameters.Where(parameter => parameter!["description"] == null || parameter["schema"] == null).Should().BeEmpty(name);
        }
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = await Document();
        var text = document.ToJsonString();
        foreach (var reference in References(document).Distinct())
        {
            JsonNode? target = document;
            foreach (var part in reference.TrimStart('#', '/').Split('/')) target = target?[part];
            target.Should().NotBeNull(reference);
        }

        text.Should().NotContain("Nsdd311.");
    }

    [Fact]
    public async Task A_marked_text_an_instant_and_units_are_described_as_they_are_written()
    {
        var schemas = (await Document())["components"]!["schemas"]!.AsObject();
        var paper = schemas["PaperBody"]!["properties"]!;
        paper["embargo"]!.ToJsonString().Should().Contain("date-time");
        paper["units"]!.ToJsonString().Should().Match(text => text.Contains("additionalProperties") || text.Contains("$ref"));
        paper["title"]!["properties"]!.AsObject().Select(member => member.Key).Should().Equal("mark", "text");
    }

    [Fact]
    public async Task A_file_is_described_by_its_parts_as_it_is_sent_and_by_its_media_types_as_it_is_given()
    {
        var operations = (await Operations()).ToDictionary(operation => (string)operation.Json["operationId"]!, operation => operation.Json);
        var sent = operations["attachFile"]["requestBody"]!["content"]!["multipart/form-data"]!;
        var given = operations["getAttachment"]["responses"]!["200"]!;

        ((string)sent["schema"]!["properties"]!["content"]!["format"]!).Should().Be("binary");
        ((string)sent["encoding"]!["about"]!["contentType"]!).Should().Be("application/json");
        given["content"]!.AsObject().Select(content => content.Key).Should().Contain(["application/pdf", "application/octet-stream"]).And.NotContain("application/json");
        given["headers"]!.AsObject().Select(header => header.Key).Should().Contain(["Content-Disposition", "ETag"]);
    }

    [Fact]
    public async Task It_can_be_browsed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/index.html");
        (await house.Send(request)).ShouldBe(200).Headers["Content-Type"].Should().StartWith("text/html");
    }

    /// <remarks>A plan is tried and nothing changes: that is a reading with a body.</remarks>
    private static bool IsCommand(string name) => name.StartsWith("post /api") && !name.Contains("/local/") && !name.EndsWith("/plans/trial");

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Answers(JsonNode operation) => operation["responses"]!.AsObject();

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key == "$ref" ? [(string)member.Value!] : References(member.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private async Task<JsonNode> Document()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        return (await house.Send(request)).ShouldBe(200).Json;
    }

    private async Task<List<(string Name, JsonNode Json)>> Operations() =>
        (await Document())["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => ($"{operation.Key} {path.Key}", operation.Value!))).ToList();
}
