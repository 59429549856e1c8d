using Nsdd311.Charters;
using Nsdd311.Proposals;

namespace Nsdd311.Views;

/// <summary>What every list and page asks of a matter, whatever its state.</summary>
public static class MatterFacts
{
    /// <summary>The stage that a matter stands in; null before submission and after a draft's end.</summary>
    public static Stage? StageOf(ProposalState state) => state switch
    {
        ProposalState.InVetting vetting => vetting.Round.Stage,
        ProposalState.Decided decided => decided.Ruling.Stage,
        ProposalState.Blocked blocked => blocked.Ruling.Stage,
        ProposalState.AtSig atSig => atSig.Round.Stage,
        ProposalState.Referred referred => referred.Ruling.Stage,
        ProposalState.Returned returned => returned.Stage,
        ProposalState.ClearedForStage cleared => cleared.Stage,
        ProposalState.Lodged { Matter.Past: { Count: > 0 } past } => past[past.Count - 1].Stage,
        _ => null,
    };

    /// <summary>Whose turn it is; null if it is no body's.</summary>
    public static BodyKind? BodyOf(ProposalState state) => state switch
    {
        ProposalState.InVetting or ProposalState.Decided or ProposalState.Blocked => BodyKind.Ig,
        ProposalState.AtSig => BodyKind.Sig,
        _ => null,
    };

    /// <summary>The suspense that runs; null if none does.</summary>
    public static DateTimeOffset? DueOf(ProposalState state) => state switch
    {
        ProposalState.InVetting { Round.Phase: RoundPhase.Expired } => null,
        ProposalState.InVetting vetting => vetting.Round.Phase.DueAt,
        ProposalState.AtSig atSig => atSig.Round.DueAt,
        ProposalState.Decided decided => decided.Ruling.ReclamaUntil,
        ProposalState.Cleared cleared => cleared.OutcomeDue,
        ProposalState.Executed executed => executed.ReportDue,
        _ => null,
    };

    /// <summary>The text and proponent, whatever the state; null for a matter that does not exist.</summary>
    public static Dossier? DossierOf(ProposalState state) => state switch
    {
        ProposalState.Draft draft => draft.Dossier,
        ProposalState.Discarded discarded => discarded.Dossier,
        ProposalState.LapsedDraft lapsed => lapsed.Dossier,
        ProposalState.Lodged lodged => lodged.Matter.Dossier,
        _ => null,
    };
}
