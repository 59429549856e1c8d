using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;

namespace Nsdd311.Proposals;

/// <summary>A line of a plan of contacts: one contact on which both sides agree in advance. It sets nothing aside; the contact is vetted when its time comes.</summary>
/// <param name="Number">By which submissions cite it; kept by later texts, so that none means another contact than before.</param>
/// <param name="Category">What the contact is.</param>
/// <param name="Direction">Who hosts.</param>
/// <param name="Pair">Between whom.</param>
/// <param name="Window">When. A submission may name other days of its own: a plan is made long before.</param>
/// <param name="Units">As far as they are agreed; what is missing is open.</param>
/// <param name="Text">In words.</param>
public sealed record AgreedLine(int Number, CategoryCode Category, Direction Direction, PairId Pair, Window Window, Units Units, MarkedText Text)
{
    /// <summary>Lines of one plan, at most.</summary>
    public const int Most = 200;
}

/// <summary>The line of a plan of contacts that a matter carries out.</summary>
/// <param name="Plan">The plan, by its log number.</param>
/// <param name="Line">The line, by its number there.</param>
public sealed record LineCitation(LogNumber Plan, int Line);

/// <summary>A plan of contacts in force: cleared, and signed.</summary>
/// <param name="Number">Its log number, by which it is cited.</param>
/// <param name="Lines">What was agreed.</param>
public sealed record AgreedPlan(LogNumber Number, ValueList<AgreedLine> Lines)
{
    /// <summary>The plan in force that a matter is; null if it is none. What was only to be negotiated, or to be ended, is none.</summary>
    public static AgreedPlan? Of(ProposalState state) => state switch
    {
        ProposalState.Executed executed => Signed(executed.Matter, executed.Outcome),
        ProposalState.Closed closed => Signed(closed.Matter, closed.Outcome),
        _ => null,
    };

    private static AgreedPlan? Signed(Matter matter, Outcome outcome) =>
        matter.Number is { } number && outcome.TookPlaceOn is not null
            && matter.ClearedText.Paper is { AgreedLines: { Count: > 0 } lines, Authority: { } authority } && Planning.Agrees(authority)
            ? new(number, lines)
            : null;
}
