namespace Nsdd311.Web.Api;

/// <summary>Where the API begins.</summary>
internal static class Routes
{
    /// <summary>The path before every resource.</summary>
    public const string Base = "/api/v1";
}
