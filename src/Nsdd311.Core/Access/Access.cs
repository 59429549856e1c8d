using Nsdd311.Marking;

namespace Nsdd311.Access;

/// <summary>Who may see what. Documents, lists, history, alerts and errors all pass through here (4-security, "Who sees").</summary>
public static class Access
{
    /// <summary>Whether the reader may know that the matter exists: one of the audiences is the reader's, or the reader audits.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="audiences">The matter's, from <see cref="MatterAudiences"/>.</param>
    public static bool MayKnow(Reader reader, ValueList<string> audiences) => reader.ReadsAllFacts || IsDistributed(reader, audiences);

    /// <summary>Whether the matter is distributed to the reader. Without it no classified text is shown, however high the clearance.</summary>
    public static bool IsDistributed(Reader reader, ValueList<string> audiences)
    {
        foreach (var audience in audiences)
            foreach (var own in reader.Audiences)
                if (string.Equals(audience, own, StringComparison.Ordinal)) return true;

        return false;
    }

    /// <summary>Whether the reader's clearance covers the portion: its level, and every control that is not about foreigners.</summary>
    /// <remarks>A portion whose author gave no mark is kept like the highest until it has one.</remarks>
    public static bool MayRead(Reader reader, PortionMark mark) => MayRead(reader.Clearance, mark);

    /// <summary>Whether a clearance covers the portion.</summary>
    public static bool MayRead(PortionMark clearance, PortionMark mark)
    {
        var level = mark.IsMissing ? Level.TopSecret : mark.Level;
        var held = clearance.IsMissing ? Level.Unclassified : clearance.Level;
        if (held < level) return false;

        foreach (var control in mark.Controls)
            if (!IsAboutForeigners(control) && !clearance.Controls.Contains(control)) return false;

        return true;
    }

    /// <summary>Everybody in the roster is of the own state, so what keeps foreigners out keeps nobody here out.</summary>
    private static bool IsAboutForeigners(string control) =>
        control is "NF" or "NOFORN" || control.StartsWith("REL TO ", StringComparison.Ordinal);
}

/// <summary>What one reader sees of one matter, or of the past: the texts pass through it, one by one.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="IsDistributed">Whether the matter is distributed to the reader.</param>
public sealed record Sight(Reader Reader, bool IsDistributed)
{
    /// <summary>The sight of this reader on a matter with these audiences.</summary>
    public static Sight Of(Reader reader, ValueList<string> audiences) => new(reader, Access.IsDistributed(reader, audiences));

    /// <summary>The sight of this reader on what belongs to no matter: the past in a ledger, contacts kept and not counted, what a file says of them.</summary>
    public static Sight OfThePast(Reader reader) => new(reader, reader.SitsAtTheTable);

    /// <summary>Whether a text of this mark is shown. What is not shown leaves no trace.</summary>
    public bool Reads(PortionMark mark) => IsDistributed && Access.MayRead(Reader, mark);

    /// <summary>The text if it may be seen; null otherwise, as if there were none.</summary>
    public MarkedText? See(MarkedText? text) => text is not null && Reads(text.Mark) ? text : null;

    /// <summary>Those of the texts that may be seen.</summary>
    public ValueList<MarkedText> See(ValueList<MarkedText> texts) => texts.Keep(static (text, sight) => sight.Reads(text.Mark), this);
}
