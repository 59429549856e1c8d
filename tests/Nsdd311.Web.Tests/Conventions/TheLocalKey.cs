using Nsdd311.Web.SignIn;

namespace Nsdd311.Web.Tests.Conventions;

public sealed class TheLocalKey : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("nsdd311-");

    [Fact]
    public async Task Of_those_who_start_together_all_get_the_one_key()
    {
        foreach (var round in Enumerable.Range(0, 20))
        {
            var path = Path.Combine(folder.FullName, $"{round}.key");
            using var together = new Barrier(8);

            var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(Start, TaskCreationOptions.LongRunning)));

            keys.Distinct().Should().Equal(await File.ReadAllTextAsync(path));

            string Start()
            {
                together.SignalAndWait();
                return LocalKey.OfFile(path).Text;
            }
        }
    }

    [Fact]
    public void The_next_start_finds_the_same_key()
    {
        var path = Path.Combine(folder.FullName, "local.key");

        LocalKey.OfFile(path).Text.Should().MatchRegex("^[0-9a-f]{64}$").And.Be(LocalKey.OfFile(path).Text);
    }

    [Fact]
    public void A_file_that_a_killed_start_left_empty_is_filled()
    {
        var path = Path.Combine(folder.FullName, "local.key");
        File.WriteAllText(path, "");

        LocalKey.OfFile(path).Text.Should().Be(File.ReadAllText(path)).And.HaveLength(64);
    }

    [Theory]
    [InlineData("0123")]
    [InlineData("zz34567890123456789012345678901234567890123456789012345678901234")]
    public void What_is_no_key_is_not_replaced(string text)
    {
        var path = Path.Combine(folder.FullName, "local.key");
        File.WriteAllText(path, text);

        FluentActions.Invoking(() => LocalKey.OfFile(path)).Should().Throw<InvalidDataException>().WithMessage($"{path} holds no local key*");

        File.ReadAllText(path).Should().Be(text);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
