using System.Text;
using System.Text.Json.Nodes;
using Nsdd311.Charters;

namespace Nsdd311.Tests.Charters;

/// <summary>Damages a sound charter file in every place, one after the other; the fault must name that place.</summary>
public sealed class EveryPlaceInACharter
{
    [Fact]
    public void A_member_that_is_not_known_is_refused_wherever_it_stands()
    {
        foreach (var path in Places().Where(node => node is JsonObject).Select(node => node.GetPath()))
        {
            var file = Sound();
            ((JsonObject)At(file, path))["surplus"] = 1;

            Paths(file).Should().Contain($"{path}.surplus");
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("-100")]
    [InlineData("\"\"")]
    public void A_value_that_does_not_belong_there_is_refused_wherever_it_stands(string value)
    {
        foreach (var path in Places().Where(node => node is JsonValue).Select(node => node.GetPath()))
        {
            var file = Sound();
            At(file, path).ReplaceWith(JsonNode.Parse(value));

            Paths(file).Should().Contain(path);
        }
    }

    [Fact]
    public void A_member_that_stands_twice_is_refused_wherever_it_stands()
    {
        foreach (var node in Places().Where(node => node.Parent is JsonObject))
        {
            var file = Sound();
            var parent = (JsonObject)At(file, node.GetPath()).Parent!;
            parent["DOUBLED"] = node.DeepClone();
            var text = file.ToJsonString().Replace("\"DOUBLED\"", $"\"{node.GetPropertyName()}\"", StringComparison.Ordinal);

            CharterFile.Parse(Encoding.UTF8.GetBytes(text)).Faults().Should().Contain(new CharterFault(node.GetPath(), "stands here twice; keep one."));
        }
    }

    [Fact]
    public void A_member_that_is_missing_is_refused_unless_it_may_be_left_out()
    {
        string[] mayBeLeftOut = ["observed", "every", "liftsNegotiation", "clockMayStop", "disclosure", "reciprocity", "substitute", "agency", "chairAgency"];
        foreach (var node in Places().Where(node => node.Parent is JsonObject && !node.Parent.GetPath().EndsWith("dimensions", StringComparison.Ordinal)))
        {
            var file = Sound();
            ((JsonObject)At(file, node.GetPath()).Parent!).Remove(node.GetPropertyName());

            if (!mayBeLeftOut.Contains(node.GetPropertyName())) CharterFile.Parse(Bytes(file)).Faults().Should().Contain(new CharterFault(node.GetPath(), "is missing."));
        }
    }

    private static JsonObject Sound() => (JsonObject)JsonNode.Parse(CharterFiles.Second)!;

    private static byte[] Bytes(JsonNode file) => Encoding.UTF8.GetBytes(file.ToJsonString());

    private static IEnumerable<string> Paths(JsonNode file) => CharterFile.Parse(Bytes(file)).Faults().Select(fault => fault.Path);

    private static IEnumerable<JsonNode> Places() => Within(Sound());

    private static IEnumerable<JsonNode> Within(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Within(member.Value!)).Prepend(node),
        JsonArray items => items.SelectMany(item => Within(item!)).Prepend(node),
        _ => [node],
    };

    private static JsonNode At(JsonNode file, string path) => Within(file).Single(node => node.GetPath() == path);
}
