using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;

namespace Nsdd311.Proposals;

// Positions, comments, interim replies and the objection that something is a negotiation.
public sealed partial class ProposalDecider
{
    private static Decision<ProposalEvent> DecidePosition(ProposalState.InVetting vetting, ProposalCommand.TakePosition take, Context context)
    {
        var (round, agency) = (vetting.Round, ActingAgency(context));
        if (MayNotSpeak(round, agency) is { } refusal) return Refuse(refusal);
        if (Malformed(take) is { } malformed) return Refuse(malformed);

        var comments = Numbered(take.Comments, vetting, agency);
        var late = round.Phase is RoundPhase.Passed;
        var position = new Position(
            agency, take.Stand, ((Actor.Person)context.Actor).Id, context.Now, round.TextVersion, late, comments.Map(static comment => comment.Number));
        var taken = new ProposalEvent.PositionTaken(position, comments);
        var objects = take.Stand is Stand.Nonconcur || comments.Any(static comment => comment.Grade is CommentGrade.Critical);
        return objects && round.Procedure is RoundProcedure.Silence ? Accept(taken, Broken(vetting, agency, context)) : Accept(taken);
    }

    /// <summary>Comments are numbered on through all rounds of a matter.</summary>
    private static ValueList<Comment> Numbered(ValueList<NewComment> comments, ProposalState.InVetting vetting, AgencyId agency)
    {
        if (comments.Count == 0) return [];

        var first = 1 + vetting.Matter.Past.Sum(past => past.Comments.Count) + vetting.Round.Comments.Count;
        return comments.Select((comment, i) => new Comment(first + i, agency, comment.Grade, comment.Text, null, null)).ToValueList();
    }

    private static Decision<ProposalEvent> DecideConfirm(ProposalState.InVetting vetting, Context context)
    {
        var (round, agency) = (vetting.Round, ActingAgency(context));
        if (MayNotSpeak(round, agency) is { } refusal) return Refuse(refusal);
        if (!round.IsToBeConfirmed(agency)) return Refuse(new NothingToConfirm(agency));

        return Accept(new ProposalEvent.PositionConfirmed(agency, round.TextVersion, ((Actor.Person)context.Actor).Id, context.Now));
    }

    private static Decision<ProposalEvent> DecideDisposition(ProposalState.InVetting vetting, ProposalCommand.ProposeDisposition propose, Context context) =>
        vetting.Round.Comments.Any(comment => comment.Number == propose.Comment)
            ? Accept(new ProposalEvent.DispositionProposed(propose.Comment, propose.Text, context.Now))
            : Refuse(new CommentUnknown(propose.Comment));

    private static Decision<ProposalEvent> DecideAnswer(ProposalState.InVetting vetting, ProposalCommand.AnswerDisposition answer, Context context)
    {
        var comment = vetting.Round.Comments.FirstOrDefault(comment => comment.Number == answer.Comment);
        if (comment is null) return Refuse(new CommentUnknown(answer.Comment));
        if (comment.Agency != ActingAgency(context)) return Refuse(new CommentOfAnother(comment.Number, comment.Agency));
        if (MayNotSpeak(vetting.Round, comment.Agency) is { } refusal) return Refuse(refusal);
        if (comment.Disposition is null) return Refuse(new DispositionMissing(comment.Number));

        return Accept(new ProposalEvent.DispositionAnswered(comment.Number, answer.Accepts, context.Now));
    }

    private static Decision<ProposalEvent> DecideInterim(ProposalState.InVetting vetting, ProposalCommand.ReplyInterim reply, Context context)
    {
        var (round, agency, calendar) = (vetting.Round, ActingAgency(context), context.Charter.Calendar);
        if (MayNotSpeak(round, agency) is { } refusal) return Refuse(refusal);
        if (round.Phase is not RoundPhase.Running) return Refuse(new SuspenseIsOver(round.Phase.DueAt));

        var fullBy = calendar.CloseOf(reply.FullOn);
        if (fullBy <= context.Now) return Refuse(new InterimDayPast(reply.FullOn));

        DateTimeOffset? escalateAt = CategoryOf(vetting, context).Silence is Charters.SilenceRule.Escalate escalate ? calendar.After(fullBy, escalate.After) : null;
        return Accept(new ProposalEvent.RepliedInterim(new(agency, reply.Text, fullBy, escalateAt), context.Now));
    }

    private static Decision<ProposalEvent> DecideObjection(ProposalState.InVetting vetting, ProposalCommand.ObjectToNegotiation objection, Context context)
    {
        var (round, agency) = (vetting.Round, ActingAgency(context));
        if (MayNotSpeak(round, agency) is { } refusal) return Refuse(refusal);

        var objected = new ProposalEvent.NegotiationObjected(new(agency, objection.Text, ((Actor.Person)context.Actor).Id, context.Now));
        return round.Procedure is RoundProcedure.Silence ? Accept(objected, Broken(vetting, agency, context)) : Accept(objected);
    }

    private static Decision<ProposalEvent> Lifted(NegotiationObjection? objection, ProposalCommand.LiftNegotiation lift, Context context)
    {
        var lifters = context.Charter.Agencies.Where(agency => agency.LiftsNegotiation).Select(agency => agency.Id).ToValueList();
        if (!lifters.Contains(ActingAgency(context))) return Refuse(new NotYoursToLift(lifters));

        return objection is null ? Refuse(new NoSuchObjection()) : Accept(new ProposalEvent.NegotiationLifted(lift.Reason, context.Now));
    }

    private static Refusal? MayNotSpeak(Round round, AgencyId agency)
    {
        if (!round.Agencies.Contains(agency)) return new NotAwaited(agency);

        return round.Phase is RoundPhase.Expired expired ? new SilenceIsOver(expired.At) : null;
    }

    private static Refusal? Malformed(ProposalCommand.TakePosition take) => take.Stand switch
    {
        Stand.Nonconcur nonconcur when string.IsNullOrWhiteSpace(nonconcur.Objection.Text) => new ObjectionMissing(),
        Stand.Nonconcur nonconcur when string.IsNullOrWhiteSpace(nonconcur.Cure.Text) => new CureMissing(),
        Stand.ConcurWithComment when take.Comments.Count == 0 => new CommentMissing(),
        not Stand.ConcurWithComment when take.Comments.Count > 0 => new CommentUnexpected(),
        _ => null,
    };

    private static ProposalEvent.SilenceBroken Broken(ProposalState.InVetting vetting, AgencyId agency, Context context)
    {
        var category = CategoryOf(vetting, context);
        return new(agency, Scheduling.Of(category, vetting.Round.Stage, context.Charter.Calendar, context.Now, null), context.Now);
    }

    private static AgencyId ActingAgency(Context context) => context.Actor.Seated!.Value.Agency!.Value;

    private static Charters.Category CategoryOf(ProposalState.Lodged lodged, Context context) => context.Charter.Find(lodged.Matter.Paper.Category)!;
}
