using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Marking;

namespace Nsdd311.Views;

/// <summary>A contact that is kept and never counted, as one reader sees it.</summary>
/// <param name="Reference">The row of the file or the id of the entry.</param>
/// <param name="Kind">incident, courtesy-call, legislative, unofficial or summit.</param>
/// <param name="Pair">The pair it concerns; null if none.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Title">What it was, if the reader may read it.</param>
/// <param name="Doubt">What is doubtful about it, if the reader may read it.</param>
public sealed record ContactView(string Reference, string Kind, PairId? Pair, DateOnly From, DateOnly To, MarkedText? Title, MarkedText? Doubt)
{
    /// <summary>The contact as the reader sees it.</summary>
    public static ContactView Of(ContactRow row, Sight sight) =>
        new(row.Reference, row.Kind, row.Pair, row.From, row.To, sight.See(row.Title), sight.See(row.Doubt));
}
