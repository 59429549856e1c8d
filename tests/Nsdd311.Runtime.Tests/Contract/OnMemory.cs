using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Memory;

namespace Nsdd311.Runtime.Tests.Contract;

public sealed class LocalRuntimeOnMemory : LocalRuntimeContract
{
    protected override Task<IJournal> OpenStore() => Task.FromResult<IJournal>(new MemoryJournal());
}

public sealed class SessionsOnMemory : LocalSessionsContract
{
    protected override Task<IJournal> OpenStore() => Task.FromResult<IJournal>(new MemoryJournal());
}
