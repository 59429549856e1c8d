using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.SignIn;

namespace Nsdd311.Web.Edge;

/// <summary>How many requests one subject may send; before sign-in, one address.</summary>
/// <param name="PerSecond">Lasting rate.</param>
/// <param name="Burst">The most at once.</param>
public sealed record RateLimits(int PerSecond = 20_000, int Burst = 40_000)
{
    internal static IServiceCollection Add(IServiceCollection services, RateLimits limits) => services.AddRateLimiter(options =>
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(WhoOf(http), _ => new()
        {
            TokenLimit = limits.Burst,
            TokensPerPeriod = Math.Max(1, limits.PerSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(limits.PerSecond >= 10 ? 100 : 1000 / limits.PerSecond),
            QueueLimit = 0,
        }));
        options.OnRejected = async (rejected, _) =>
        {
            var after = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var pause) ? (int)Math.Ceiling(pause.TotalSeconds) : 1;
            await ProblemWriter.Write(rejected.HttpContext, new(429, "rate.exceeded", $"Too many requests; go on in {Math.Max(1, after)} s.")
            {
                Headers = [new("Retry-After", Math.Max(1, after).ToString())],
            });
        };
    });

    private static string WhoOf(HttpContext http) =>
        http.User.FindFirst(TokenClaims.Subject)?.Value is { } subject ? $"subject {subject}" : $"address {http.Connection.RemoteIpAddress}";
}
