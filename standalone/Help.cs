namespace Nsdd311.Standalone;

/// <summary>What can be asked of the process.</summary>
internal static class Help
{
    /// <summary>Says it; the process ends well.</summary>
    public static int Print(TextWriter output)
    {
        output.WriteLine("""
            dotnet run --project standalone -- [verify] [options]

              (nothing)          serve
              verify             check every chain of the journal and end

              --urls URL         where to listen, loopback only; http://127.0.0.1:5311
              --data DIR         where everything is kept; ./data
              --journal STRING   a PostgreSQL that keeps the journal, such as "Host=db;Database=nsdd311"
              --charter FILE     another charter than the one of NSDD-311
              --clock INSTANT    the exercise clock, such as 1989-10-16T09:00:00-04:00
            """);
        return 0;
    }
}
