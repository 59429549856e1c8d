using Nsdd311.Charters;
using Nsdd311.Views;

namespace Nsdd311.Runtime.Journal;

/// <summary>The few of all matters that bear on a submission: those whose report is still due, and cleared guidance. A fold over rows of the docket.</summary>
public sealed class BearingMatters
{
    private readonly Dictionary<(AgencyId Agency, PairId Pair), List<MatterRow>> reports = [];
    private readonly Dictionary<ProposalId, (AgencyId Agency, PairId Pair)> owed = [];
    private readonly List<MatterRow> guidance = [];
    private ValueList<ProposalId> clearedGuidance = [];

    /// <summary>Takes a row over; of one matter the last one counts.</summary>
    public void Show(MatterRow row)
    {
        ShowReport(row);
        if (row.Kind is MatterKind.PolicyGuidance) ShowGuidance(row);
    }

    /// <summary>What a submission must know.</summary>
    /// <param name="debt">The reports that would stop it; null for none.</param>
    public BeforeSubmission For(ReportDebt? debt)
    {
        if (debt is null || !reports.TryGetValue((debt.Agency, debt.Pair), out var due)) return new([], clearedGuidance);

        return new(due.Where(row => row.ReportDue < debt.Before && row.Number is not null).Select(row => row.Number!.Value).ToValueList(), clearedGuidance);
    }

    private void ShowReport(MatterRow row)
    {
        if (owed.Remove(row.Id, out var before)) reports[before].RemoveAll(other => other.Id == row.Id);
        if (row.ReportDue is null || row.Pair is not { } pair) return;

        owed.Add(row.Id, (row.Agency, pair));
        if (!reports.TryGetValue((row.Agency, pair), out var due)) reports.Add((row.Agency, pair), due = []);
        due.Insert(~due.BinarySearch(row, OldestFirst), row);
    }

    private void ShowGuidance(MatterRow row)
    {
        guidance.RemoveAll(other => other.Id == row.Id);
        if (row.Status == MatterRow.Cleared) guidance.Insert(~guidance.BinarySearch(row, AsSubmitted), row);
        clearedGuidance = guidance.Select(one => one.Id).ToValueList();
    }

    private static readonly Comparer<MatterRow> OldestFirst = Comparer<MatterRow>.Create((one, other) =>
        Nullable.Compare(one.ReportDue, other.ReportDue) is not 0 and var order ? order : string.CompareOrdinal(one.Id.ToString(), other.Id.ToString()));

    private static readonly Comparer<MatterRow> AsSubmitted = Comparer<MatterRow>.Create((one, other) =>
        string.CompareOrdinal(SortKeys.Of(one, DocketOrder.Submitted), SortKeys.Of(other, DocketOrder.Submitted)));
}
