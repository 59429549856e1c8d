namespace Nsdd311.Runtime.Tests.Sqlite;

/// <summary>A folder of its own for one test.</summary>
public sealed class StoreFolder : IDisposable
{
    private readonly DirectoryInfo above = Directory.CreateTempSubdirectory("nsdd311-");

    public string Path => System.IO.Path.Combine(above.FullName, "data");

    public string File => System.IO.Path.Combine(Path, "nsdd311.db");

    public void Dispose() => above.Delete(recursive: true);
}
