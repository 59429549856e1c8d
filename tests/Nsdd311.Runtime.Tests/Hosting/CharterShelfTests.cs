using System.Text;
using Nsdd311.Charters;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Hosting;
using Nsdd311.Runtime.Memory;

namespace Nsdd311.Runtime.Tests.Hosting;

public sealed class CharterShelfTests : IAsyncDisposable
{
    private readonly MemoryJournal journal = new();

    public ValueTask DisposeAsync() => journal.DisposeAsync();

    [Fact]
    public async Task A_charter_that_came_after_the_start_is_found_once_somebody_named_it()
    {
        var first = await Open("NSDD-311");
        var second = await Open("NSDD-311, amended");
        first.InForce.Version.Should().NotBe(second.InForce.Version);
        FluentActions.Invoking(() => first.Find(second.InForce.Version)).Should().Throw<KeyNotFoundException>();

        await first.Know(second.InForce.Version, default);

        first.Find(second.InForce.Version).Title.Should().Be("NSDD-311, amended");
        first.Find(first.InForce.Version).Should().BeSameAs(first.InForce);
        second.Find(first.InForce.Version).Title.Should().Be("NSDD-311", "whoever starts reads the older ones");
    }

    [Fact]
    public async Task A_charter_that_was_never_in_force_is_still_not_found()
    {
        var shelf = await Open("NSDD-311");
        var never = new CharterVersion("never");

        await shelf.Know(never, default);

        FluentActions.Invoking(() => shelf.Find(never)).Should().Throw<KeyNotFoundException>();
    }

    private async Task<CharterShelf> Open(string title)
    {
        var (charter, bytes) = CharterSource.Of(null);
        var text = Encoding.UTF8.GetString(bytes.Span).Replace($"\"title\": \"{charter.Title}\"", $"\"title\": \"{title}\"", StringComparison.Ordinal);
        var own = Encoding.UTF8.GetBytes(text);
        return await CharterShelf.Open(journal, CharterSource.Stored(own), own, CharterSource.Stored, default);
    }
}
