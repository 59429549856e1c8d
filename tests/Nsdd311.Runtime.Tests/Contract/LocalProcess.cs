using Nsdd311.Runtime.Engine;

namespace Nsdd311.Runtime.Tests.Contract;

/// <summary>A process that is a local runtime.</summary>
public sealed class LocalProcess : RuntimeProcess
{
    private LocalProcess(LocalRuntime runtime) : base(runtime) => Runtime = runtime;

    public LocalRuntime Runtime { get; }

    public static async Task<RuntimeProcess> Of(LocalRuntime runtime, bool started)
    {
        if (started) await runtime.Start(default);
        return new LocalProcess(runtime);
    }

    public override Task CatchUp(CancellationToken cancellationToken) => Runtime.CatchUp(cancellationToken);

    public override ValueTask DisposeAsync() => Runtime.DisposeAsync();
}
