using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Memory;
using Nsdd311.Runtime.Tests.Sqlite;
using Nsdd311.Sqlite;

namespace Nsdd311.Runtime.Tests.Contract;

public sealed class ReadModelOnMemory : ReadModelContract
{
    protected override Task<IJournal> Open() => Task.FromResult<IJournal>(new MemoryJournal());
}

public sealed class ReadModelOnSqlite : ReadModelContract, IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override Task<IJournal> Open() => Task.FromResult<IJournal>(SqliteJournal.Open(folder.Path, TimeProvider.System));
}
