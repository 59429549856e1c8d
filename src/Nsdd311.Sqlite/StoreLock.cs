using Nsdd311.Runtime.Journal;

namespace Nsdd311.Sqlite;

/// <summary>Makes one process the owner of a folder: an exclusive lock of the operating system, which ends with the process, however it ends.</summary>
/// <remarks>Who owns it stands in a second file, because a locked file cannot be read by those who must be told.</remarks>
internal sealed class StoreLock : IDisposable
{
    private const string LockName = "owner.lock";
    private const string OwnerName = "owner.txt";
    private readonly FileStream held;

    private StoreLock(FileStream held) => this.held = held;

    /// <summary>Takes the folder.</summary>
    /// <exception cref="StoreUnusableException">Another process has it, and it is named; or the folder cannot be written.</exception>
    public static StoreLock Take(string folder, DateTimeOffset now)
    {
        FileStream held;
        try
        {
            held = new(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StoreUnusableException($"The folder '{folder}' cannot be written: {e.Message} Give this user the right to write there, or name another folder.", e);
        }
        catch (IOException e) when (File.Exists(Path.Combine(folder, OwnerName)))
        {
            throw new StoreUnusableException($"The folder '{folder}' is in use by {OwnerOf(folder)}. Stop that process, or name another folder.", e);
        }
        catch (IOException e)
        {
            throw new StoreUnusableException($"The folder '{folder}' cannot be written: {e.Message}", e);
        }

        try
        {
            File.WriteAllText(Path.Combine(folder, OwnerName), $"process {Environment.ProcessId} on {Environment.MachineName} since {now:u}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            held.Dispose();
            throw new StoreUnusableException($"The folder '{folder}' cannot be written: {e.Message}", e);
        }

        return new(held);
    }

    /// <summary>Gives the folder back.</summary>
    public void Dispose() => held.Dispose();

    private static string OwnerOf(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, OwnerName));
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
