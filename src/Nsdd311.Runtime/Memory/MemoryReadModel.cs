using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Views;

namespace Nsdd311.Runtime.Memory;

/// <summary>The lists of the memory journal; guarded by the journal's lock.</summary>
internal sealed class MemoryReadModel
{
    private readonly Dictionary<ProposalId, MatterRow> matters = [];
    private readonly BearingMatters bearing = new();
    private readonly List<AlertRow> alerts = [];
    private readonly Dictionary<string, ContactRow> contacts = [];

    public void Add(ReadRows rows)
    {
        if (rows.Matter is { } matter)
        {
            matters[matter.Id] = matter;
            bearing.Show(matter);
        }

        alerts.AddRange(rows.Alerts);
        foreach (var contact in rows.Contacts) contacts.TryAdd(contact.Reference, contact);
    }

    public Page<MatterRow> Docket(DocketQuery query) =>
        PageOf(matters.Values.Where(row => Matches(row, query)), row => SortKeys.Of(row, query.Order), query.After, query.Limit);

    public bool MayKnow(ProposalId matter, ValueList<string> audiences, bool all) =>
        matters.TryGetValue(matter, out var row) && (all || row.Audiences.Any(audiences.Contains));

    public BeforeSubmission BeforeSubmission(ReportDebt? debt) => bearing.For(debt);

    public Page<NumberedAlert> Alerts(ValueList<Seat> seats, long? before, int limit)
    {
        var found = alerts.Select((alert, i) => new NumberedAlert(i + 1, alert)).Where(one => one.Alert.Seats.Any(seats.Contains) && (before is null || one.Number < before))
            .OrderByDescending(one => one.Number).Take(limit + 1).ToList();
        return new(found.Take(limit).ToValueList(), found.Count > limit ? found[limit - 1].Number.ToString() : null);
    }

    public Page<ContactRow> Contacts(PairId? pair, string? after, int limit) =>
        PageOf(contacts.Values.Where(row => pair is null || row.Pair == pair), SortKeys.Of, after, limit);

    private static bool Matches(MatterRow row, DocketQuery query) =>
        (query.All || row.Audiences.Any(query.Audiences.Contains))
        && (query.Status is null || row.Status == query.Status)
        && (query.Stage is null || row.Stage == query.Stage)
        && (query.Body is null || row.Body == query.Body)
        && (query.Category is null || row.Category == query.Category)
        && (query.Pair is null || row.Pair == query.Pair)
        && (query.Agency is null || row.Agency == query.Agency)
        && (query.Goal is null || row.Goals.Contains(query.Goal.Value))
        && (query.DueBefore is null || row.DueAt < query.DueBefore)
        && (query.Filed is null || row.Filed.Contains(query.Filed))
        && (query.Text is null || SortKeys.SearchedIn(row).Contains(SortKeys.Folded(query.Text), StringComparison.Ordinal));

    private static Page<T> PageOf<T>(IEnumerable<T> rows, Func<T, string> key, string? after, int limit)
    {
        var found = rows.Where(row => after is null || string.CompareOrdinal(key(row), after) > 0).OrderBy(key, StringComparer.Ordinal).Take(limit + 1).ToList();
        return new(found.Take(limit).ToValueList(), found.Count > limit ? key(found[limit - 1]) : null);
    }
}
