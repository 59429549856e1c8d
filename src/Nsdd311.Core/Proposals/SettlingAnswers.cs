using Nsdd311.Reciprocity;
using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;
using static Nsdd311.Proposals.ProposalState;

namespace Nsdd311.Proposals;

// How answers of the log book, of the pair's ledger and of the SIG's book of sessions are recorded.
public sealed partial class ProposalDecider
{
    private static Decision<ProposalEvent> Settle(Lodged lodged, ProposalCommand.RecordAnswer answer, Context context)
    {
        if (Recorded(lodged, answer, context) is not { } recorded) return Nothing;

        return recorded is ProposalEvent.HoldGranted && Final(Evolve(lodged, recorded), context) is { } final ? Accept(recorded, final) : Accept(recorded);
    }

    private static Decision<ProposalEvent> SettleEnded(Lodged ended, ProposalCommand.RecordAnswer answer) =>
        ended.Matter.Owed(answer.ObligationId) is { } owed ? Accept(Noted(owed, answer.With)) : Nothing;

    private static ProposalEvent Noted(Settlement.Obligation owed, SettledWith with) => (owed, with) switch
    {
        (_, SettledWith.Number number) => new ProposalEvent.Numbered(owed.Id, number.Value),
        (Settlement.LeaveAgenda, _) => new ProposalEvent.OffAgenda(owed.Id, (with as SettledWith.Refused)?.Code),
        (Settlement.TakeUpAtNextSession, _) => new ProposalEvent.QueuedForSession(owed.Id, (with as SettledWith.Refused)?.Code),
        _ => new ProposalEvent.LedgerAnswered(owed.Id, (with as SettledWith.Refused)?.Code),
    };

    /// <summary>The news may overtake the answer that there is no hold yet: then it counts, and that answer is only noted.</summary>
    private static Decision<ProposalEvent> SettleGranted(Lodged waiting, ProposalCommand.RecordHoldGranted granted, Context context)
    {
        if (granted.Entry != waiting.Matter.Entry || waiting.Matter.Hold is not (HoldStatus.Waiting or HoldStatus.Asked)) return Nothing;

        var recorded = new ProposalEvent.HoldGranted(null, granted.Sum, context.Now);
        return Final(Evolve(waiting, recorded), context) is { } final ? Accept(recorded, final) : Accept(recorded);
    }

    private static ProposalEvent? Recorded(Lodged lodged, ProposalCommand.RecordAnswer answer, Context context)
    {
        var owed = lodged.Matter.Owed(answer.ObligationId);
        return (owed, answer.With) switch
        {
            (null, _) => null,
            (Settlement.AskHold ask, _) when !IsAwaited(ask, lodged.Matter) => new ProposalEvent.LedgerAnswered(owed.Id, (answer.With as SettledWith.Blocked)?.Impediment.Code),
            (_, SettledWith.Granted granted) => new ProposalEvent.HoldGranted(owed.Id, granted.Sum, context.Now),
            (_, SettledWith.Blocked blocked) => new ProposalEvent.HoldBlocked(owed.Id, blocked.Impediment, context.Now),
            (Settlement.AskHold, SettledWith.Refused refused) => new ProposalEvent.HoldBlocked(owed.Id, new Impediment(refused.Code, refused.Because, []), context.Now),
            _ => Noted(owed, answer.With),
        };
    }

    private static bool IsAwaited(Settlement.AskHold ask, Matter matter) => matter.Hold is HoldStatus.Asked asked && asked.Request == ask.Request;
}
