using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Grains.Tests.Journeys;

/// <summary>A journey through the API in front of two silos. The sweep does not run: each deadline on the way is rung by its reminder.</summary>
public sealed record OnACluster(Ground Ground) : Venue
{
    internal override async Task<LocalService> Open(string clock, string? charter)
    {
        var service = new ClusterService(Ground, charter, sweep: false);
        try
        {
            await service.Start(clock);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }
}
