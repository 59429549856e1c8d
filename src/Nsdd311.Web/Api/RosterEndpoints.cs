using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Roster;
using Nsdd311.Runtime;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Describing;

namespace Nsdd311.Web.Api;

/// <summary>Who holds which seat; appointing and relieving.</summary>
internal static class RosterEndpoints
{
    /// <summary>Everything under <c>/roster</c>.</summary>
    public static void MapRoster(this RouteGroupBuilder api)
    {
        var roster = api.MapGroup("/roster").WithTags("Roster");
        roster.MapGet("", Show).Describe<RosterView>("getRoster", "Shows who holds which seat, since when.", Docs.Plain);
        roster.MapPost("/appointments", Appoint)
            .Describe<RosterView>("appoint", "Seats a person, or relieves a person of a seat.", Docs.Command<AppointmentBody>("Roster"));
    }

    private static async Task<Answer> Show(HttpContext http, IVettingRuntime runtime) =>
        await runtime.Read(EntityId.Roster, null, http.RequestAborted) is { } record
            ? Answer.Of(200, RosterView.Of((RosterState)record.State), record.Version)
            : Answer.Of(200, RosterView.Of(RosterDecider.Initial), 0);

    private static async Task<Answer> Appoint(HttpContext http, IVettingRuntime runtime, Intake intake)
    {
        if (!(await intake.Receive<AppointmentBody>(http)).Try(out var incoming, out var problem)) return problem;

        var form = new Form();
        var command = incoming.Body.ToCommand(form);
        if (form.Problem is { } fault) return fault;

        var (reply, record, _) = await runtime.Settle(
            new(EntityId.Roster, command, incoming.Id, incoming.Digest, incoming.Actor, incoming.ExpectedVersion), http.RequestAborted);
        return reply is Reply.Accepted ? Answer.Of(200, RosterView.Of((RosterState)record!.State), record.Version) : Replies.ProblemOf(reply);
    }
}

/// <summary>The roster, in the order of the appointments.</summary>
internal sealed record RosterView(ValueList<HolderView> Holders)
{
    public static RosterView Of(RosterState state) => new(state.Holders
        .Select(holder => new HolderView(holder.Appointment.Seat, holder.Appointment.Seat.Agency, holder.Appointment.Person, holder.Appointment.Name, holder.Since))
        .ToValueList());
}

/// <summary>A person in a seat.</summary>
internal sealed record HolderView(Seat Seat, AgencyId? Agency, PersonId Person, string Name, DateTimeOffset Since);

/// <summary>An appointment, or a relief.</summary>
/// <param name="Action">appoint or relieve.</param>
/// <param name="Seat">The kind of seat as <c>Acting-As</c> writes it, or with its agency: <c>ig-member/STATE</c>.</param>
/// <param name="Person">The person's sign-in name.</param>
/// <param name="Agency">The agency, if the seat does not name it.</param>
/// <param name="Name">For people; the sign-in name if left out.</param>
/// <param name="Reference">The written designation, for a SIG seat.</param>
internal sealed record AppointmentBody(AppointmentWord Action, string Seat, PersonId Person, AgencyId? Agency = null, string? Name = null, TextBody? Reference = null)
{
    public RosterCommand ToCommand(Form form)
    {
        var named = Agency is { } agency && !Seat.Contains('/') ? $"{Seat}/{agency}" : Seat;
        if (!Nsdd311.Seat.TryParse(named, out var seat)) form.Fault("roster.seat-unknown", "seat", "There is no such seat; name its kind and, for an agency's seat, the agency.");
        if (Name is { Length: 0 or > 200 }) form.Fault("text.too-long", "name", "A name has 1 to 200 characters.");
        if (Reference?.Text is { Length: > 200 }) form.Fault("text.too-long", "reference", "A reference has at most 200 characters.");

        var reference = form.Optional("reference", Reference);
        return Action is AppointmentWord.Appoint
            ? new RosterCommand.Appoint(new(seat, Person, Name ?? Person.ToString()), reference)
            : new RosterCommand.Relieve(seat, Person, reference);
    }
}

/// <summary>What is done to a seat.</summary>
internal enum AppointmentWord
{
    Appoint,
    Relieve,
}
