using System.Diagnostics;

namespace Nsdd311.Proposals;

/// <summary>What a state is called in answers, lists and filters (8-charter, annex A). These names are public and stable.</summary>
public static class StateNames
{
    /// <summary>The name of the state.</summary>
    public static string Of(ProposalState state) => state switch
    {
        ProposalState.Absent => "absent",
        ProposalState.Draft => "draft",
        ProposalState.Discarded => "discarded",
        ProposalState.LapsedDraft or ProposalState.Lapsed => "lapsed",
        ProposalState.InVetting => "in-vetting",
        ProposalState.Decided => "decided",
        ProposalState.Blocked => "blocked-on-reciprocity",
        ProposalState.AtSig => "at-sig",
        ProposalState.Referred => "referred",
        ProposalState.Returned => "returned",
        ProposalState.ClearedForStage => "cleared-for-stage",
        ProposalState.Cleared => "cleared",
        ProposalState.Executed => "executed",
        ProposalState.Closed => "closed",
        ProposalState.Disapproved => "disapproved",
        ProposalState.Withdrawn => "withdrawn",
        _ => throw new UnreachableException($"{state} has no name."),
    };
}
