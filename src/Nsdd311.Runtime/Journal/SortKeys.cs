using Nsdd311.Views;

namespace Nsdd311.Runtime.Journal;

/// <summary>The sort keys of lists: text that sorts as the list does, ordinally. Every store pages by them, so that a page's end means the same everywhere.</summary>
public static class SortKeys
{
    private const long Offset = 1L << 62;

    /// <summary>Where a matter stands in an order: all lists run from the lowest key to the highest.</summary>
    public static string Of(MatterRow row, DocketOrder order) => order switch
    {
        DocketOrder.Suspense => $"{(row.DueAt is { } due ? Rising(due) : "~")}|{row.Id}",
        DocketOrder.Submitted => $"{(row.SubmittedAt is { } submitted ? Falling(submitted) : " ")}|{row.Id}",
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "Not an order."),
    };

    /// <summary>Where a contact stands: newest day first.</summary>
    public static string Of(ContactRow row) => $"{99_999_999 - row.From.DayNumber:D8}|{row.Reference}";

    /// <summary>What the text filter of the docket looks in.</summary>
    public static string SearchedIn(MatterRow row) => Folded($"{row.Number?.ToString()}\n{row.ShortTitle}");

    /// <summary>Letter case aside.</summary>
    public static string Folded(string text) => text.ToLowerInvariant();

    private static string Rising(DateTimeOffset instant) => (Offset + Instants.ToMicroseconds(instant)).ToString("D19");

    private static string Falling(DateTimeOffset instant) => (Offset - Instants.ToMicroseconds(instant)).ToString("D19");
}
