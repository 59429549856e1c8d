using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Api.Bodies;

/// <summary>A decision of the IG's chair.</summary>
internal sealed record DecisionBody(
    BodyKind Body, DecisionWord Decision, IReadOnlyList<FindingBody>? Findings = null, IReadOnlyList<TextBody>? Conditions = null, TextBody? Remarks = null)
{
    /// <summary>The command.</summary>
    public static ProposalCommand ToCommand(DecisionBody body, Form form)
    {
        if (body.Body is BodyKind.Sig) form.Fault("decision.body-unknown", "body", "Only the decisions of the IG are taken here.");

        return body.Decision switch
        {
            DecisionWord.Clear => new ProposalCommand.Clear(
                (body.Findings ?? []).Select((finding, index) => new Finding(finding?.Goal ?? 0, form.Text($"findings[{index}].text", finding?.Text))).ToValueList(),
                form.Texts("conditions", body.Conditions), form.Optional("remarks", body.Remarks)),
            DecisionWord.Return => new ProposalCommand.Return(form.Text("remarks", body.Remarks)),
            DecisionWord.Disapprove => new ProposalCommand.Disapprove(form.Text("remarks", body.Remarks)),
            _ => new ProposalCommand.Forward(form.Text("remarks", body.Remarks)),
        };
    }
}

/// <summary>The words for a decision.</summary>
internal enum DecisionWord
{
    Clear,
    Return,
    Forward,
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
