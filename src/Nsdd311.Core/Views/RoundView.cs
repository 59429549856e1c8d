using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;

namespace Nsdd311.Views;

/// <summary>A round as one reader sees it.</summary>
/// <param name="Number">In the matter, from 1.</param>
/// <param name="Stage">Of this stage.</param>
/// <param name="Procedure">Whether silence is consent.</param>
/// <param name="TextVersion">The text under review.</param>
/// <param name="OpenedAt">When it was received.</param>
/// <param name="Suspense">When it ends or ended.</param>
/// <param name="Clock">running, stopped, passed or expired.</param>
/// <param name="WarnAt">When the silent are warned; null once that is over.</param>
/// <param name="EscalateAt">When it goes to the SIG by itself.</param>
/// <param name="ResumeBy">When a stopped clock starts again by itself.</param>
/// <param name="Agencies">Where each agency stands.</param>
/// <param name="Comments">Every comment made.</param>
/// <param name="InterimReplies">Agencies that met the suspense with an interim reply.</param>
/// <param name="NegotiationObjection">Who objects that this is a negotiation; null if nobody.</param>
/// <param name="ExtendedBy">Working days by which the chair extended it.</param>
/// <param name="StoppedFor">Working days for which its clock stood still.</param>
public sealed record RoundView(
    int Number, Stage Stage, RoundProcedure Procedure, int TextVersion, DateTimeOffset OpenedAt, DateTimeOffset Suspense, string Clock,
    DateTimeOffset? WarnAt, DateTimeOffset? EscalateAt, DateTimeOffset? ResumeBy, ValueList<StandingView> Agencies, ValueList<CommentView> Comments,
    ValueList<InterimView> InterimReplies, NegotiationView? NegotiationObjection, int? ExtendedBy, int StoppedFor)
{
    /// <summary>The round as the reader sees it.</summary>
    public static RoundView Of(Round round, Sight sight)
    {
        var schedule = (round.Phase as RoundPhase.Running)?.Schedule ?? (round.Phase as RoundPhase.Stopped)?.Schedule;
        return new(
            round.Number, round.Stage, round.Procedure, round.TextVersion, round.OpenedAt, round.Phase.DueAt, ClockOf(round.Phase), schedule?.WarnAt,
            schedule?.EscalateAt ?? (round.Phase as RoundPhase.Passed)?.EscalateAt, (round.Phase as RoundPhase.Stopped)?.ResumeBy,
            StandingView.AllOf(round, sight), round.Comments.Map(CommentView.Of, sight), round.Interims.Map(InterimView.Of, sight),
            round.Objection is { } objection ? new(objection.Agency, sight.See(objection.Text), objection.By, objection.At) : null,
            round.ExtendedBy, round.StoppedFor);
    }

    private static string ClockOf(RoundPhase phase) => phase switch
    {
        RoundPhase.Running => "running",
        RoundPhase.Stopped => "stopped",
        RoundPhase.Passed => "passed",
        _ => "expired",
    };
}

/// <summary>Where one agency stands in a round. No answer is <c>silent</c>, never concurrence.</summary>
/// <param name="Agency">Which.</param>
/// <param name="IsMandatory">Whether nothing is cleared without it.</param>
/// <param name="Position">concur, concur-with-comment, nonconcur, reserve, no-interest; <c>silent</c> without one; <c>silent-by-procedure</c> after an expired silence procedure.</param>
/// <param name="IsToBeConfirmed">Whether it speaks of an earlier text and does not count until it is confirmed.</param>
/// <param name="Taken">The position as taken; null if none was.</param>
public sealed record StandingView(AgencyId Agency, bool IsMandatory, string Position, bool IsToBeConfirmed, PositionView? Taken)
{
    /// <summary>Where each agency at the table of the round stands.</summary>
    public static ValueList<StandingView> AllOf(Round round, Sight sight) =>
        round.Agencies.Map(static (agency, seen) => Of(agency, seen.round, seen.sight), (round, sight));

    /// <summary>The agency's standing in the round.</summary>
    public static StandingView Of(AgencyId agency, Round round, Sight sight)
    {
        var position = round.Standing(agency);
        var silent = round.Phase is RoundPhase.Expired expired && expired.Silent.Contains(agency) ? "silent-by-procedure" : "silent";
        return new(
            agency, round.Mandatory.Contains(agency), position is null ? silent : PositionView.NameOf(position.Stand), round.IsToBeConfirmed(position),
            position is null ? null : PositionView.Of(position, sight));
    }
}

/// <summary>A position as taken.</summary>
public sealed record PositionView(
    AgencyId Agency, string Position, MarkedText? Objection, MarkedText? Cure, MarkedText? Footnote, PersonId? By, DateTimeOffset At, int TextVersion, bool Late,
    ValueList<int> Comments)
{
    /// <summary>The position as the reader sees it.</summary>
    public static PositionView Of(Position position, Sight sight)
    {
        var no = position.Stand as Stand.Nonconcur;
        return new(
            position.Agency, NameOf(position.Stand), sight.See(no?.Objection), sight.See(no?.Cure), sight.See((position.Stand as Stand.Reserve)?.Footnote),
            position.By, position.At, position.TextVersion, position.Late, position.Comments);
    }

    /// <summary>A stand as it is written: <c>concur-with-comment</c>.</summary>
    public static string NameOf(Stand stand) => stand switch
    {
        Stand.Concur => "concur",
        Stand.ConcurWithComment => "concur-with-comment",
        Stand.Nonconcur => "nonconcur",
        Stand.Reserve => "reserve",
        Stand.NoInterest => "no-interest",
        _ => throw new System.Diagnostics.UnreachableException($"{stand} has no name."),
    };
}

/// <summary>A comment with what became of it.</summary>
public sealed record CommentView(int Number, AgencyId Agency, CommentGrade Grade, MarkedText? Text, MarkedText? Disposition, bool? IsAccepted)
{
    /// <summary>The comment as the reader sees it.</summary>
    public static CommentView Of(Comment comment, Sight sight) =>
        new(comment.Number, comment.Agency, comment.Grade, sight.See(comment.Text), sight.See(comment.Disposition), comment.IsAccepted);
}

/// <summary>An interim reply.</summary>
public sealed record InterimView(AgencyId Agency, MarkedText? Text, DateTimeOffset FullBy)
{
    /// <summary>The reply as the reader sees it.</summary>
    public static InterimView Of(InterimReply reply, Sight sight) => new(reply.Agency, sight.See(reply.Text), reply.FullBy);
}

/// <summary>The objection that this is a negotiation.</summary>
public sealed record NegotiationView(AgencyId Agency, MarkedText? Text, PersonId By, DateTimeOffset At);

/// <summary>A decision on the matter.</summary>
/// <param name="Number">In the matter, from 1.</param>
/// <param name="Body">Whose: ig, sig or president.</param>
/// <param name="Decision">clear, return, disapprove or refer.</param>
/// <param name="Stage">Of which stage.</param>
/// <param name="Findings">One for each claimed goal, if a body cleared it.</param>
/// <param name="Remarks">What else was said, if the reader may read it.</param>
/// <param name="At">When.</param>
/// <param name="ReclamaUntil">Until when the SIG may be asked to look at it; its own instant where it was final at once.</param>
/// <param name="Reference">Of the paper with the President's decision, if the reader may read it.</param>
/// <param name="DecidedOn">The day of that paper.</param>
public sealed record RulingView(
    int Number, RulingBody Body, RulingKind Decision, Stage Stage, ValueList<FindingView> Findings, MarkedText? Remarks, DateTimeOffset At, DateTimeOffset ReclamaUntil,
    MarkedText? Reference, DateOnly? DecidedOn)
{
    /// <summary>The decision as the reader sees it.</summary>
    public static RulingView Of(Ruling ruling, Matter matter, Sight sight)
    {
        var president = matter.President.FirstOrDefault(decided => decided.Ruling == ruling.Number)?.Decision;
        return new(
            ruling.Number, matter.BodyOf(ruling), ruling.Kind, ruling.Stage, ruling.Findings.Map(FindingView.Of, sight),
            sight.See(ruling.Remarks), ruling.At, ruling.ReclamaUntil, sight.See(president?.Reference), president?.DecidedOn);
    }
}

/// <summary>What the chair found of a goal.</summary>
public sealed record FindingView(int Goal, MarkedText? Text)
{
    /// <summary>The finding as the reader sees it.</summary>
    public static FindingView Of(Finding finding, Sight sight) => new(finding.Goal, sight.See(finding.Text));
}

/// <summary>A condition of a clearance.</summary>
public sealed record ConditionView(int Number, MarkedText? Text, bool IsMet, MarkedText? Evidence)
{
    /// <summary>The condition as the reader sees it.</summary>
    public static ConditionView Of(Condition condition, Sight sight) =>
        new(condition.Number, sight.See(condition.Text), condition.Met is not null, sight.See(condition.Met));
}

/// <summary>How the matter stands with the ledger of its pair, in whole units.</summary>
/// <param name="Status">asked, waiting, held, released or committed.</param>
/// <param name="Units">What is asked or held.</param>
/// <param name="Code">Why it waits: <c>ledger.out-of-bound</c>; null unless it waits.</param>
/// <param name="Because">The same in a sentence with the numbers.</param>
/// <param name="Sum">The arithmetic per dimension.</param>
public sealed record HoldView(string Status, Units? Units, string? Code, string? Because, ValueList<BoundLineView> Sum)
{
    /// <summary>The hold; null if none was ever asked for.</summary>
    public static HoldView? Of(HoldStatus? hold) => hold switch
    {
        HoldStatus.Asked asked => new("asked", asked.Request.Units, null, null, []),
        HoldStatus.Waiting waiting => new("waiting", waiting.Request.Units, waiting.Impediment.Code, waiting.Impediment.Because, Lines(waiting.Impediment.Sum)),
        HoldStatus.Held held => new("held", held.Request.Units, null, null, Lines(held.Sum)),
        HoldStatus.Released => new("released", null, null, null, []),
        HoldStatus.Committed => new("committed", null, null, null, []),
        _ => null,
    };

    private static ValueList<BoundLineView> Lines(ValueList<BoundLine> sum) => sum.Map(BoundLineView.Of);
}

/// <summary>The sum in one dimension: <c>committedSame + heldSame + asked − committedOther = result ≤ tolerance + waived</c>; whole units, halves as .5.</summary>
public sealed record BoundLineView(
    Dimension Dimension, decimal CommittedSame, decimal HeldSame, decimal Asked, decimal CommittedOther, decimal Result, decimal Tolerance, decimal Waived,
    bool Passes)
{
    /// <summary>The line in whole units.</summary>
    public static BoundLineView Of(BoundLine line) => new(
        line.Dimension, line.CommittedSame / 2m, line.HeldSame / 2m, line.Asked / 2m, line.CommittedOther / 2m, line.Result / 2m, line.Tolerance / 2m,
        line.Waived / 2m, line.Passes);
}
