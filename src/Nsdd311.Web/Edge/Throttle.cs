using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.SignIn;

namespace Nsdd311.Web.Edge;

/// <summary>Holds every subject, and before sign-in every address, to the limits.</summary>
internal sealed class Throttle : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> limiter;

    public Throttle(RateLimits limits)
    {
        // Filled up by the limiter that holds them all, with one timer.
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.Burst,
            TokensPerPeriod = Math.Max(1, limits.PerSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(limits.PerSecond >= 10 ? 100 : 1000 / limits.PerSecond),
            QueueLimit = 0,
            AutoReplenishment = false,
        };
        Func<Asker, RateLimiter> make = _ => new TokenBucketRateLimiter(bucket);
        limiter = PartitionedRateLimiter.Create<HttpContext, Asker>(http => RateLimitPartition.Get(Asker.Of(http), make));
    }

    /// <summary>Lets the request through, or answers when to come back.</summary>
    public Task Pass(HttpContext http, RequestDelegate next)
    {
        using var lease = limiter.AttemptAcquire(http);
        if (lease.IsAcquired) return next(http);

        var after = Math.Max(1, lease.TryGetMetadata(MetadataName.RetryAfter, out var pause) ? (int)Math.Ceiling(pause.TotalSeconds) : 1);
        return ProblemWriter.Write(http, new(429, "rate.exceeded", $"Too many requests; go on in {after} s.") { Headers = [new("Retry-After", after.ToString())] });
    }

    /// <inheritdoc />
    public void Dispose() => limiter.Dispose();

    private readonly record struct Asker(string? Subject, IPAddress? Address)
    {
        public static Asker Of(HttpContext http) => http.User is SignedIn who ? new(who.Subject, null) : new(null, http.Connection.RemoteIpAddress);
    }
}
