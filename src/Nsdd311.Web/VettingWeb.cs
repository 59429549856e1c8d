using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Nsdd311.Web.Api;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Describing;
using Nsdd311.Web.Edge;
using Nsdd311.Web.Exercise;
using Nsdd311.Web.Json;
using Nsdd311.Web.SignIn;

namespace Nsdd311.Web;

/// <summary>The gateway API, the same in every host. A host brings the runtime, the read model, the charters and the clock.</summary>
public static class VettingWeb
{
    /// <summary>Adds what the API needs besides <c>IVettingRuntime</c>, <c>IReadModel</c>, <c>ICharters</c> and <see cref="TimeProvider"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="key">The key of local sign-in.</param>
    /// <param name="isExercise">Whether the store is marked EXERCISE; every answer says so.</param>
    /// <param name="limits">How much one subject may ask.</param>
    public static IServiceCollection AddVettingWeb(this IServiceCollection services, LocalKey key, bool isExercise, RateLimits limits)
    {
        var tokens = new LocalTokens(key, TimeProvider.System);
        services.AddSingleton(key).AddSingleton(tokens).AddSingleton(new Cursors(key.Derive("cursors")))
            .AddSingleton(new GuardOptions(LoopbackOnly: true, isExercise))
            .AddSingleton<Counts>().AddSingleton<Callers>().AddSingleton<Intake>()
            .AddSingleton<ProposalDesk>().AddSingleton<DraftDesk>().AddSingleton<MatterPages>().AddSingleton<DocketDesk>().AddSingleton<PairDesk>()
            .AddSingleton<SessionDesk>().AddSingleton<SessionBookDesk>().AddSingleton<AgendaDesk>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(tokens.Configure);
        services.AddAuthorization();
        services.ConfigureHttpJsonOptions(options => WebJson.Configure(options.SerializerOptions));
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = BodyReader.JsonLimit;
        });
        RateLimits.Add(services, limits);
        return Description.Add(services);
    }

    /// <summary>The pipeline and the routes.</summary>
    public static WebApplication UseVettingWeb(this WebApplication app)
    {
        // Counting begins with the service, not with the first question.
        app.Services.GetRequiredService<Counts>();
        app.UseMiddleware<ErrorPages>();
        app.UseMiddleware<Guards>();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/openapi"), pages => pages.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "openapi";
            ui.SwaggerEndpoint("/openapi/v1.json", "NSDD-311 vetting, version 1");
        }));
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapHealth();
        app.MapApi();
        return app;
    }

    private static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Routes.Base).RequireAuthorization();
        api.MapCharter();
        api.MapRoster();
        api.MapProposals();
        api.MapSessions();
        api.MapPairs();
        api.MapContacts();
        api.MapImports();
        api.MapAlerts();
        api.MapLocal().MapClock();
    }
}
