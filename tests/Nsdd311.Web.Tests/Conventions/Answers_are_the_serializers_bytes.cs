using System.Text;
using System.Text.Json;
using Nsdd311.Web.Json;

namespace Nsdd311.Web.Tests.Conventions;

public sealed class Answers_are_the_serializers_bytes
{
    public static TheoryData<Type> Views => [.. AnyView.Types];

    [Theory]
    [MemberData(nameof(Views))]
    public void Whatever_is_in_a_view_and_whatever_is_missing(Type view)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var any = new AnyView(seed).Of(view);
            using var json = JsonBuffer.Of(any);
            Encoding.UTF8.GetString(json.Bytes.Span).Should().Be(JsonSerializer.Serialize(any, view, WebJson.Options));
        }
    }
}
