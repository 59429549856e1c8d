using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Imports;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;

namespace Nsdd311.Web.Api;

/// <summary>What an import came to, or would come to.</summary>
/// <param name="Status">dry-run, imported, or already-imported.</param>
/// <param name="File">SHA-256 of the file.</param>
/// <param name="Profile">How it was read.</param>
/// <param name="Figures">The answer in figures.</param>
/// <param name="NotApplied">Corrections that describe other rows than the file has.</param>
/// <param name="FailedClaims">Rows whose claim to answer cannot hold.</param>
/// <param name="Rows">What becomes of each row; of a dry run only.</param>
/// <param name="Refused">Lots that a pair would not have; empty unless charter and ledger disagree.</param>
internal sealed record ImportView(
    string Status, string File, string Profile, ImportFigures Figures, ValueList<CorrectionNotApplied> NotApplied, ValueList<FailedRow> FailedClaims,
    IReadOnlyList<RowView>? Rows, IReadOnlyList<RefusedLot>? Refused)
{
    /// <summary>What to do while the pairs do not have all their lots; null otherwise.</summary>
    public string? Detail { get; init; }

    public static ImportView Of(ImportState.Imported state, bool cameAgain) => new(
        cameAgain ? "already-imported" : "imported", state.File, state.Profile, state.Figures, state.NotApplied, state.FailedClaims, null, state.Refused);

    public static ImportView Of(ImportPlan plan, Sight sight) => new(
        "dry-run", plan.File, plan.Profile, plan.Figures, plan.NotApplied,
        plan.Rows.Where(row => row.ClaimFails is not null).Select(row => new FailedRow(row.Id, row.Claim!, row.ClaimFails!)).ToValueList(),
        [.. plan.Rows.Select(row => RowView.Of(row, sight))], null);
}

/// <summary>What becomes of a row.</summary>
internal sealed record RowView(
    int Row, string Id, string Becomes, PairId? Pair, CategoryCode? Category, Direction? Direction, Units Units, string? NotCounted, string? PartOf, string? Flag,
    DateOnly? OpensUntil, string? Settles, int? DaysEarly, string? Claim, string? ClaimFails, MarkedText? Doubt)
{
    public static RowView Of(RowResult row, Sight sight) => new(
        row.Row, row.Id, row.Becomes, row.Pair, row.Category, row.Direction, row.Units, row.NotCounted, row.PartOf, row.Flag, row.OpensUntil, row.Settles,
        row.DaysEarly, row.Claim, row.ClaimFails, sight.See(row.Doubt));
}
