using Nsdd311.Runtime.Hosting;

namespace Nsdd311.Runtime.Tests.Hosting;

public sealed class WhereAProcessListens
{
    [Theory]
    [InlineData("http://127.0.0.1:5311", "http://127.0.0.1:5311", true)]
    [InlineData("http://LocalHost:5311/", "http://localhost:5311", true)]
    [InlineData("http://loopback:5311", "http://localhost:5311", true)]
    [InlineData("http://[::1]:5311", "http://[::1]:5311", true)]
    [InlineData("http://127.1:5311", "http://127.0.0.1:5311", true)]
    [InlineData("http://127.0.0.1", "http://127.0.0.1:80", true)]
    [InlineData("http://0.0.0.0:5311", "http://0.0.0.0:5311", false)]
    [InlineData("http://[::]:5311", "http://[::]:5311", false)]
    [InlineData("http://127.0.0.1:5311; http://10.0.0.7:5311", "http://127.0.0.1:5311;http://10.0.0.7:5311", false)]
    public void The_server_is_handed_what_was_checked(string given, string handed, bool isLoopback)
    {
        Listening.At("--urls", given).Should().Be(handed);
        Listening.IsLoopback(handed).Should().Be(isLoopback);
    }

    /// <summary>For the first three the server would listen at all addresses of the machine, though each of them reads like this machine alone.</summary>
    [Theory]
    [InlineData("http://localhost@127.0.0.1:5311")]
    [InlineData("http://localhost.example:5311")]
    [InlineData("http://127.0.0.1:99999999999")]
    [InlineData("http://127.0.0.1:70000")]
    [InlineData("http://127.0.0.1:5311/api")]
    [InlineData("http://127.0.0.1:5311?a")]
    [InlineData("http://127.0.0.1:5311#a")]
    [InlineData("http://unix:/run/nsdd311.sock")]
    [InlineData("http://*:5311")]
    [InlineData("127.0.0.1:5311")]
    [InlineData("ftp://127.0.0.1:5311")]
    [InlineData("http://127.0.0.1:5311;")]
    [InlineData("http://")]
    [InlineData("nowhere")]
    [InlineData("")]
    public void What_is_no_address_is_refused(string given) =>
        FluentActions.Invoking(() => Listening.At("--urls", given)).Should().Throw<StartRefusedException>().WithMessage($"The option --urls is an address such as *'{given.Split(';')[^1]}' is none.");

    [Fact]
    public void Nor_is_one_with_TLS() =>
        FluentActions.Invoking(() => Listening.At("--http", "https://127.0.0.1:5311")).Should().Throw<StartRefusedException>().WithMessage("The option --http is an address without TLS*");
}
