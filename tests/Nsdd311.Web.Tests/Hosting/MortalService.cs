using System.Diagnostics;

namespace Nsdd311.Web.Tests.Hosting;

/// <summary>A service that can be killed as a power cut would, and started again over the same store.</summary>
/// <param name="folder">The folder of the store.</param>
internal abstract class MortalService(string folder) : LocalService(folder)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task Start(string? clock = null)
    {
        Launch(clock);
        await BecomesReady();
    }

    /// <summary>Starts it and waits for nothing.</summary>
    public abstract void Launch(string? clock = null);

    /// <summary>Starts it and kills it in the midst of that.</summary>
    /// <param name="begun">From when on it counts as begun; null for at once.</param>
    /// <param name="after">How long after that it is killed.</param>
    /// <param name="clock">The exercise's; null for real time.</param>
    public async Task KillWhileItStarts(Func<bool>? begun, TimeSpan after, string? clock = null)
    {
        Launch(clock);
        if (begun is not null) await Until(() => Task.FromResult(begun()));
        await Task.Delay(after, TimeProvider.System);
        await Kill();
    }

    /// <summary>Completes when it serves.</summary>
    public Task BecomesReady() => Until(Serves);

    /// <summary>Whether it serves by now.</summary>
    /// <exception cref="InvalidOperationException">It has ended by itself; the exception says with which words.</exception>
    public abstract Task<bool> Serves();

    /// <summary>Nothing of it runs any more when this returns, and it was told nothing.</summary>
    public abstract Task Kill();

    /// <summary>Looks again and again, and gives up after three minutes.</summary>
    public static async Task Until(Func<Task<bool>> holds)
    {
        var since = Stopwatch.StartNew();
        while (!await holds())
        {
            if (since.Elapsed > Patience) throw new TimeoutException("It did not come about.");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    /// <summary>Whether it answers that it is ready.</summary>
    protected async Task<bool> IsReady()
    {
        try
        {
            using var response = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
