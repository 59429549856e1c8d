using Nsdd311.Access;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Roster;
using Nsdd311.Runtime;
using Nsdd311.Sessions;
using Nsdd311.Views;
using Nsdd311.Web.Api.Bodies;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Api;

/// <summary>Makes those commands to a session that rest on another entity's record: the matter, the roster, the session that approves.</summary>
internal sealed class AgendaDesk(IVettingRuntime runtime)
{
    /// <summary>A matter comes on the agenda if the caller and the whole table of the body may know of it; any other is unknown, whether it exists or not.</summary>
    public async Task<SessionCommand> Put(AgendaBody body, Form form, Incoming<AgendaBody> incoming) => new SessionCommand.PutOnAgenda(body switch
    {
        { Matter: { } matter, Motion: null } => await OfMatter(matter, form, incoming),
        { Matter: null, Motion: { } motion } => await OfMotion(motion, form, incoming),
        _ => NothingOrBoth(form),
    });

    private async Task<AgendaSubject> OfMatter(ProposalId matter, Form form, Incoming<AgendaBody> incoming)
    {
        var record = await runtime.Read(EntityId.Of(matter), null, incoming.Http.RequestAborted);
        if (record is { State: ProposalState state } && IsForTheTable(state, incoming) && MatterFacts.DossierOf(state) is { } dossier)
            return new AgendaMatter(matter, (state as ProposalState.Lodged)?.Matter.Number, dossier.Paper.ShortTitle);

        form.Fault("session.matter-unknown", "matter", "There is no such matter for this body.");
        return new AgendaMatter(matter, null, null);
    }

    /// <summary>A motion comes on the agenda while it is open; ledgers are known to the whole table.</summary>
    private async Task<AgendaSubject> OfMotion(MotionBody motion, Form form, Incoming<AgendaBody> incoming)
    {
        var ledger = (await runtime.Read(EntityId.Of(motion.Pair), null, incoming.Http.RequestAborted))?.State as PairState;
        if (ledger?.Motion(motion.Number) is not { Decision: null }) form.Fault("session.motion-unknown", "motion", "The ledger of this pair has no open motion of this number.");

        return new AgendaMotion(motion.Pair, motion.Number);
    }

    private static AgendaSubject NothingOrBoth(Form form)
    {
        form.Fault("session.matter-or-motion", "matter", "Name the matter or the motion, one of both.");
        return new AgendaMatter(default, null, null);
    }

    /// <summary>Without a seat the caller comes or goes; anybody else must hold the seat by the roster.</summary>
    public async Task<SessionCommand> Attend(AttendanceBody body, Form form, Incoming<AttendanceBody> incoming)
    {
        var (seat, person) = (body.Seat ?? incoming.Actor.Seat, body.Person ?? incoming.Actor.Id);
        var roster = (await runtime.Read(EntityId.Roster, null, incoming.Http.RequestAborted))?.State as RosterState;
        if (body.Action is AttendanceWord.Leave) return new SessionCommand.Depart(seat, person);
        if (roster?.Holds(person, seat) is not true) form.Fault("session.attendee-unknown", "person", "The roster does not show this person in this seat.");

        return new SessionCommand.Arrive(seat, person);
    }

    /// <summary>Whether the approving session sits is its own record's to say.</summary>
    public async Task<SessionCommand> Approve(ApprovalBody body, Form form, Incoming<ApprovalBody> incoming) =>
        new SessionCommand.ApproveMinutes(
            body.Session, (await runtime.Read(EntityId.Of(body.Session), null, incoming.Http.RequestAborted))?.State is SessionState.InSession);

    private static bool IsForTheTable(ProposalState state, Incoming<AgendaBody> incoming)
    {
        var audiences = MatterAudiences.Of(state);
        return SessionId.TryParse(incoming.Route("id"), null, out var id)
            && audiences.Contains(SessionAudiences.ChairOf(id.Body)) && Access.Access.MayKnow(incoming.Caller.Reader, audiences);
    }
}
