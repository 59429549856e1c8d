using Nsdd311.Gateway;
using Nsdd311.Hosts;
using Nsdd311.Postgres;
using Nsdd311.Runtime.Hosting;

// The API in front of the cluster: options, the database that lists are read from, then the web with Orleans' client behind it.
BatchScheduling.Take();
using var stop = new StopSignal();
try
{
    var options = GatewayOptions.Parse(args);
    using var logs = LoggerFactory.Create(logging => logging.AddConsole());
    await using var database = await ClusterDatabase.Open(options.Journal, options.Charter, Console.WriteLine, logs, stop.Told);
    await using var app = GatewayHost.Build(options, database);
    await GatewayHost.Run(app, options, database, stop.Told);
    return 0;
}
catch (OperationCanceledException) when (stop.Told.IsCancellationRequested)
{
    return 0;
}
catch (StartRefusedException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}
