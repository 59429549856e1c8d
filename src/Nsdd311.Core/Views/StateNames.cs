using Nsdd311.Charters;
using Nsdd311.Proposals;

namespace Nsdd311.Views;

/// <summary>How states and codes are written for people and in lists (8-charter, annex A).</summary>
public static class StateNames
{
    /// <summary>The state's name: <c>in-vetting</c>, <c>blocked-on-reciprocity</c>.</summary>
    public static string Of(ProposalState state) => state switch
    {
        ProposalState.Absent => "absent",
        ProposalState.Draft => "draft",
        ProposalState.Discarded => "discarded",
        ProposalState.LapsedDraft => "lapsed",
        ProposalState.InVetting => "in-vetting",
        ProposalState.Decided => "decided",
        ProposalState.Blocked => "blocked-on-reciprocity",
        ProposalState.AtSig => "at-sig",
        ProposalState.Returned => "returned",
        ProposalState.ClearedForStage => "cleared-for-stage",
        ProposalState.Cleared => "cleared",
        ProposalState.Executed => "executed",
        ProposalState.Closed => "closed",
        ProposalState.Disapproved => "disapproved",
        ProposalState.Withdrawn => "withdrawn",
        ProposalState.Lapsed => "lapsed",
        _ => throw new System.Diagnostics.UnreachableException($"{state} has no name."),
    };

    /// <summary>Every name that <see cref="Of(ProposalState)"/> gives to a matter that exists.</summary>
    public static ValueList<string> All { get; } =
    [
        "draft", "discarded", "in-vetting", "decided", "blocked-on-reciprocity", "at-sig", "returned", "cleared-for-stage", "cleared", "executed", "closed",
        "disapproved", "withdrawn", "lapsed",
    ];

    /// <summary>The stage that a matter stands in; null before submission and after a draft's end.</summary>
    public static Stage? StageOf(ProposalState state) => state switch
    {
        ProposalState.InVetting vetting => vetting.Round.Stage,
        ProposalState.Decided decided => decided.Ruling.Stage,
        ProposalState.Blocked blocked => blocked.Ruling.Stage,
        ProposalState.AtSig atSig => atSig.Stage,
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
        ProposalState.AtSig atSig => atSig.DueAt,
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
