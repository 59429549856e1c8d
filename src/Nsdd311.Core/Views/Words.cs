using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Sessions;

namespace Nsdd311.Views;

/// <summary>The journal of a matter in words. The sentences carry facts only; classified texts stay in the data, shown as access allows.</summary>
public static class Words
{
    /// <summary>One sentence for one fact; unclassified.</summary>
    public static string Of(ProposalEvent @event) => OfPaper(@event) ?? OfRound(@event) ?? OfDecision(@event) ?? OfContact(@event)
        ?? throw new System.Diagnostics.UnreachableException($"{@event} has no words.");

    private static string? OfPaper(ProposalEvent @event) => @event switch
    {
        ProposalEvent.Drafted e => $"{e.Agency} opened a draft.",
        ProposalEvent.Revised e => $"The text was revised; it is now version {e.TextVersion}.",
        ProposalEvent.DisclosureListed e => $"The disclosure items were listed; the text is now version {e.TextVersion}.",
        ProposalEvent.DisclosureAnswered e => $"{e.Answer.Agency} {(e.Answer.Concurs ? "concurred" : "does not concur")} in disclosure item {e.Answer.Item}.",
        ProposalEvent.Discarded => "The draft was thrown away.",
        ProposalEvent.LeaveAsked e => $"The proponent asked for leave: {Of(e.Of)}.",
        ProposalEvent.LeaveGiven e => $"The chair gave leave: {Of(e.Leave.Kind)}{(e.Leave.Suspense is { } suspense ? $", with a suspense of {At(suspense)}" : "")}.",
        ProposalEvent.Submitted e => $"It was submitted. {Of(e.Round)}",
        ProposalEvent.Numbered e => $"It received the log number {e.Number}.",
        ProposalEvent.Amended e => $"The text was amended; it is now version {e.TextVersion}, and the positions of the others are to be confirmed. Suspense {At(e.Schedule.Suspense)}.",
        ProposalEvent.Resubmitted e => $"New text after the return: version {e.TextVersion}. {Of(e.Round)}",
        ProposalEvent.StageHandedIn e => $"The paper of the {Of(e.Round.Stage)} stage was handed in: version {e.TextVersion}. {Of(e.Round)}",
        ProposalEvent.Changed e => $"What was cleared is to be changed; the final stage is open again: version {e.TextVersion}. {Of(e.Round)}",
        ProposalEvent.Attached e => $"Attachment {e.Attachment.Number} was enclosed; it goes with the text from version {e.Attachment.TextVersion} on.",
        ProposalEvent.AttachmentRemoved e => $"Attachment {e.Number} was taken out; it goes with no text from version {e.FromVersion} on.",
        ProposalEvent.Withdrawn => "The proponent gave the matter up.",
        ProposalEvent.Lapsed e => $"The window closed at {At(e.Due)} before it was cleared.{Late(e.Due, e.Noticed)}",
        _ => null,
    };

    private static string? OfRound(ProposalEvent @event) => @event switch
    {
        ProposalEvent.PositionTaken e => $"{e.Position.Agency}: {PositionView.NameOf(e.Position.Stand)}{(e.Position.Late ? ", late" : "")}{Comments(e.Comments)}.",
        ProposalEvent.PositionConfirmed e => $"{e.Agency} confirmed its position on version {e.TextVersion}.",
        ProposalEvent.DispositionProposed e => $"The proponent answered comment {e.Comment}.",
        ProposalEvent.DispositionAnswered e => $"The author of comment {e.Comment} {(e.Accepted ? "accepted the disposition" : "kept it up")}.",
        ProposalEvent.RepliedInterim e => $"{e.Reply.Agency} replied for the time being; its full reply comes by {At(e.Reply.FullBy)}.",
        ProposalEvent.NegotiationObjected e => $"{e.Objection.Agency} objected that this is a negotiation.",
        ProposalEvent.NegotiationLifted => "The objection that this is a negotiation was lifted.",
        ProposalEvent.Extended e => $"The chair extended the round by {e.WorkingDays} working days, to {At(e.Schedule.Suspense)}.",
        ProposalEvent.ClockStopped e => $"The chair stopped the clock; it starts again by itself at {At(e.ResumeBy)}. Allowance left: {e.AllowanceLeft} working days.",
        ProposalEvent.ClockStarted e => $"The clock runs again after {e.StoodFor} working days; suspense {At(e.Schedule.Suspense)}. Allowance left: {e.AllowanceLeft} working days.",
        ProposalEvent.Warned e => $"Warned before the suspense: {List(e.Silent)}.{Late(e.Due, e.Noticed)}",
        ProposalEvent.SuspensePassed e => $"The suspense of {At(e.Due)} passed; silent: {List(e.Silent)}.{Late(e.Due, e.Noticed)}",
        ProposalEvent.Reminded e => $"Reminded: {List(e.Silent)}.{Late(e.Due, e.Noticed)}",
        ProposalEvent.SilenceBroken e => $"{e.By} broke the silence procedure; an ordinary round runs to {At(e.Schedule.Suspense)}.",
        ProposalEvent.SilenceExpired e => $"The silence procedure expired at {At(e.Due)}; silent, procedure of silence: {List(e.Silent)}.{Late(e.Due, e.Noticed)}",
        _ => null,
    };

    private static string Of(RoundOpening round) =>
        $"Round {round.Number} of the {Of(round.Stage)} stage began{(round.Procedure is RoundProcedure.Silence ? " under the silence procedure" : "")}; suspense {At(round.Schedule.Suspense)}.";

    private static string? OfDecision(ProposalEvent @event) => @event switch
    {
        ProposalEvent.Escalated e => $"The round went to the SIG by itself; silent: {List(e.Silent)}. SIG suspense {At(e.Sig.Suspense)}.{Late(e.Due, e.Noticed)}",
        ProposalEvent.Forwarded e => $"The chair sent it to the SIG; suspense {At(e.Sig.Suspense)}.",
        ProposalEvent.SigWarned e => $"The SIG was warned of its suspense.{Late(e.Due, e.Noticed)}",
        ProposalEvent.SigSuspensePassed e => $"The SIG's suspense of {At(e.Due)} passed.{Late(e.Due, e.Noticed)}",
        ProposalEvent.Ruled e => $"The chair decided: {e.Ruling.Kind.ToString().ToLowerInvariant()}{Conditions(e.Conditions)}; reclama until {At(e.Ruling.ReclamaUntil)}.",
        ProposalEvent.ReclamaDemanded e => $"{e.Reclama.Agency} demanded that the SIG look at decision {e.Reclama.Ruling}, which waits; SIG suspense {At(e.Sig.Suspense)}.",
        ProposalEvent.DecidedInSession e => $"Item {e.Item} of session {e.Session} was decided{Dissenting(e.Positions)}; present: {List(e.By.Present)}.",
        ProposalEvent.SigRuled e => $"The SIG decided: {e.Ruling.Kind.ToString().ToLowerInvariant()}{Conditions(e.Conditions)}; final.",
        ProposalEvent.Referred e => $"The SIG referred it to the President; its chair is reminded from {At(e.RemindAt)}.",
        ProposalEvent.ReferralReminded e => $"The SIG's chair was reminded of the President's decision.{Late(e.Due, e.Noticed)}",
        ProposalEvent.PresidentDecided e => $"The President {(e.Decision.Approves ? "approved" : "disapproved")} on {e.Decision.DecidedOn:yyyy-MM-dd}{Conditions(e.Conditions)}; final.",
        ProposalEvent.BecameFinal e => $"The decision became final at {At(e.Due)}.{Late(e.Due, e.Noticed)}",
        ProposalEvent.HoldGranted => "The ledger of the pair granted the hold.",
        ProposalEvent.HoldBlocked e => $"Blocked on reciprocity: {e.Impediment.Because}",
        ProposalEvent.OnAgenda e => $"It stands on the agenda of {e.Session}, item {e.Item}.",
        ProposalEvent.OffAgenda e => e.RefusedWith is null ? "The session was told that it has ended." : $"The session would not hear that it has ended ({e.RefusedWith}).",
        ProposalEvent.QueuedForSession e => e.RefusedWith is null ? "It goes on the agenda of the SIG's next session by itself." : $"The SIG's book of sessions refused it: {e.RefusedWith}.",
        ProposalEvent.LedgerAnswered e => e.RefusedWith is null ? "The ledger of the pair took note." : $"The ledger of the pair refused: {e.RefusedWith}.",
        _ => null,
    };

    private static string? OfContact(ProposalEvent @event) => @event switch
    {
        ProposalEvent.FirstDayCame e => $"The first day came{(e.OpenConditions.Count > 0 ? $" with open conditions: {string.Join(", ", e.OpenConditions)}" : "")}.{Late(e.Due, e.Noticed)}",
        ProposalEvent.ConditionMet e => $"Condition {e.Condition} was confirmed as met.",
        ProposalEvent.OutcomeOverdue e => $"No outcome was recorded by {At(e.Due)}.{Late(e.Due, e.Noticed)}",
        ProposalEvent.OutcomeRecorded e => $"Outcome: {NameOf(e.Outcome)}{(e.Breaches.Count > 0 ? $"; breach of condition {string.Join(", ", e.Breaches)}" : "")}{(e.ReportDue is { } due ? $"; report due {At(due)}" : "")}.",
        ProposalEvent.TextDelivered e => $"The text as delivered was entered: {e.Delivery.Against.Unvetted.Count} sentence(s) unvetted, {e.Delivery.Against.Changed.Count} changed, {e.Delivery.Against.Omitted.Count} omitted.",
        ProposalEvent.ChangeOverrun { Breach: var breach } when breach.Cleared == breach.Uncleared => $"It took place although it was {breach.Status}; breach.",
        ProposalEvent.ChangeOverrun e => $"It took place while its change was {e.Breach.Status}, not cleared: version {e.Breach.Cleared} was, version {e.Breach.Uncleared} was not; breach.",
        ProposalEvent.EmbargoBroken e => $"The statement was made before its embargo of {At(e.Breach.Embargo)}; breach.",
        ProposalEvent.ReportOverdue e => $"No report came by {At(e.Due)}.{Late(e.Due, e.Noticed)}",
        ProposalEvent.Reported => "The proponent reported; the matter is closed.",
        _ => null,
    };

    /// <summary>An outcome as it is written: <c>took-place</c>.</summary>
    public static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.TookPlace => "took-place",
        Outcome.Curtailed => "curtailed",
        Outcome.ProhibitedByHost => "prohibited-by-host",
        Outcome.ForceMajeure => "force-majeure",
        Outcome.Cancelled => "cancelled",
        Outcome.OffQuota => "off-quota",
        Outcome.ThirdCountry => "third-country",
        _ => throw new System.Diagnostics.UnreachableException($"{outcome} has no name."),
    };

    private static string Of(LeaveKind kind) => kind switch
    {
        LeaveKind.LeadTime => "against the lead time",
        LeaveKind.Amendment => "to amend inside the round",
        _ => "although a report is overdue",
    };

    private static string Of(Stage stage) => stage.ToString().ToLowerInvariant();

    internal static string At(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm zzz");

    internal static string Late(DateTimeOffset due, DateTimeOffset noticed) => noticed > due ? $" Due {At(due)}, noticed {At(noticed)}." : "";

    internal static string List(ValueList<AgencyId> agencies) => agencies.Count == 0 ? "nobody" : string.Join(", ", agencies);

    private static string Conditions(ValueList<Condition> conditions) => conditions.Count > 0 ? $", with {conditions.Count} condition(s)" : "";

    internal static string Dissenting(ValueList<VoicedPosition> positions)
    {
        var dissenting = positions.Keep(position => position.Stand is Stand.Nonconcur).Select(position => position.Agency).ToValueList();
        return dissenting.Count > 0 ? $" over the dissent of {List(dissenting)}" : "";
    }

    private static string Comments(ValueList<Comment> comments) =>
        comments.Count == 0 ? "" : $", with {string.Join(", ", comments.Select(comment => $"comment {comment.Number} ({comment.Grade.ToString().ToLowerInvariant()})"))}";
}
