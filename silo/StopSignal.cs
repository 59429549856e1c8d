using System.Runtime.InteropServices;

namespace Nsdd311.Hosts;

/// <summary>SIGTERM or Ctrl+C, heard from the first moment on: whoever still waits for something then ends in good order too.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource told = new();
    private readonly PosixSignalRegistration[] heard;

    public StopSignal() => heard = [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT }.Select(signal => PosixSignalRegistration.Create(signal, Hear))];

    public CancellationToken Told => told.Token;

    public void Dispose()
    {
        foreach (var signal in heard) signal.Dispose();
        told.Dispose();
    }

    private void Hear(PosixSignalContext signal)
    {
        signal.Cancel = true;
        told.Cancel();
    }
}

/// <summary>Of a host that hears no signal itself: the program hears it and hands it on, so that nothing is told to stop without the program's knowing.</summary>
internal sealed class DeafLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
