using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Nsdd311.Gateway;

/// <summary>The web's server, which says at once that it cannot open.</summary>
/// <remarks>
/// Web and client start together, and a host tells what failed when the last of them is through: a gateway without an address would wait for the
/// cluster first, however long that is, and then end.
/// </remarks>
internal sealed class Opening(IServer server) : IServer
{
    private readonly CancellationTokenSource refused = new();

    /// <summary>Cancelled when nobody can listen at the address.</summary>
    public CancellationToken Refused => refused.Token;

    /// <summary>Why nobody can listen there; null while somebody may.</summary>
    public Exception? Fault { get; private set; }

    public IFeatureCollection Features => server.Features;

    /// <summary>Puts itself before the server that is to serve.</summary>
    public static void Watch(IServiceCollection services)
    {
        var served = services.Last(service => service.ServiceType == typeof(IServer)).ImplementationType!;
        services.AddSingleton(provider => new Opening((IServer)ActivatorUtilities.CreateInstance(provider, served))).AddSingleton<IServer>(provider => provider.GetRequiredService<Opening>());
    }

    public async Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull
    {
        try
        {
            await server.StartAsync(application, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Fault = e;
            await refused.CancelAsync();
            throw;
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public void Dispose()
    {
        server.Dispose();
        refused.Dispose();
    }
}
