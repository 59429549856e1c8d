using Nsdd311.Charters;

namespace Nsdd311.Reciprocity;

/// <summary>Which side hosts. A field of the proposal, never part of a category's code.</summary>
public enum Direction
{
    /// <summary>The US hosts: a contact <em>given</em>.</summary>
    Inbound,

    /// <summary>The other side hosts: a contact <em>received</em>.</summary>
    Outbound,

    /// <summary>On third ground: counts as the category's rule says.</summary>
    ThirdCountry,
}

/// <summary>Units of one contact per dimension. Counted in halves, so that "half each" is never rounded.</summary>
/// <param name="Measures">One per known dimension, in no order that matters. A dimension that is missing is unknown, not zero.</param>
public readonly record struct Units(ValueList<Measure> Measures)
{
    /// <summary>Whole units per dimension.</summary>
    public static Units Of(params ReadOnlySpan<(Dimension Dimension, int Whole)> measures)
    {
        var list = new Measure[measures.Length];
        for (var i = 0; i < measures.Length; i++) list[i] = new(measures[i].Dimension, checked(measures[i].Whole * 2));
        return new(list.ToValueList());
    }

    /// <summary>The same, with this amount in this dimension.</summary>
    public Units With(Dimension dimension, int halves) =>
        new(Measures.Keep(measure => measure.Dimension != dimension).Add(new(dimension, halves)));

    /// <summary>The same, with the amounts of the other where it has one.</summary>
    public Units With(Units other)
    {
        var units = this;
        foreach (var measure in other.Measures) units = units.With(measure.Dimension, measure.Halves);

        return units;
    }

    /// <summary>The same as one contact: an entry counts one in events, whatever was written.</summary>
    public Units AsOneEvent() => With(Dimension.Events, 2);

    /// <summary>Whether every figure is one that a contact can have: no less than nothing, no more than 10,000 units.</summary>
    public bool ArePlausible => Measures.All(measure => measure.Halves is >= 0 and <= 20_000);

    /// <summary>The halves in this dimension; null if unknown.</summary>
    public int? Halves(Dimension dimension)
    {
        foreach (var measure in Measures)
            if (measure.Dimension == dimension) return measure.Halves;

        return null;
    }
}

/// <summary>An amount in one dimension, in halves of a unit: 2 is one event, one day, one hull.</summary>
public readonly record struct Measure(Dimension Dimension, int Halves);

/// <summary>The sum that decides a hold in one dimension; all amounts in halves of a unit.</summary>
/// <remarks>Passes if <c>CommittedSame + HeldSame + Asked − CommittedOther ≤ Tolerance + Waived</c>. The other side's holds do not help.</remarks>
/// <param name="Dimension">What is counted.</param>
/// <param name="CommittedSame">Committed in the direction asked for.</param>
/// <param name="HeldSame">Held in the direction asked for, this hold not included.</param>
/// <param name="Asked">Asked for now.</param>
/// <param name="CommittedOther">Committed in the other direction.</param>
/// <param name="Tolerance">The category's.</param>
/// <param name="Waived">Waivers in force.</param>
/// <param name="Missing">Contacts that stay out of this sum because a figure is unknown.</param>
public sealed record BoundLine(
    Dimension Dimension, int CommittedSame, int HeldSame, int Asked, int CommittedOther, int Tolerance, int Waived, int Missing = 0)
{
    /// <summary>The balance that the hold would lead to, in the direction asked for.</summary>
    public int Result => CommittedSame + HeldSame + Asked - CommittedOther;

    /// <summary>Whether the bound holds.</summary>
    public bool Passes => Result <= Tolerance + Waived;

    /// <summary>The sum in numbers: <c>events 1 committed + 1 held + 1 asked − 1 = 2 > 1</c>.</summary>
    public override string ToString() =>
        $"{Dimension} {Whole(CommittedSame)} committed + {Whole(HeldSame)} held + {Whole(Asked)} asked − {Whole(CommittedOther)} = {Whole(Result)} {(Passes ? "≤" : ">")} {Whole(Tolerance + Waived)}";

    private static string Whole(int halves) => (halves / 2m).ToString("0.#");
}

/// <summary>Why a ledger does not grant a hold now.</summary>
/// <param name="Code"><c>ledger.not-open</c>, <c>ledger.over-most</c>, <c>ledger.frozen</c>, <c>ledger.out-of-bound</c> or <c>ledger.cap</c>; looked for in this order.</param>
/// <param name="Because">One sentence with the sum in numbers.</param>
/// <param name="Sum">All dimensions, those that pass too.</param>
public sealed record Impediment(string Code, string Because, ValueList<BoundLine> Sum);
