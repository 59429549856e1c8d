using System.Diagnostics;
using static Nsdd311.Proposals.ProposalEvent;

namespace Nsdd311.Proposals;

/// <summary>How facts change a round.</summary>
internal static class RoundFold
{
    public static Round Evolve(Round round, ProposalEvent @event) => @event switch
    {
        PositionTaken e => Spoken(round with { Positions = round.Positions.Add(e.Position), Comments = round.Comments.AddRange(e.Comments) }),
        PositionConfirmed e => Spoken(round with { Positions = Confirmed(round, e.Agency, e.TextVersion) }),
        DispositionProposed e => Changed(round, e.Comment, comment => comment with { Disposition = e.Text, IsAccepted = null }),
        DispositionAnswered e => Answered(round, e),
        RepliedInterim e => round with { Interims = round.Interims.Keep(reply => reply.Agency != e.Reply.Agency).Add(e.Reply) },
        NegotiationObjected e => round with { Objection = e.Objection },
        NegotiationLifted => round with { Objection = null },
        Extended e => round with { Phase = new RoundPhase.Running(e.Schedule), ExtendedBy = e.WorkingDays },
        ClockStopped e => round with { Phase = new RoundPhase.Stopped(((RoundPhase.Running)round.Phase).Schedule, e.At, e.ResumeBy) },
        ClockStarted e => round with { Phase = new RoundPhase.Running(e.Schedule), StoppedFor = round.StoppedFor + e.StoodFor },
        Warned => round with { Phase = new RoundPhase.Running(((RoundPhase.Running)round.Phase).Schedule with { WarnAt = null }) },
        SuspensePassed e => round with { Phase = new RoundPhase.Passed(e.Due, ((RoundPhase.Running)round.Phase).Schedule.EscalateAt, e.RemindAt) },
        Reminded e => round with { Phase = (RoundPhase.Passed)round.Phase with { RemindAt = e.RemindAt } },
        SilenceBroken e => round with { Number = round.Number + 1, Procedure = RoundProcedure.Ordinary, OpenedAt = e.At, Phase = new RoundPhase.Running(e.Schedule) },
        SilenceExpired e => round with { Phase = new RoundPhase.Expired(e.Due, e.Silent) },
        _ => throw new UnreachableException($"{@event} cannot happen in a round."),
    };

    /// <summary>A new text: the proponent speaks of it already, everybody else has yet to confirm.</summary>
    public static Round Amended(Round round, AgencyId proponent, Amended e)
    {
        var amended = round with { TextVersion = e.TextVersion, Phase = new RoundPhase.Running(e.Schedule) };
        return amended with { Positions = Confirmed(amended, proponent, e.TextVersion) };
    }

    /// <summary>Nobody is reminded once every mandatory agency has spoken.</summary>
    private static Round Spoken(Round round) =>
        round.Phase is RoundPhase.Passed { RemindAt: not null } passed && round.Mandatory.All(round.HasSpoken)
            ? round with { Phase = passed with { RemindAt = null } }
            : round;

    /// <summary>Accepting the disposition on a new text confirms the position.</summary>
    private static Round Answered(Round round, DispositionAnswered e)
    {
        var answered = Changed(round, e.Comment, comment => comment with { IsAccepted = e.Accepted });
        var agency = answered.Comments.First(comment => comment.Number == e.Comment).Agency;
        return e.Accepted ? Spoken(answered with { Positions = Confirmed(answered, agency, answered.TextVersion) }) : answered;
    }

    private static Round Changed(Round round, int number, Func<Comment, Comment> change) =>
        round with { Comments = round.Comments.Change(comment => comment.Number == number, change) };

    /// <summary>The position is repeated on the new text, so that what was said of the old one stays readable.</summary>
    private static ValueList<Position> Confirmed(Round round, AgencyId agency, int textVersion) =>
        round.Standing(agency) is { } position && position.TextVersion < textVersion ? round.Positions.Add(position with { TextVersion = textVersion }) : round.Positions;
}
