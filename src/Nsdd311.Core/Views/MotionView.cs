using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;

namespace Nsdd311.Views;

/// <summary>What was moved in the SIG about a ledger, as a reader sees it.</summary>
/// <param name="Number">In the ledger, from 1.</param>
/// <param name="Kind"><c>waiver</c>, <c>freeze-lift</c>, <c>write-off</c> or <c>carry</c>.</param>
/// <param name="Status"><c>open</c>, <c>granted</c>, <c>dropped</c>, or <c>over</c> for what was granted and has ended.</param>
/// <param name="Category">Which account; null for a debt, which has its own.</param>
/// <param name="Amount">How far beyond the tolerance; null unless a waiver.</param>
/// <param name="Until">From this instant on it counts no more; null for a debt.</param>
/// <param name="Debt">The number of the contact that is owed for; null unless a debt.</param>
/// <param name="ReturnBy">To which day the debt is carried; null unless it is.</param>
/// <param name="Reason">Why, if the reader may read it.</param>
/// <param name="MovedBy">Who moved it.</param>
/// <param name="MovedAt">When.</param>
/// <param name="Session">The item of the session in which it was decided; null while it is open, and if by paper.</param>
/// <param name="Voices">The word that stands in each agency's name, of those heard.</param>
public sealed record MotionView(
    int Number, string Kind, string Status, CategoryCode? Category, Units? Amount, DateTimeOffset? Until, int? Debt, DateOnly? ReturnBy,
    MarkedText? Reason, PersonId MovedBy, DateTimeOffset MovedAt, SessionItemView? Session, ValueList<VoiceView> Voices)
{
    /// <summary>The motion as it stands at that instant.</summary>
    public static MotionView Of(Motion motion, DateTimeOffset at, ValueList<AgencyId> agencies, Sight sight)
    {
        var voices = agencies.Select(motion.Standing).OfType<Voice>()
            .Select(voice => new VoiceView(voice.Agency, voice.Agrees, sight.See(voice.Objection), voice.At)).ToValueList();
        var view = new MotionView(
            motion.Number, "", StatusOf(motion, null, at), null, null, null, null, null, sight.See(motion.Reason), motion.By, motion.At,
            motion.Session is { } item ? new(item.Session.ToString(), item.Item, item.Present) : null, voices);
        return motion.Relief switch
        {
            Relief.Waiver r => view with { Kind = "waiver", Status = StatusOf(motion, r.Until, at), Category = r.Category, Amount = r.Amount, Until = r.Until },
            Relief.LiftFreeze r => view with { Kind = "freeze-lift", Status = StatusOf(motion, r.Until, at), Category = r.Category, Until = r.Until },
            Relief.WriteOff r => view with { Kind = "write-off", Debt = r.Debt },
            Relief.Carry r => view with { Kind = "carry", Debt = r.Debt, ReturnBy = r.ReturnBy },
            _ => throw new System.Diagnostics.UnreachableException($"{motion.Relief} is not shown."),
        };
    }

    private static string StatusOf(Motion motion, DateTimeOffset? until, DateTimeOffset at) => motion.Decision switch
    {
        null => "open",
        { Granted: false } => "dropped",
        _ => until <= at ? "over" : "granted",
    };
}

/// <summary>An agency's word on a motion.</summary>
/// <param name="Agency">Whose.</param>
/// <param name="Agrees">Whether it agrees.</param>
/// <param name="Objection">What it objects, if the reader may read it; null if it agrees.</param>
/// <param name="At">When it was said.</param>
public sealed record VoiceView(AgencyId Agency, bool Agrees, MarkedText? Objection, DateTimeOffset At);
