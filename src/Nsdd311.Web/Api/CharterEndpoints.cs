using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Runtime.Engine;
using Nsdd311.Views;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Describing;

namespace Nsdd311.Web.Api;

/// <summary>The directive as data.</summary>
internal static class CharterEndpoints
{
    /// <summary>The charter in force, under <c>/charter</c>.</summary>
    public static void MapCharter(this RouteGroupBuilder api) =>
        api.MapGroup("/charter").WithTags("Charter")
            .MapGet("", (ICharters charters) => Answer.Of(200, CharterView.Of(charters.InForce)))
            .Describe<CharterView>("getCharter", "Shows the charter in force; what is project policy says so.", Docs.Plain);
}
