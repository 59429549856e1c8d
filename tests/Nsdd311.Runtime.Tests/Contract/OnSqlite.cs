using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Sqlite;
using Nsdd311.Sqlite;

namespace Nsdd311.Runtime.Tests.Contract;

public sealed class LocalRuntimeOnSqlite : LocalRuntimeContract, IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override Task<IJournal> OpenStore() => Task.FromResult<IJournal>(SqliteJournal.Open(folder.Path, Clock));
}

public sealed class SessionsOnSqlite : LocalSessionsContract, IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override Task<IJournal> OpenStore() => Task.FromResult<IJournal>(SqliteJournal.Open(folder.Path, Clock));
}
