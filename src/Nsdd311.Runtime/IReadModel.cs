using Nsdd311.Charters;
using Nsdd311.Views;

namespace Nsdd311.Runtime;

/// <summary>Lists. The rows commit together with the journal; access is part of every query, before count and page.</summary>
public interface IReadModel
{
    /// <summary>Matters that one of the audiences may know of, in the order asked for.</summary>
    Task<Page<MatterRow>> Docket(DocketQuery query, CancellationToken cancellationToken);

    /// <summary>Whether one of the audiences may know of the matter: one indexed statement, the same for absent and forbidden.</summary>
    Task<bool> MayKnow(ProposalId matter, ValueList<string> audiences, bool all, CancellationToken cancellationToken);

    /// <summary>What every submission must know of other matters, for one round trip.</summary>
    /// <param name="debt">Whose reports must not be overdue; null where none would stop the submission.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<BeforeSubmission> BeforeSubmission(ReportDebt? debt, CancellationToken cancellationToken);

    /// <summary>Policy guidance that is cleared, of whatever standing and for whoever asks: few of many matters. The latest submission first.</summary>
    Task<ValueList<ProposalId>> ClearedGuidance(CancellationToken cancellationToken);

    /// <summary>Alerts for one of the seats, newest first, by their number in the store.</summary>
    Task<Page<NumberedAlert>> Alerts(ValueList<Seat> seats, long? before, int limit, CancellationToken cancellationToken);

    /// <summary>Contacts kept and not counted, newest day first.</summary>
    Task<Page<ContactRow>> Contacts(PairId? pair, string? after, int limit, CancellationToken cancellationToken);
}

/// <summary>Executed matters of the agency with the pair whose report was due before the instant.</summary>
public sealed record ReportDebt(AgencyId Agency, PairId Pair, DateTimeOffset Before);

/// <summary>What every submission must know of other matters.</summary>
/// <param name="OverdueReports">Those of the debt that was asked about, oldest first.</param>
/// <param name="ClearedGuidance">As <see cref="IReadModel.ClearedGuidance"/>.</param>
public sealed record BeforeSubmission(ValueList<LogNumber> OverdueReports, ValueList<ProposalId> ClearedGuidance);

/// <summary>A question to the docket.</summary>
/// <param name="Audiences">Whose eyes: a matter is listed if it is for one of them.</param>
/// <param name="All">Every matter, whatever its audience: an auditor's question.</param>
/// <param name="Status">Only this state.</param>
/// <param name="Stage">Only this stage.</param>
/// <param name="Body">Only where it is this body's turn.</param>
/// <param name="Category">Only this category.</param>
/// <param name="Pair">Only this pair.</param>
/// <param name="Agency">Only this proponent.</param>
/// <param name="Goal">Only where this goal is claimed.</param>
/// <param name="DueBefore">Only where a suspense runs out before this instant.</param>
/// <param name="Text">Only where log number or short title contain this, letter case aside.</param>
/// <param name="Order">How to sort.</param>
/// <param name="After">The sort key of the last row seen; null for the first page.</param>
/// <param name="Limit">From 1 to 200.</param>
public sealed record DocketQuery(
    ValueList<string> Audiences, bool All, string? Status, Stage? Stage, BodyKind? Body, CategoryCode? Category, PairId? Pair, AgencyId? Agency,
    int? Goal, DateTimeOffset? DueBefore, string? Text, DocketOrder Order, string? After, int Limit)
{
    /// <summary>Only what is found by this <see cref="FilingKey"/>: read along an index, however long the docket is.</summary>
    public string? Filed { get; init; }

    /// <summary>All that is found by a <see cref="FilingKey"/>, the latest submission first.</summary>
    public static DocketQuery By(string filed, ValueList<string> audiences, bool all, string? after = null) =>
        new(audiences, all, null, null, null, null, null, null, null, null, null, DocketOrder.Submitted, after, 200) { Filed = filed };
}

/// <summary>How the docket is sorted; ties by identity.</summary>
public enum DocketOrder
{
    /// <summary>By the suspense that runs, soonest first; those without one last.</summary>
    Suspense,

    /// <summary>By submission, newest first; drafts first.</summary>
    Submitted,
}

/// <summary>A page of a list.</summary>
/// <param name="Items">At most the limit.</param>
/// <param name="Next">What to pass as <c>After</c> for the next page; null on the last.</param>
public sealed record Page<T>(ValueList<T> Items, string? Next);

/// <summary>An alert with its number in the store, which rises in commit order.</summary>
public sealed record NumberedAlert(long Number, AlertRow Alert);
