using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Sessions;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Api.Bodies;

/// <summary>A decision of a body's chair: of the IG's, or of the SIG's by paper.</summary>
internal sealed record DecisionBody(
    BodyKind Body, DecisionWord Decision, IReadOnlyList<FindingBody>? Findings = null, IReadOnlyList<TextBody>? Conditions = null, TextBody? Remarks = null)
{
    /// <summary>The command.</summary>
    public static ProposalCommand ToCommand(DecisionBody body, Form form)
    {
        var ruling = body.ToRuling(form);
        return (body.Body, ruling) switch
        {
            (BodyKind.Sig, _) => new ProposalCommand.DecideByPaper(ruling),
            (_, BodyRuling.Clear clear) => new ProposalCommand.Clear(clear.Findings, clear.Conditions, clear.Remarks),
            (_, BodyRuling.Return back) => new ProposalCommand.Return(back.Remarks),
            (_, BodyRuling.Disapprove no) => new ProposalCommand.Disapprove(no.Remarks),
            (_, BodyRuling.Forward forward) => new ProposalCommand.Forward(forward.Remarks),
            _ => Unusable(form),
        };
    }

    /// <summary>What is decided, whichever body decides it.</summary>
    public BodyRuling ToRuling(Form form) => Decision switch
    {
        DecisionWord.Clear => new BodyRuling.Clear(
            (Findings ?? []).Select((finding, index) => new Finding(finding?.Goal ?? 0, form.Text($"findings[{index}].text", finding?.Text))).ToValueList(),
            form.Texts("conditions", Conditions), form.Optional("remarks", Remarks)),
        DecisionWord.Return => new BodyRuling.Return(form.Text("remarks", Remarks)),
        DecisionWord.Disapprove => new BodyRuling.Disapprove(form.Text("remarks", Remarks)),
        DecisionWord.Forward => new BodyRuling.Forward(form.Text("remarks", Remarks)),
        _ => new BodyRuling.Refer(form.Text("remarks", Remarks)),
    };

    private static ProposalCommand.Return Unusable(Form form)
    {
        form.Fault("decision.not-of-body", "decision", "Only the SIG refers to the President.");
        return new(Form.OfPaper(null));
    }
}

/// <summary>The words for a decision.</summary>
internal enum DecisionWord
{
    Clear,
    Return,
    Forward,
    Disapprove,
    Refer,
}

/// <summary>What the President decided on a referral.</summary>
internal sealed record PresidentialDecisionBody(
    PresidentialWord Decision, DateOnly DecidedOn, TextBody? Reference = null, IReadOnlyList<TextBody>? Conditions = null, TextBody? Remarks = null)
{
    /// <summary>The command. Whether a reference is missing the rules say.</summary>
    public static ProposalCommand ToCommand(PresidentialDecisionBody body, Form form) => new ProposalCommand.RecordPresidentialDecision(
        new(body.Decision is PresidentialWord.Approve, form.Judged("reference", body.Reference), body.DecidedOn, form.Optional("remarks", body.Remarks)),
        form.Texts("conditions", body.Conditions));
}

/// <summary>The words for the President's decision.</summary>
internal enum PresidentialWord
{
    Approve,
    Disapprove,
}

/// <summary>What the chair finds of one claimed goal.</summary>
internal sealed record FindingBody(int Goal, TextBody? Text = null);

/// <summary>Leave of the chair, or the request for it.</summary>
internal sealed record LeaveBody(LeaveKind Kind, TextBody? Reason = null, DateTimeOffset? Suspense = null)
{
    /// <summary>The chair's command.</summary>
    public static ProposalCommand ToLeave(LeaveBody body, Form form) => new ProposalCommand.GiveLeave(body.Kind, form.Text("reason", body.Reason), body.Suspense);
}

/// <summary>The request for leave.</summary>
internal sealed record LeaveRequestBody(LeaveKind Kind, TextBody? Reason = null)
{
    /// <summary>The proponent's command.</summary>
    public static ProposalCommand ToCommand(LeaveRequestBody body, Form form) => new ProposalCommand.AskLeave(body.Kind, form.Text("reason", body.Reason));
}

/// <summary>An extension of the suspense.</summary>
internal sealed record ExtensionBody(int WorkingDays, TextBody? Reason = null)
{
    /// <summary>The command.</summary>
    public static ProposalCommand ToCommand(ExtensionBody body, Form form)
    {
        if (body.WorkingDays < 1) form.Fault("extension.days", "workingDays", "Extend by at least one working day.");
        return new ProposalCommand.Extend(body.WorkingDays, form.Text("reason", body.Reason));
    }
}

/// <summary>The clock of the round.</summary>
internal sealed record ClockBody(ClockWord Action, TextBody? Reason = null)
{
    /// <summary>The command.</summary>
    public static ProposalCommand ToCommand(ClockBody body, Form form) => body.Action is ClockWord.Stop
        ? new ProposalCommand.StopClock(form.Text("reason", body.Reason))
        : new ProposalCommand.StartClock(form.Text("reason", body.Reason));
}

/// <summary>What is done to a clock.</summary>
internal enum ClockWord
{
    Stop,
    Start,
}

/// <summary>That a condition is met.</summary>
internal sealed record EvidenceBody(TextBody? Evidence = null);
