namespace Nsdd311.Web.Tests.Hosting;

/// <summary>Real timers and no time that goes by: an exercise clock that runs on it stands wherever it was moved to.</summary>
internal sealed class StandingTime : TimeProvider
{
    public override long GetTimestamp() => 0;
}
