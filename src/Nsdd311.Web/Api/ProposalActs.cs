namespace Nsdd311.Web.Api;

/// <summary>Under which headings of the page of refusals the refusals of each act on a matter stand.</summary>
internal static class ProposalActs
{
    /// <summary>What every act can meet.</summary>
    public const string Any = "Any act on a matter";

    private static readonly Dictionary<string, string[]> Own = new()
    {
        ["openProposal"] = ["Draft, revise", "Submit, resubmit, next stage"],
        ["reviseProposal"] = ["Draft, revise"],
        ["submitProposal"] = ["Draft, revise", "Submit, resubmit, next stage"],
        ["setDisclosureItems"] = ["Disclosure items", "Submit, resubmit, next stage", "Amend"],
        ["concurInDisclosureItem"] = ["Disclosure items"],
        ["discardProposal"] = [],
        ["askLeave"] = ["Leave"],
        ["amendProposal"] = ["Draft, revise", "Amend"],
        ["resubmitProposal"] = ["Draft, revise", "Submit, resubmit, next stage"],
        ["handInStage"] = ["Draft, revise", "Submit, resubmit, next stage"],
        ["attachFile"] = ["Attachments"],
        ["removeAttachment"] = ["Attachments"],
        ["withdrawProposal"] = [],
        ["recordOutcome"] = ["Outcome"],
        ["changeProposal"] = ["Draft, revise", "Submit, resubmit, next stage", "Changes after clearance", "Disclosure items"],
        ["enterDeliveredText"] = ["Text as delivered"],
        ["reportContact"] = ["Outcome"],
        ["proposeDisposition"] = ["Comments and dispositions"],
        ["takePosition"] = ["Take or confirm a position"],
        ["confirmPosition"] = ["Take or confirm a position"],
        ["answerDisposition"] = ["Comments and dispositions"],
        ["replyInterim"] = ["Interim reply"],
        ["objectToNegotiation"] = ["Objection that this is a negotiation"],
        ["liftNegotiation"] = ["Objection that this is a negotiation"],
        ["giveLeave"] = ["Leave"],
        ["decideProposal"] = ["Clear, return, disapprove, forward, refer"],
        ["demandReclama"] = ["Reclama"],
        ["recordPresidentialDecision"] = ["Decision of the President"],
        ["extendSuspense"] = ["Extend, stop and start the clock"],
        ["moveClock"] = ["Extend, stop and start the clock"],
        ["confirmCondition"] = ["Conditions"],
    };

    /// <summary>The headings of an operation, by its id.</summary>
    public static string[] Of(string operation) => [Any, .. Own[operation]];
}
