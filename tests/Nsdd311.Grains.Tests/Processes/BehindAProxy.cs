using Nsdd311.Gateway;
using Nsdd311.Runtime.Hosting;
using Nsdd311.Web.Edge;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>Whom a gateway believes that speaks for others.</summary>
public sealed class BehindAProxy
{
    private static readonly string[] Usual = ["--journal", "Host=db", "--sign-in", "local"];

    [Fact]
    public void Nobody_unless_it_is_told() => Parse(Usual).Proxies.Should().Be(TrustedProxies.Nobody);

    [Fact]
    public void Nobody_where_the_environment_has_an_empty_value() => Parse(Usual, ("NSDD311_PROXIES", "")).Proxies.Should().Be(TrustedProxies.Nobody);

    [Fact]
    public void Whom_the_argument_or_the_environment_names()
    {
        Parse([.. Usual, "--proxies", "10.0.0.7,172.18.0.0/16"]).Proxies.Should().Be(TrustedProxies.Parse("10.0.0.7,172.18.0.0/16"));
        Parse(Usual, ("NSDD311_PROXIES", "10.0.0.7")).Proxies.Should().Be(TrustedProxies.Parse("10.0.0.7"));
    }

    [Fact]
    public void A_faulty_value_starts_nothing() =>
        FluentActions.Invoking(() => Parse([.. Usual, "--proxies", "everybody"])).Should().Throw<StartRefusedException>().WithMessage("The option --proxies*'everybody' is neither.");

    private static GatewayOptions Parse(string[] args, params (string Name, string Value)[] environment) =>
        GatewayOptions.Parse(args, name => environment.FirstOrDefault(variable => variable.Name == name).Value);
}
