namespace Nsdd311.Marking;

/// <summary>Under which order texts are marked. The charter picks it.</summary>
public enum MarkingRegime
{
    /// <summary>1988 (E.O. 12356): the banner is the level alone; a mark follows its text.</summary>
    Eo12356,

    /// <summary>Today (E.O. 13526): the banner is <c>LEVEL//CONTROLS</c>; a mark precedes its text.</summary>
    Eo13526,
}
