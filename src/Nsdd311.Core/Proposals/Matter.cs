using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;
using Nsdd311.Settlement;

namespace Nsdd311.Proposals;

/// <summary>What a matter is from its first draft on.</summary>
/// <param name="Id">Its identity; also the ledger entry that it becomes.</param>
/// <param name="Agency">The proponent's.</param>
/// <param name="Paper">The text as it stands.</param>
/// <param name="TextVersion">Which version of the text, from 1.</param>
/// <param name="Leaves">The chair's leaves that have not been used.</param>
/// <param name="LapseAt">The end of the window's last day: uncleared by then, it lapses; null without a window.</param>
public sealed record Dossier(ProposalId Id, AgencyId Agency, Paper Paper, int TextVersion, ValueList<Leave> Leaves, DateTimeOffset? LapseAt)
{
    /// <summary>The sites and items of the visit; a later paper keeps them, and listing them anew is a new text version.</summary>
    public DisclosureList Disclosure { get; init; } = DisclosureList.None;

    /// <summary>What is or was enclosed, by number.</summary>
    public ValueList<Attachment> Attachments { get; init; } = [];

    /// <summary>What goes with the text as it stands.</summary>
    public ValueList<Attachment> Enclosed => EnclosedWith(TextVersion);

    /// <summary>Whether an attachment comes or goes with the next text version, which is another one for that alone.</summary>
    public bool EnclosesOtherwiseNext => EnclosedWith(TextVersion + 1) != Enclosed;

    private ValueList<Attachment> EnclosedWith(int version) => Attachments.Keep(static (attachment, version) => attachment.GoesWith(version), version);

    /// <summary>The leave of this kind that is still unused; null if there is none.</summary>
    public Leave? LeaveFor(LeaveKind kind) => Leaves.Count == 0 ? null : Leaves.FirstOrDefault(leave => leave.Kind == kind);
}

/// <summary>A matter once it has been submitted.</summary>
/// <param name="Dossier">Text and proponent.</param>
/// <param name="SubmittedAt">When it was first submitted.</param>
/// <param name="Number">The log number; null until the log book has answered.</param>
/// <param name="Past">Rounds that are over, oldest first.</param>
/// <param name="Raised">How it came to the SIG, each time; empty if it never did. From the first time on the SIG's members may know of it.</param>
/// <param name="Rulings">Every decision on it, oldest first: the IG's, the SIG's and the President's.</param>
/// <param name="SigRounds">Its rounds at the SIG that are over, oldest first.</param>
/// <param name="Sessions">The items of sessions in which it was decided.</param>
/// <param name="Agendas">Sessions on whose agenda it stands; they are told if it ends.</param>
/// <param name="President">The President's decisions by the number of the ruling that each became.</param>
/// <param name="Conditions">Under which it was cleared.</param>
/// <param name="ClearedVersion">The version of the text that was cleared for all stages last; null while none was.</param>
/// <param name="Changes">What it was cleared as before changes reopened its final stage, oldest first.</param>
/// <param name="Delivery">A statement as it was delivered; null while nobody has entered that.</param>
/// <param name="Embargo">That a statement was made before its embargo; null if it was not.</param>
/// <param name="Overrun">That it took place while its change was not cleared, or after it had ended; null if it did not.</param>
/// <param name="Hold">How it stands with the ledger of its pair.</param>
/// <param name="Owing">What it owes to others, oldest first.</param>
/// <param name="Incurred">How many obligations it ever had: the source of their names.</param>
public sealed record Matter(
    Dossier Dossier, DateTimeOffset SubmittedAt, LogNumber? Number, ValueList<Round> Past, ValueList<SigReason> Raised,
    ValueList<Ruling> Rulings, ValueList<SigRound> SigRounds, ValueList<SessionItem> Sessions, ValueList<SessionId> Agendas, ValueList<PresidentialRuling> President,
    ValueList<Condition> Conditions, int? ClearedVersion, ValueList<ClearedBefore> Changes, Delivery? Delivery, EmbargoBreach? Embargo, ChangeBreach? Overrun, HoldStatus Hold, ValueList<Obligation> Owing, int Incurred)
{
    /// <summary>Its identity.</summary>
    public ProposalId Id => Dossier.Id;

    /// <summary>The proponent's agency.</summary>
    public AgencyId Agency => Dossier.Agency;

    /// <summary>The text as it stands.</summary>
    public Paper Paper => Dossier.Paper;

    /// <summary>The entry that it is, or would be, in the ledger of its pair.</summary>
    public EntryId Entry => new(Id.ToString());

    /// <summary>Whether all its stages were cleared once, whatever a change has reopened since.</summary>
    public bool WasCleared => ClearedVersion is not null;

    /// <summary>The text that was cleared last, with its version: what a change would make of it is none until it is cleared itself.</summary>
    public (Paper Paper, int Version) ClearedText => WasCleared && ClearedVersion != Dossier.TextVersion
        ? (Changes[^1].Cleared, Changes[^1].TextVersion)
        : (Paper, Dossier.TextVersion);

    /// <summary>Conditions that nobody has confirmed as met.</summary>
    public ValueList<int> OpenConditions => Conditions.Keep(condition => condition.Met is null).Select(condition => condition.Number).ToValueList();

    /// <summary>Whose decision a ruling was.</summary>
    public RulingBody BodyOf(Ruling ruling) =>
        President.Any(decided => decided.Ruling == ruling.Number) ? RulingBody.President
        : SigRounds.Any(round => round.Ruling == ruling.Number) ? RulingBody.Sig : RulingBody.Ig;

    /// <summary>What it owes under this name; null if it owes nothing of it, or no more.</summary>
    public Obligation? Owed(string obligationId)
    {
        foreach (var owed in Owing)
            if (owed.Id == obligationId) return owed;

        return null;
    }

    /// <summary>With one more obligation, named by its kind and the count.</summary>
    public Matter Owe(Func<string, Obligation> obligation, string kind) =>
        this with { Owing = Owing.Add(obligation($"{kind}-{Incurred + 1}")), Incurred = Incurred + 1 };

    /// <summary>Without the obligation that was answered.</summary>
    public Matter Settle(string obligationId) => this with { Owing = OwingBut(obligationId) };

    /// <summary>What it owes besides the obligation that was answered.</summary>
    public ValueList<Obligation> OwingBut(string? obligationId) => Owing.Keep(static (owed, answered) => owed.Id != answered, obligationId);
}

/// <summary>What the IG chair may allow against the rule.</summary>
public enum LeaveKind
{
    /// <summary>A contact earlier than the lead time allows, or a suspense of the chair's own.</summary>
    LeadTime,

    /// <summary>A new text inside a round.</summary>
    Amendment,

    /// <summary>A new visit or exchange although a report is overdue.</summary>
    OverdueReport,
}

/// <summary>Leave of the chair, with its reason.</summary>
/// <param name="Kind">What is allowed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Suspense">The suspense that the next round gets instead of the category's; null for the category's.</param>
public sealed record Leave(LeaveKind Kind, MarkedText Reason, DateTimeOffset? Suspense);

/// <summary>A condition of a clearance.</summary>
/// <param name="Number">In the matter, from 1.</param>
/// <param name="Text">What must be so before the contact.</param>
/// <param name="Met">The evidence that it is met; null while it is open.</param>
public sealed record Condition(int Number, MarkedText Text, MarkedText? Met);

/// <summary>What the chair finds of one claimed goal.</summary>
public sealed record Finding(int Goal, MarkedText Text);

/// <summary>How a matter was decided.</summary>
public enum RulingKind
{
    /// <summary>It may go on.</summary>
    Clear,

    /// <summary>Back to the proponent.</summary>
    Return,

    /// <summary>It shall not be.</summary>
    Disapprove,

    /// <summary>The SIG sends it to the President.</summary>
    Refer,
}

/// <summary>Who decided.</summary>
public enum RulingBody
{
    /// <summary>The IG's chair.</summary>
    Ig,

    /// <summary>The SIG, by its chair.</summary>
    Sig,

    /// <summary>The President, on a referral.</summary>
    President,
}

/// <summary>A decision of the President, and the ruling that it became.</summary>
public sealed record PresidentialRuling(int Ruling, PresidentialDecision Decision);

/// <summary>A decision on a matter.</summary>
/// <param name="Number">In the matter, from 1.</param>
/// <param name="Kind">Which way.</param>
/// <param name="Stage">Of which stage.</param>
/// <param name="Findings">One for each claimed goal, if a body cleared it.</param>
/// <param name="Remarks">The chair's; null for none.</param>
/// <param name="At">When.</param>
/// <param name="ReclamaUntil">Until when an agency may demand that the SIG look at it; the decision's own instant where it is final at once.</param>
public sealed record Ruling(
    int Number, RulingKind Kind, Stage Stage, ValueList<Finding> Findings, MarkedText? Remarks, DateTimeOffset At, DateTimeOffset ReclamaUntil);

/// <summary>How a matter stands with the ledger of its pair.</summary>
public abstract record HoldStatus
{
    private HoldStatus() { }

    /// <summary>It never asked, or its category is not counted.</summary>
    public sealed record None : HoldStatus;

    /// <summary>It has asked and waits for the answer.</summary>
    public sealed record Asked(HoldRequest Request) : HoldStatus;

    /// <summary>The ledger did not grant it; it waits in line there.</summary>
    public sealed record Waiting(HoldRequest Request, Impediment Impediment) : HoldStatus;

    /// <summary>Its units are set aside.</summary>
    public sealed record Held(HoldRequest Request, ValueList<BoundLine> Sum) : HoldStatus;

    /// <summary>Given up; never again.</summary>
    public sealed record Released : HoldStatus;

    /// <summary>The contact took place.</summary>
    public sealed record Committed : HoldStatus;
}
