using Nsdd311.Charters;

namespace Nsdd311.Views;

/// <summary>A page of the docket. Unclassified throughout.</summary>
/// <param name="Items">The matters that the reader may know of, in the order asked for.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record DocketView(ValueList<DocketItem> Items, string? Next);

/// <summary>A matter in the docket.</summary>
public sealed record DocketItem(
    ProposalId Id, string Status, LogNumber? LogNumber, string? ShortTitle, AgencyId Agency, CategoryCode Category, MatterKind Kind, PairId? Pair, Stage? Stage,
    BodyKind? Body, ValueList<int> Goals, DateTimeOffset? SubmittedAt, DateTimeOffset? Suspense)
{
    /// <summary>The row as it is listed.</summary>
    public static DocketItem Of(MatterRow row) => new(
        row.Id, row.Status, row.Number, row.ShortTitle, row.Agency, row.Category, row.Kind, row.Pair, row.Stage, row.Body, row.Goals, row.SubmittedAt, row.DueAt);
}
