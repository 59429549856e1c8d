using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Describing;

namespace Nsdd311.Web.Exercise;

/// <summary>The clock of an exercise. Without one there is nothing here.</summary>
internal static class ClockEndpoints
{
    /// <summary>The clock under <c>/local/clock</c>.</summary>
    public static void MapClock(this RouteGroupBuilder local)
    {
        local.MapGet("/clock", Show).Describe<ClockView>("getClock", "Shows the exercise clock.", Docs.Local() with { IsEntity = true });
        local.MapPost("/clock", (Delegate)Move).Describe<ClockView>("moveExerciseClock", "Moves the exercise clock forward; answers when every deadline up to there was handled.",
            Docs.Local<ClockMoveBody>() with { IsEntity = true, MayConflict = true });
    }

    private static Answer Show(IServiceProvider services) =>
        services.GetService(typeof(ExerciseDirector)) is ExerciseDirector director ? Answer.Of(200, new ClockView(director.Now, true)) : Problem.NotFound;

    private static async Task<Answer> Move(HttpContext http)
    {
        if (http.RequestServices.GetService(typeof(ExerciseDirector)) is not ExerciseDirector director) return Problem.NotFound;
        if (!(await BodyReader.ReadBytes(http.Request, BodyReader.JsonLimit, http.RequestAborted)).Try(out var bytes, out var problem)) return problem;
        if (!BodyReader.IsOfType(http.Request, "application/json")) return BodyReader.Unsupported("application/json");
        if (!BodyReader.Parse<ClockMoveBody>(bytes).Try(out var body, out problem)) return problem;

        if (!ExerciseClock.Reaches(body.Now))
            return Problem.At(422, "clock.out-of-reach", "now", $"The exercise clock reaches from {ExerciseClock.FirstYear} to {ExerciseClock.LastYear}; name an instant within.");

        return await director.MoveTo(body.Now, http.RequestAborted)
            ? Answer.Of(200, new ClockView(director.Now, true))
            : new Problem(409, "clock.backward", "The exercise clock moves forward only.").With("now", director.Now.ToString("O"));
    }
}

/// <summary>Where to move the clock.</summary>
internal sealed record ClockMoveBody(DateTimeOffset Now);

/// <summary>The clock of an exercise.</summary>
internal sealed record ClockView(DateTimeOffset Now, bool Exercise);
