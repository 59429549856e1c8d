using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;

namespace Nsdd311.Proposals;

// A matter that is with the President, until his decision is recorded (1-domain, section 3; 8-charter, section 2).
public sealed partial class ProposalDecider
{
    private static Decision<ProposalEvent> DecidePresident(ProposalState.Referred referred, ProposalCommand.RecordPresidentialDecision record, Context context)
    {
        var (decision, calendar) = (record.Decision, context.Charter.Calendar);
        if (string.IsNullOrWhiteSpace(decision.Reference.Text)) return Refuse(new PresidentialReferenceMissing());

        var (from, to) = (calendar.DayOf(referred.Ruling.At), calendar.DayOf(context.Now));
        if (decision.DecidedOn < from || decision.DecidedOn > to) return Refuse(new PresidentialDayImpossible(from, to));
        if (!decision.Approves && record.Conditions.Count > 0) return Refuse(new ConditionsOfDisapproval());

        var kind = decision.Approves ? RulingKind.Clear : RulingKind.Disapprove;
        var ruling = new Ruling(referred.Matter.Rulings.Count + 1, kind, referred.Ruling.Stage, [], decision.Remarks, context.Now, context.Now);
        var decided = new ProposalEvent.PresidentDecided(decision, ruling, Numbered(referred.Matter, record.Conditions), AskIfCleared(referred, ruling, context));
        return WithFinality(referred, decided, context);
    }

    /// <summary>Counted from when the last one was noticed.</summary>
    private static DateTimeOffset NextReferralReminder(Context context) =>
        context.Charter.Calendar.After(context.Now, context.Charter.Deadlines.ReferralReminder);
}
