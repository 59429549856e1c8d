namespace Nsdd311.Marking;

/// <summary>The overall marking of what consists of portions (1-domain, section 6): never lower than any of them.</summary>
public static class Banner
{
    private const string NoForeigners = "NOFORN";
    private const string Releasable = "REL TO ";

    /// <summary>The highest level of the portions; unclassified if there are none. A missing mark counts as the top, for nobody has said that it is less.</summary>
    public static Level LevelOf(IEnumerable<PortionMark> portions) =>
        portions.Select(portion => portion.IsMissing ? Level.TopSecret : portion.Level).DefaultIfEmpty(Level.Unclassified).Max();

    /// <summary>The banner: the level alone in 1988, with the portions' controls today.</summary>
    /// <param name="regime">Under which order.</param>
    /// <param name="portions">The marks of all portions, titles included.</param>
    public static string Of(MarkingRegime regime, IEnumerable<PortionMark> portions)
    {
        var marks = portions.ToValueList();
        var level = Levels.NameOf(LevelOf(marks));
        return regime is MarkingRegime.Eo12356 ? level : string.Join("//", [level, .. Controls(marks)]);
    }

    /// <remarks>
    /// Every control of any portion, but "releasable to" only where all portions carry the same: left out, it forbids more than it would allow.
    /// NOFORN wins over it.
    /// </remarks>
    private static IEnumerable<string> Controls(ValueList<PortionMark> marks)
    {
        var all = marks.SelectMany(mark => mark.Controls).Select(control => control is "NF" ? NoForeigners : control).Distinct().ToValueList();
        return all.Keep(control => !control.StartsWith(Releasable, StringComparison.Ordinal)
            || (!all.Contains(NoForeigners) && marks.All(mark => mark.Controls.Contains(control))));
    }
}
