namespace Nsdd311.Runtime.Tests.Contract;

/// <summary>The contract of sessions for the local runtime.</summary>
public abstract class LocalSessionsContract : SessionsContract
{
    protected override Task<RuntimeProcess> NewProcess(bool started) =>
        LocalProcess.Of(new(Journal, Model, Charters, Seats, RosterMoved, Clock, Settings, Waiting), started);
}
