using Nsdd311.Runtime.Hosting;
using Nsdd311.Standalone;
using Nsdd311.Web.Edge;

// Everything in one process over one SQLite file or one PostgreSQL: options, then either the check of the journal or the service.
try
{
    var options = Options.Parse(args);
    if (options.Verb is Verb.Help) return Help.Print(Console.Out);
    if (options.Verb is Verb.Verify) return await Verification.Run(options, Console.Out);

    BatchScheduling.Take();
    SocketThreads.GoOnThere();
    await using var service = await Service.Build(options);
    FirstWords.Print(Console.Out, options, service);
    await service.Run();
    return 0;
}
catch (StartRefusedException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}
