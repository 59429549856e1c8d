using Nsdd311.Gateway;
using Nsdd311.Silo;
using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>Three silos and a gateway as processes, over a PostgreSQL of their own. It starts with the first test that asks for it.</summary>
public class RunningCluster : IAsyncLifetime, IAsyncDisposable
{
    private readonly HostProcess?[] silos;
    private readonly int[] ports;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("nsdd311-cluster-");
    private PostgresServer? server;
    private HostProcess? gateway;
    private int databases;

    public RunningCluster() : this(3) { }

    private protected RunningCluster(int count) => (silos, ports) = (new HostProcess?[count], new int[count]);

    internal PostgresServer Server => server!;

    internal string Database { get; private set; } = "";

    internal GatewayService Gateway { get; private set; } = null!;

    /// <summary>The file of the charter of whoever starts from now on.</summary>
    internal string Charter { get; set; } = Repository.PathOf("bench/charter.json");

    /// <summary>What stands in the environment of whatever starts from now on.</summary>
    internal Dictionary<string, string> Environment { get; } = [];

    /// <summary>Every silo and the gateway, as far as they run.</summary>
    internal IEnumerable<HostProcess> Processes => silos.Append(gateway).OfType<HostProcess>();

    /// <summary>Everything runs and is ready.</summary>
    internal async Task Up()
    {
        await SilosUp();
        if (gateway is null) (gateway, Gateway) = NewGateway("--sign-in", "local");
        await gateway.BecomesReady();
    }

    /// <summary>The silos run and are ready.</summary>
    internal async Task SilosUp()
    {
        if (server is null) NewDatabase();
        for (var i = 0; i < silos.Length; i++) silos[i] ??= NewSilo(i);
        await Task.WhenAll(silos.Select(silo => silo!.BecomesReady()));
    }

    /// <summary>Nothing runs any more, and there is a database in which nothing ever ran.</summary>
    internal async Task BeginAnew()
    {
        await KillAll();
        if (gateway is not null) await gateway.DisposeAsync();
        gateway = null;
        NewDatabase();
    }

    /// <summary>All silos start together and are killed some time after the first of them has reached the database.</summary>
    internal async Task KillWhileTheyStart(TimeSpan after)
    {
        for (var i = 0; i < silos.Length; i++) silos[i] = NewSilo(i);
        await HostProcess.Until(() => Task.FromResult(PostgresDatabases.IsInUse(Database)), "A silo's connection");
        await Task.Delay(after, TimeProvider.System);
        await KillAll();
    }

    /// <summary>The last words of the gateway, for a test that fails.</summary>
    internal string Words => gateway!.Words[^Math.Min(gateway.Words.Length, 6000)..];

    /// <summary>The silo that others reach under this port.</summary>
    internal int SiloAt(int port) => Array.IndexOf(ports, port);

    /// <summary>SIGKILL of one silo.</summary>
    internal async Task Kill(int silo)
    {
        if (silos[silo] is { } running) await running.DisposeAsync();
        silos[silo] = null;
    }

    /// <summary>SIGKILL of every silo, all at once.</summary>
    internal Task KillAll() => Task.WhenAll(Enumerable.Range(0, silos.Length).Select(Kill));

    /// <summary>One silo is told to end, and another takes its place.</summary>
    internal async Task Replace(int silo)
    {
        (await silos[silo]!.EndsInOrder()).Should().Be(0, silos[silo]!.Words);
        await Kill(silo);
        silos[silo] = NewSilo(silo);
        await silos[silo]!.BecomesReady();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (!Directory.Exists(folder.FullName)) return;

        if (gateway is not null) await gateway.DisposeAsync();
        foreach (var silo in silos.OfType<HostProcess>()) await silo.DisposeAsync();
        server?.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>A place for a file of the test's own.</summary>
    internal string PathOf(string file) => Path.Combine(folder.FullName, file);

    /// <summary>Another gateway of this cluster, for whoever signs in in another way.</summary>
    internal (HostProcess Process, GatewayService Service) NewGateway(params IEnumerable<string> signIn)
    {
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        return (NewGatewayAt(address, signIn), new(folder.FullName, address));
    }

    /// <summary>Another gateway of this cluster, which is to listen there.</summary>
    internal HostProcess NewGatewayAt(string address, params IEnumerable<string> signIn) => new(typeof(GatewayOptions).Assembly.Location, address,
        ["--journal", Database, "--charter", Charter, "--urls", address, "--secret", PathOf("local.key"), .. signIn], Environment);

    private void NewDatabase() => Database = PostgresDatabases.New(server ??= new(), $"cluster_{++databases}");

    /// <summary>Another silo of this cluster, for whoever ends it himself.</summary>
    internal HostProcess NewSilo() => NewSiloAt($"http://127.0.0.1:{FreePort.Next()}");

    private HostProcess NewSilo(int silo)
    {
        ports[silo] = FreePort.Next();
        return NewSilo($"http://127.0.0.1:{FreePort.Next()}", ports[silo]);
    }

    /// <summary>Another silo of this cluster, which is to tell its health there.</summary>
    internal HostProcess NewSiloAt(string address) => NewSilo(address, FreePort.Next());

    private HostProcess NewSilo(string address, int port) => new(typeof(SiloOptions).Assembly.Location, address,
        ["--journal", Database, "--charter", Charter, "--silo-port", $"{port}", "--gateway-port", $"{FreePort.Next()}", "--http", address], Environment);
}

/// <summary>Two silos, for what needs no third.</summary>
public sealed class SmallCluster() : RunningCluster(2);

/// <summary>The gateway, as somebody who signs in sees it.</summary>
internal sealed class GatewayService : LocalService
{
    public GatewayService(string folder, string address) : base(folder) => Http = ClientOf(address);
}
