namespace Nsdd311.Web.Tests.Hosting;

/// <summary>One service for the tests of a class, under an exercise clock on the day on which journey 1 begins.</summary>
public sealed class OpenHouse : IAsyncLifetime
{
    private House? house;

    internal House House => house!;

    public async Task InitializeAsync() => house = await House.Open("1989-10-16T09:00:00-04:00");

    public async Task DisposeAsync() => await house!.DisposeAsync();
}
