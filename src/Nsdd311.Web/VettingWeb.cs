using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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
    /// <summary>Adds what the API needs besides <c>IVettingRuntime</c>, <c>IReadModel</c>, <c>IContentStore</c>, <c>ICharters</c> and <see cref="TimeProvider"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="way">How callers prove who they are.</param>
    /// <param name="isExercise">Whether the store is marked EXERCISE; every answer says so.</param>
    /// <param name="limits">How much one subject may ask.</param>
    /// <param name="proxies">Whose word on where a request came from is believed; null for nobody's.</param>
    public static IServiceCollection AddVettingWeb(this IServiceCollection services, SignInWay way, bool isExercise, RateLimits limits, TrustedProxies? proxies = null)
    {
        AddSignIn(services, way, isExercise)
            .AddSingleton<Counts>().AddSingleton<Callers>().AddSingleton<Intake>()
            .AddSingleton<GuidanceShelf>().AddSingleton<PlanShelf>().AddSingleton<SubmissionShelf>().AddSingleton<ProposalDesk>().AddSingleton<DraftDesk>().AddSingleton<MatterPages>().AddSingleton<DisclosureDesk>().AddSingleton<AttachmentDesk>().AddSingleton<DocketDesk>().AddSingleton<PairDesk>()
            .AddSingleton<SessionDesk>().AddSingleton<SessionBookDesk>().AddSingleton<AgendaDesk>();
        // Whoever logs there gets a trace and a scope for every request, which no log of ours shows; who exports traces has them by listening.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None));
        services.ConfigureHttpJsonOptions(options => WebJson.Configure(options.SerializerOptions));
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = BodyReader.JsonLimit + BodyReader.Leftover;
        });
        // An idle connection may hold a page of memory: asking first whether there is anything to read is one more call of the system for each request.
        // Nothing here blocks a thread for long, so a request needs no other thread than the one that read it.
        services.Configure<SocketTransportOptions>(options => (options.WaitForDataBeforeAllocatingBuffer, options.UnsafePreferInlineScheduling) = (false, true));
        services.AddSingleton(limits).AddSingleton<Throttle>().AddSingleton(proxies ?? TrustedProxies.Nobody);
        return Description.Add(services);
    }

    /// <summary>The pipeline and the routes.</summary>
    public static WebApplication UseVettingWeb(this WebApplication app)
    {
        // Counting begins with the service, not with the first question.
        app.Services.GetRequiredService<Counts>();
        // The library believes everybody where it is given nobody.
        if (app.Services.GetRequiredService<TrustedProxies>() is { Networks.Count: > 0 } proxies) app.UseForwardedHeaders(proxies.Headers());
        app.UseMiddleware<ErrorPages>();
        app.UseMiddleware<Guards>();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/openapi"), pages => pages.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "openapi";
            ui.SwaggerEndpoint("/openapi/v1.json", "NSDD-311 vetting, version 1");
        }));
        app.UseRouting();
        app.UseSignIn();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapHealth();
        app.MapApi();
        return app;
    }

    private static IServiceCollection AddSignIn(IServiceCollection services, SignInWay way, bool isExercise)
    {
        var remembered = new RememberedTokens(TimeProvider.System);
        services.AddSingleton(remembered).AddSingleton<Admission>();
        var bearer = services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme);
        switch (way)
        {
            case SignInWay.Local local:
                var tokens = new LocalTokens(local.Key, remembered, TimeProvider.System);
                bearer.AddJwtBearer(tokens.Configure);
                return services.AddSingleton(local.Key).AddSingleton(tokens).AddSingleton(new Cursors(local.Key.Derive("cursors"))).AddSingleton(new GuardOptions(null, isExercise));
            case SignInWay.Authority authority:
                bearer.AddJwtBearer(authority.Configure);
                return services.AddSingleton(new Cursors(authority.Secret.Derive("cursors"))).AddSingleton(new GuardOptions(authority.Hosts, isExercise));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void UseSignIn(this WebApplication app)
    {
        // Otherwise the host puts the library's own step, which judges every token every time, in front of everything.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.Use(app.Services.GetRequiredService<Admission>().Recognize);
        app.Use(app.Services.GetRequiredService<Throttle>().Pass);
        app.Use(Admission.Admit);
    }

    private static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Routes.Base);
        api.MapCharter();
        api.MapRoster();
        api.MapProposals();
        api.MapAttachments();
        api.MapGuidance();
        api.MapSessions();
        api.MapPairs();
        api.MapPlans();
        api.MapContacts();
        api.MapImports();
        api.MapAlerts();
        if (app.Services.GetService<LocalTokens>() is not null) api.MapLocal().MapClock();
    }
}
