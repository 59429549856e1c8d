using System.Text.Json;
using Nsdd311.Web.Json;

namespace Nsdd311.Web.Tests.Conventions;

public sealed class Answers_use_their_memory_again
{
    [Fact]
    public void A_short_answer_after_a_long_one_has_nothing_of_it()
    {
        foreach (var length in new[] { 3, 100_000, 5, 1_000_000, 0 })
        {
            var view = new View(new string('x', length), null);
            using var json = JsonBuffer.Of(view);
            json.Bytes.ToArray().Should().Equal(JsonSerializer.SerializeToUtf8Bytes(view, WebJson.Options));
        }
    }

    [Fact]
    public void Two_at_once_do_not_meet()
    {
        using var first = JsonBuffer.Of(new View("first", null));
        using var second = JsonBuffer.Of(new View("second", null));

        (TextOf(first), TextOf(second)).Should().Be(("first", "second"));
    }

    [Fact]
    public void One_that_fails_half_written_leaves_nothing_to_the_next()
    {
        var fails = () => JsonBuffer.Of(new View("half", new Unwritable(null)));
        for (var i = 0; i < 10; i++) fails.Should().Throw<InvalidOperationException>();

        using var next = JsonBuffer.Of(new View("whole", null));
        TextOf(next).Should().Be("whole");
    }

    private static string? TextOf(JsonBuffer json) => JsonDocument.Parse(json.Bytes).RootElement.GetProperty("text").GetString();

    private sealed record View(string Text, Unwritable? More);

    private sealed class Unwritable(string? text)
    {
        public string Text => text ?? throw new InvalidOperationException("A bug.");
    }
}
