namespace Nsdd311.Web.Describing;

/// <summary>What the parameters of the lists mean.</summary>
internal static class QueryWords
{
    /// <summary>The meaning of a parameter.</summary>
    public static string Of(string name) => name switch
    {
        "status" => "Only matters in this state.",
        "stage" => "Only matters at this stage: concept, plan or final.",
        "body" => "Only matters before this body: ig or sig.",
        "category" => "Only matters of this category.",
        "pair" => "Only what concerns this counterpart pair.",
        "agency" => "Only matters of this proponent.",
        "goal" => "Only matters that claim this goal.",
        "dueBefore" => "Only matters whose suspense runs out before this instant.",
        "text" => "Only matters whose log number or short title contain this.",
        "reference" => "Only matters that are filed elsewhere under this reference, letter case aside: System II,1988,90597, or System II,90597 for whatever year.",
        "sort" => "suspense (soonest first) or submitted (newest first).",
        "standing" => "Only guidance that stands so: not-yet, in-force or superseded.",
        "governs" => "Only guidance that governs this category.",
        "limit" => "Rows a page, 1 to 200; 50 unless told.",
        "cursor" => "Where to go on, from the last page's next; good for this caller and this question.",
        "asOf" => "The ledger as it stood on this day (YYYY-MM-DD), by all that is known now.",
        "dryRun" => "true: say what the file would come to, and change nothing.",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A parameter without words."),
    };
}
