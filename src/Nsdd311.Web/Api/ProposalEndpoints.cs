using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Proposals;
using Nsdd311.Views;
using Nsdd311.Web.Api.Bodies;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Describing;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Web.Api;

/// <summary>Matters: opened, submitted, vetted, decided, reported on.</summary>
internal static class ProposalEndpoints
{
    /// <summary>Everything under <c>/proposals</c>.</summary>
    public static void MapProposals(this RouteGroupBuilder api)
    {
        var proposals = api.MapGroup("/proposals").WithTags("Proposals");
        MapReading(proposals);
        MapProponent(proposals);
        MapRound(proposals);
        MapChair(proposals);
        proposals.MapDisclosure();
    }

    private static void MapReading(RouteGroupBuilder proposals)
    {
        proposals.Get("", (HttpContext http, DocketDesk desk) => desk.List(http))
            .Describe<DocketView>("listProposals", "Lists the matters that the caller may know of.", Docs.List(DocketDesk.Parameters));
        proposals.Get("/{id}", (HttpContext http, MatterPages pages) => pages.Matter(http))
            .Describe<ProposalView>("getProposal", "Shows a matter as far as the caller's clearance and distribution reach.", Docs.Entity);
        proposals.Get("/{id}/positions", (HttpContext http, MatterPages pages) => pages.Positions(http))
            .Describe<PositionsView>("listPositions", "Shows every position of every round, all versions.", Docs.Entity);
        proposals.Get("/{id}/releasable-text", (HttpContext http, MatterPages pages) => pages.ReleasableText(http))
            .Describe<ReleasableTextView>("getReleasableText", "Gives the cleared text of a statement, once it may be released.", Docs.Entity with { MayConflict = true, Refusals = ["Release of a statement"] });
        proposals.Get("/{id}/history", (HttpContext http, MatterPages pages) => pages.History(http))
            .Describe<HistoryView>("getHistory", "Shows the journal of the matter, in words and as data.", Docs.Entity);
    }

    private static void MapProponent(RouteGroupBuilder proposals)
    {
        proposals.Post("", (HttpContext http, DraftDesk desk) => desk.Open(http))
            .Describe<ProposalView>("openProposal", "Opens a draft, or submits at once with \"submit\": true.", Docs.Creation<SubmissionBody>(ProposalActs.Of("openProposal")));
        proposals.Put("/{id}", (HttpContext http, ProposalDesk desk) => desk.HandIn(http, paper => new Revise(paper), requiresMatch: true))
            .Describe<ProposalView>("reviseProposal", "Hands in a new text version while a draft or returned.", Docs.Command<PaperBody>(ProposalActs.Of("reviseProposal")) with { RequiresMatch = true });
        proposals.Post("/{id}/submission", (HttpContext http, ProposalDesk desk) => desk.Submit(http))
            .Describe<ProposalView>("submitProposal", "Submits a draft.", Docs.Command<NothingBody>(ProposalActs.Of("submitProposal")) with { BodyIsOptional = true });
        proposals.Act<NothingBody>("/{id}/discard", "discardProposal", "Throws a draft away.", (_, _) => new Discard(), NothingBody.Instance);
        proposals.Act<LeaveRequestBody>("/{id}/leave-request", "askLeave", "Asks for the chair's leave.", LeaveRequestBody.ToCommand);
        proposals.HandIn("/{id}/amendments", "amendProposal", "Amends the text inside the round, with the chair's leave.", paper => new Amend(paper));
        proposals.Post("/{id}/resubmission", (HttpContext http, ProposalDesk desk) => desk.Resubmit(http))
            .Describe<ProposalView>("resubmitProposal", "Opens a new round after a return, with new text or the one already handed in.",
                Docs.Command<PaperBody>(ProposalActs.Of("resubmitProposal")) with { BodyIsOptional = true });
        proposals.HandIn("/{id}/stages", "handInStage", "Hands in the paper of the next stage.", paper => new HandInStage(paper));
        proposals.Act<ReasonBody>("/{id}/withdrawal", "withdrawProposal", "Gives the matter up.", (body, form) => new Withdraw(form.Text("reason", body.Reason)));
        proposals.Act<OutcomeBody>("/{id}/outcome", "recordOutcome", "Records what took place.", OutcomeBody.ToCommand);
        proposals.Act<DeliveredTextBody>("/{id}/delivered-text", "enterDeliveredText", "Enters a statement as it was delivered; what nobody cleared is listed.", DeliveredTextBody.ToCommand);
        proposals.Act<ChangeBody>("/{id}/changes", "changeProposal", "Changes dates, party, sites or ships of a cleared matter, which reopens its final stage.", ChangeBody.ToCommand);
        proposals.Act<ReportBody>("/{id}/report", "reportContact", "Reports on the contact.", ReportBody.ToCommand);
        proposals.ActOn<DispositionBody>("/{id}/comments/{n:int:min(1)}/disposition", "proposeDisposition", "Says what becomes of a comment.",
            (number, body, form) => new ProposeDisposition(number, form.Text("text", body.Text)));
    }

    private static void MapRound(RouteGroupBuilder proposals)
    {
        proposals.Act<PositionBody>("/{id}/positions", "takePosition", "Takes the position of the acting agency.", PositionBody.ToCommand);
        proposals.Act<NothingBody>("/{id}/positions/confirmation", "confirmPosition", "Confirms the agency's position on the amended text.", (_, _) => new ConfirmPosition(), NothingBody.Instance);
        proposals.ActOn<AcceptanceBody>("/{id}/comments/{n:int:min(1)}/acceptance", "answerDisposition", "Accepts the disposition of the own comment, or keeps the comment up.",
            (number, body, _) => new AnswerDisposition(number, body.Accepts), new());
        proposals.Act<InterimReplyBody>("/{id}/interim-reply", "replyInterim", "Meets the suspense and names the day of the full reply.",
            (body, form) => new ReplyInterim(body.FullOn, form.Text("text", body.Text)));
        proposals.Act<WordsBody>("/{id}/negotiation-objection", "objectToNegotiation", "Objects that this is a negotiation.", (body, form) => new ObjectToNegotiation(form.Text("text", body.Text)));
        proposals.Act<ReasonBody>("/{id}/negotiation-objection/lift", "liftNegotiation", "Lifts that objection.", (body, form) => new LiftNegotiation(form.Text("reason", body.Reason)));
    }

    private static void MapChair(RouteGroupBuilder proposals)
    {
        proposals.Act<LeaveBody>("/{id}/leave", "giveLeave", "Gives the chair's leave.", LeaveBody.ToLeave);
        proposals.Act<DecisionBody>("/{id}/decision", "decideProposal", "Clears, returns, disapproves, forwards to the SIG or refers to the President.", DecisionBody.ToCommand);
        proposals.Act<ReasonBody>("/{id}/reclama", "demandReclama", "Demands that the SIG look at an IG decision.", (body, form) => new DemandReclama(form.Text("reason", body.Reason)));
        proposals.Act<PresidentialDecisionBody>("/{id}/presidential-decision", "recordPresidentialDecision", "Records the President's decision on a referral.", PresidentialDecisionBody.ToCommand);
        proposals.Act<ExtensionBody>("/{id}/suspense", "extendSuspense", "Extends the suspense, once a round.", ExtensionBody.ToCommand);
        proposals.Act<ClockBody>("/{id}/clock", "moveClock", "Stops or starts the clock of the round.", ClockBody.ToCommand);
        proposals.ActOn<EvidenceBody>("/{id}/conditions/{n:int:min(1)}/met", "confirmCondition", "Confirms a condition as met.",
            (number, body, form) => new ConfirmCondition(number, form.Text("evidence", body.Evidence)));
    }

    private static void Act<TBody>(
        this RouteGroupBuilder proposals, string pattern, string operation, string summary, Func<TBody, Form, ProposalCommand> make, TBody? empty = null)
        where TBody : class =>
        proposals.Post(pattern, (HttpContext http, ProposalDesk desk) => desk.Act(http, make, empty, requiresMatch: false))
            .Describe<ProposalView>(operation, summary, Docs.Command<TBody>(ProposalActs.Of(operation)) with { BodyIsOptional = empty is not null });

    private static void HandIn(this RouteGroupBuilder proposals, string pattern, string operation, string summary, Func<Paper, ProposalCommand> make) =>
        proposals.Post(pattern, (HttpContext http, ProposalDesk desk) => desk.HandIn(http, make, requiresMatch: false))
            .Describe<ProposalView>(operation, summary, Docs.Command<PaperBody>(ProposalActs.Of(operation)));

    private static void ActOn<TBody>(
        this RouteGroupBuilder proposals, string pattern, string operation, string summary, Func<int, TBody, Form, ProposalCommand> make, TBody? empty = null)
        where TBody : class =>
        proposals.Post(pattern, (HttpContext http, ProposalDesk desk) =>
                desk.Act(http, (body, form) => make(int.Parse((string)http.Request.RouteValues["n"]!), body, form), empty, requiresMatch: false))
            .Describe<ProposalView>(operation, summary, Docs.Command<TBody>(ProposalActs.Of(operation)) with { BodyIsOptional = empty is not null });
}
