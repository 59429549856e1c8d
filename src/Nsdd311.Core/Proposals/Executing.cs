using System.Diagnostics;
using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;

namespace Nsdd311.Proposals;

// Conditions and outcomes: facts are never refused, permissions are (1-domain, sections 3 and 5).
public sealed partial class ProposalDecider
{
    private static Decision<ProposalEvent> DecideConditionMet(Matter matter, ProposalCommand.ConfirmCondition confirm, Context context) =>
        matter.Conditions.FirstOrDefault(condition => condition.Number == confirm.Condition) switch
        {
            null => Refuse(new ConditionUnknown(confirm.Condition)),
            { Met: not null } => Refuse(new ConditionIsMet(confirm.Condition)),
            _ => Accept(new ProposalEvent.ConditionMet(confirm.Condition, confirm.Evidence, context.Now)),
        };

    /// <summary>
    /// What became of a matter whose change is vetted still, or that has ended otherwise since: lapsed, disapproved, withdrawn. It was cleared once, so its
    /// contact may have taken place: that is recorded whatever became of the matter, and as a breach.
    /// </summary>
    private static Decision<ProposalEvent> Fact(ProposalState.Lodged lodged, ProposalCommand command, Context context) => command switch
    {
        _ when !lodged.Matter.WasCleared => Refuse(NotNow(lodged, command)),
        ProposalCommand.RecordOutcome record => DecideOutcome(lodged, record.Outcome, context),
        ProposalCommand.EnterDeliveredText enter => DecideDelivery(lodged, enter, context),
        _ => throw new UnreachableException($"{command} states no fact."),
    };

    private static Decision<ProposalEvent> DecideOutcome(ProposalState.Lodged lodged, Outcome outcome, Context context)
    {
        var (matter, charter) = (lodged.Matter, context.Charter);
        var category = charter.Find(matter.Paper.Category)!;
        if (Fault(outcome, category, context) is { } fault) return Refuse(fault);

        var days = outcome.TookPlaceOn;
        var recorded = new ProposalEvent.OutcomeRecorded(
            outcome,
            category.Reciprocity is null ? null : ForLedger(outcome),
            days is null ? [] : matter.OpenConditions,
            days is { } held ? charter.Calendar.After(held.To, charter.Deadlines.ReportDue) : null,
            context.Now);
        if (days is not { } made) return Accept(recorded);

        return new Decision<ProposalEvent>.Accepted([.. Unvetted(lodged, context), .. IsStatement(category) ? Broken(matter, made.To, null, context) : [], recorded]);
    }

    /// <summary>It took place while its change was not cleared, or after the matter had ended.</summary>
    private static ValueList<ProposalEvent> Unvetted(ProposalState.Lodged lodged, Context context) => lodged is ProposalState.Cleared
        ? []
        : [new ProposalEvent.ChangeOverrun(new(lodged.Matter.ClearedText.Version, lodged.Matter.Dossier.TextVersion, StateNames.Of(lodged)), context.Now)];

    private static Refusal? Fault(Outcome outcome, Category category, Context context)
    {
        if (outcome.TookPlaceOn is { } days)
        {
            if (days.To < days.From) return new OutcomeReversed();
            if (days.To > context.Charter.Calendar.DayOf(context.Now)) return new OutcomeInFuture(days.To);
            if (days.From.Year < PaperForm.FirstYear) return new OutcomeReversed();
        }

        if (Reported(outcome) is { ArePlausible: false }) return new OutcomeFigures();

        return outcome switch
        {
            Outcome.Curtailed { Cause: CurtailmentCause.Visitor, Counts: false } => new ChoiceNotOpen(),
            Outcome.OffQuota off when !Grounds(category).Contains(off.Ground) => new GroundUnknown(off.Ground, Grounds(category)),
            _ => null,
        };
    }

    private static ValueList<string> Grounds(Category category) => category.Reciprocity?.OffQuota ?? [];

    private static Units? Reported(Outcome outcome) => outcome switch
    {
        Outcome.TookPlace e => e.Units,
        Outcome.Curtailed e => e.Units,
        Outcome.OffQuota e => e.Units,
        Outcome.ThirdCountry e => e.Units,
        _ => null,
    };

    private static ContactAsHeld? ForLedger(Outcome outcome) => outcome switch
    {
        Outcome.TookPlace e => new(e.Days.From, e.Days.To, e.Units, new Standing.Counted(), e.Shortfall),
        Outcome.Curtailed { Counts: true } e => new(e.Days.From, e.Days.To, e.Units, new Standing.Counted(), null),
        Outcome.Curtailed e => new(e.Days.From, e.Days.To, e.Units, new Standing.VisitorsChoice(Word(e.Cause)), null),
        Outcome.OffQuota e => new(e.Days.From, e.Days.To, e.Units, new Standing.OffQuota(e.Ground), null),
        Outcome.ThirdCountry e => new(e.Days.From, e.Days.To, e.Units, new Standing.ThirdCountry(), null),
        _ => null,
    };

    private static string Word(CurtailmentCause cause) => cause switch
    {
        CurtailmentCause.Visitor => "visitor",
        CurtailmentCause.Host => "host",
        CurtailmentCause.Medical => "medical",
        _ => "force-majeure",
    };
}
