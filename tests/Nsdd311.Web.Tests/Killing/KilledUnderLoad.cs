using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace Nsdd311.Web.Tests.Killing;

public sealed class KilledUnderLoad(ITestOutputHelper output) : UnderLoad(output, KeptIn.Folder)
{
    [Fact]
    public async Task What_was_acknowledged_is_there_and_what_was_not_succeeds_once()
    {
        await TheServiceIsKilled(20);
        await EverythingIsThereOnceAndEveryChainVerifies();
    }
}

[NeedsPostgres]
public sealed class KilledUnderLoadOnPostgres(ITestOutputHelper output, PostgresServer server)
    : UnderLoad(output, KeptIn.Postgres(PostgresDatabases.New(server, $"killed_{Interlocked.Increment(ref databases)}"))), IClassFixture<PostgresServer>
{
    private static int databases;

    [Fact]
    public async Task What_was_acknowledged_is_there_after_ten_kills_of_the_service()
    {
        await TheServiceIsKilled(10);
        await EverythingIsThereOnceAndEveryChainVerifies();
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_ten_kills_of_the_server_and_the_service_goes_on_by_itself()
    {
        await TheStoreIsKilled(10, () =>
        {
            server.Kill();
            server.Start();
        });
        await EverythingIsThereOnceAndEveryChainVerifies();
    }
}
