using System.Net;
using System.Net.Sockets;
using Npgsql;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>A process that ends before it serves: at an operator's word, or with a word for the operator.</summary>
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class StartsThatEnd(SmallCluster cluster) : IClassFixture<SmallCluster>
{
    private const string OfAStack = "   at ";

    /// <summary>Of the block that is set aside for texts.</summary>
    private const string OfAnotherMachine = "http://192.0.2.1:5312";

    [Fact]
    public async Task A_gateway_that_is_told_to_stop_while_it_waits_for_the_cluster_ends_in_order()
    {
        await cluster.BeginAnew();
        var (process, _) = cluster.NewGateway("--sign-in", "local");
        await using var gateway = process;
        await gateway.Writes("Waiting for the cluster");

        (await gateway.EndsInOrder()).Should().Be(0, gateway.Words);

        gateway.Words.Should().NotContain(OfAStack);
    }

    [Fact]
    public async Task A_gateway_or_silo_whose_address_is_taken_or_not_of_this_machine_says_so_and_ends_though_there_is_no_cluster()
    {
        await cluster.BeginAnew();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{taken.LocalEndpoint}";

        await using var gateway = cluster.NewGatewayAt(address, "--sign-in", "local");
        await EndsWith(gateway, $"The gateway cannot listen at {address}");
        await using var silo = cluster.NewSiloAt(address);
        await EndsWith(silo, $"Health cannot be answered at {address}");
        await using var elsewhere = cluster.NewSiloAt(OfAnotherMachine);
        await EndsWith(elsewhere, $"Health cannot be answered at {OfAnotherMachine}");
    }

    [Fact]
    public async Task A_silo_that_is_told_to_stop_while_it_waits_for_PostgreSQL_ends_in_order()
    {
        await cluster.BeginAnew();
        cluster.Server.Stop();
        await using var silo = cluster.NewSilo();
        await silo.Writes("Waiting for PostgreSQL");

        (await silo.EndsInOrder()).Should().Be(0, silo.Words);

        cluster.Server.Start();
        silo.Words.Should().NotContain(OfAStack);
    }

    [Fact]
    public async Task A_silo_that_is_told_to_stop_while_it_joins_ends_in_order()
    {
        await cluster.BeginAnew();
        await cluster.SilosUp();
        await cluster.KillAll();
        await using var connection = new NpgsqlConnection($"{cluster.Database};Pooling=false");
        await connection.OpenAsync();
        await using var hold = await connection.BeginTransactionAsync();
        await using (var nobodyJoins = new NpgsqlCommand("lock table orleans_silo in access exclusive mode", connection)) await nobodyJoins.ExecuteNonQueryAsync();
        await using var silo = cluster.NewSilo();
        await HostProcess.Until(() => Task.FromResult(PostgresDatabases.Ask<bool>(cluster.Database, "select exists (select from pg_locks where relation = 'orleans_silo'::regclass and not granted)")), "A silo that joins");

        (await silo.EndsInOrder()).Should().Be(0, silo.Words);
        silo.Words.Should().NotContain("Unhandled exception");
    }

    [Fact]
    public async Task A_silo_over_the_journal_of_a_newer_version_says_so_and_ends()
    {
        await cluster.BeginAnew();
        await cluster.SilosUp();
        await cluster.KillAll();
        PostgresDatabases.Run(cluster.Database, "insert into event_type (name) values ('proposal.invented/9')");
        await using var silo = cluster.NewSilo();

        await EndsWith(silo, "The journal holds an event 'proposal.invented/9' that this program does not know");
    }

    private static async Task EndsWith(HostProcess process, string reason)
    {
        var (code, words) = await process.Ends();

        code.Should().Be(1);
        words.Should().Contain(reason).And.NotContain(OfAStack);
    }
}
