using Nsdd311.Hosts;
using Nsdd311.Postgres;
using Nsdd311.Runtime.Hosting;
using Nsdd311.Silo;

// One silo of the cluster: options, health, the database, then Orleans with the vetting in it, until it is told to stop.
BatchScheduling.Take();
using var stop = new StopSignal();
try
{
    var options = SiloOptions.Parse(args);
    var readiness = new Readiness();
    await using var health = await Health.Start(options.Http, readiness);
    using var logs = LoggerFactory.Create(logging => logging.AddConsole());
    await using var database = await ClusterDatabase.Open(options.Journal, options.Charter, Console.WriteLine, logs, stop.Told);
    await SiloHost.Run(options, database, readiness, stop.Told);
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
