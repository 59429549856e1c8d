using Nsdd311.Postgres;
using Nsdd311.Runtime.Hosting;
using Nsdd311.Silo;

// One silo of the cluster: options, the database, then Orleans with the vetting in it, until it is told to stop.
BatchScheduling.Take();
try
{
    var options = SiloOptions.Parse(args);
    using var logs = LoggerFactory.Create(logging => logging.AddConsole());
    await using var database = await ClusterDatabase.Open(options.Journal, options.Charter, Console.WriteLine, logs);
    await using var app = SiloHost.Build(options, database);
    await app.RunAsync();
    return 0;
}
catch (StartRefusedException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}
