using Nsdd311.Charters;
using Nsdd311.Views;

namespace Nsdd311.Runtime.Memory;

public sealed partial class MemoryJournal
{
    /// <inheritdoc />
    public Task<Page<MatterRow>> Docket(DocketQuery query, CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult(readModel.Docket(query));
    }

    /// <inheritdoc />
    public Task<bool> MayKnow(ProposalId matter, ValueList<string> audiences, bool all, CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult(readModel.MayKnow(matter, audiences, all));
    }

    /// <inheritdoc />
    public Task<BeforeSubmission> BeforeSubmission(ReportDebt? debt, CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult(readModel.BeforeSubmission(debt));
    }

    /// <inheritdoc />
    public Task<ValueList<ProposalId>> ClearedGuidance(CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult(readModel.BeforeSubmission(null).ClearedGuidance);
    }

    /// <inheritdoc />
    public Task<Page<NumberedAlert>> Alerts(ValueList<Seat> seats, long? before, int limit, CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult(readModel.Alerts(seats, before, limit));
    }

    /// <inheritdoc />
    public Task Raise(AlertRow alert, CancellationToken cancellationToken)
    {
        lock (gate) readModel.Add(ReadRows.None with { Alerts = [alert] });
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<Page<ContactRow>> Contacts(PairId? pair, string? after, int limit, CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult(readModel.Contacts(pair, after, limit));
    }
}
