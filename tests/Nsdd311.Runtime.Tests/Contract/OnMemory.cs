using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Memory;

namespace Nsdd311.Runtime.Tests.Contract;

public sealed class LocalRuntimeOnMemory : VettingRuntimeContract
{
    protected override Task<IJournal> OpenStore() => Task.FromResult<IJournal>(new MemoryJournal());
}

public sealed class SessionsOnMemory : SessionsContract
{
    protected override Task<IJournal> OpenStore() => Task.FromResult<IJournal>(new MemoryJournal());
}
