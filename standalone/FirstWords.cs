namespace Nsdd311.Standalone;

/// <summary>What the operator reads when the process starts.</summary>
internal static class FirstWords
{
    /// <summary>What this is, where the data is, how to sign in, what to try next.</summary>
    public static void Print(TextWriter output, Options options, Service service)
    {
        var address = options.Urls.Split(';')[0].TrimEnd('/');
        output.WriteLine(options.Clock is { } start
            ? $"NSDD-311 vetting, standalone. EXERCISE: its clock starts at {start:yyyy-MM-dd HH:mm:ss zzz}."
            : "NSDD-311 vetting, standalone, on real time.");
        output.WriteLine($"Listens on {address}; {(options.Journal is null ? "everything is kept in" : "the journal is kept in PostgreSQL, the key in")} {Path.GetFullPath(options.Data)}{(service.IsNew ? " (new)" : "")}.");
        output.WriteLine($"""
            A token, as an action officer of DOD; whoever holds two seats names one in the header Acting-As:
              curl -s {address}/api/v1/local/token -H "X-Local-Key: $(cat {Path.Combine(options.Data, "local.key")})" -H 'Content-Type: application/json' -d '{SignInAs}'
            Next: send it as 'Authorization: Bearer …' to {address}/api/v1/charter. The files in requests/ walk through whole matters; {address}/openapi has the rest.
            """);
    }

    private const string SignInAs = """{"as":"dod.ao"}""";
}
