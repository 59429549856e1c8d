using Nsdd311.Charters;
using Nsdd311.Sessions;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Api.Bodies;

/// <summary>A session to be scheduled.</summary>
internal sealed record ScheduleBody(BodyKind Body, DateTimeOffset At, TextBody? Place = null);

/// <summary>A matter or, in the SIG, a motion for the agenda: one of both.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Motion">The motion, by pair and number.</param>
internal sealed record AgendaBody(ProposalId? Matter = null, MotionBody? Motion = null);

/// <summary>A motion by the pair whose ledger it is about, and its number there.</summary>
internal sealed record MotionBody(PairId Pair, int Number);

/// <summary>A paper for an item.</summary>
internal sealed record SessionPaperBody(int Item, TextBody? Title = null, IReadOnlyList<TextBody>? Paragraphs = null)
{
    /// <summary>The command.</summary>
    public static SessionCommand ToCommand(SessionPaperBody body, Form form) =>
        new SessionCommand.BringPaper(body.Item, form.Text("title", body.Title), form.Texts("paragraphs", body.Paragraphs));
}

/// <summary>Leave for a late paper.</summary>
internal sealed record LateLeaveBody(AgencyId Agency, TextBody? Reason = null)
{
    /// <summary>The command.</summary>
    public static SessionCommand ToCommand(LateLeaveBody body, Form form) => new SessionCommand.GiveLeave(body.Agency, form.Text("reason", body.Reason));
}

/// <summary>Who chairs in the chair's place.</summary>
internal sealed record ActingChairBody(Seat Seat);

/// <summary>That somebody comes or goes; without seat and person the caller, in the acting seat.</summary>
internal sealed record AttendanceBody(AttendanceWord Action, Seat? Seat = null, PersonId? Person = null);

/// <summary>What is done to an attendance.</summary>
internal enum AttendanceWord
{
    Arrive,
    Leave,
}

/// <summary>What the chair decides of an item.</summary>
internal sealed record ItemDecisionBody(
    ItemWord Decision, IReadOnlyList<FindingBody>? Findings = null, IReadOnlyList<TextBody>? Conditions = null, TextBody? Remarks = null)
{
    /// <summary>The command for the item of this number.</summary>
    public static SessionCommand ToCommand(int item, ItemDecisionBody body, Form form) => body.Decision switch
    {
        ItemWord.Defer => new SessionCommand.DeferItem(item, form.Text("remarks", body.Remarks)),
        ItemWord.Withdraw => new SessionCommand.WithdrawItem(item, form.Text("remarks", body.Remarks)),
        _ => new SessionCommand.DecideItem(item, body.ToRuling(form)),
    };

    // The words of a decision by paper are the first words here, so that both say the same.
    private BodyRuling ToRuling(Form form) => Decision switch
    {
        ItemWord.Grant => new BodyRuling.Grant(Remarks is null ? null : form.Text("remarks", Remarks)),
        ItemWord.Drop => new BodyRuling.Drop(Remarks is null ? null : form.Text("remarks", Remarks)),
        _ => new DecisionBody(default, (DecisionWord)Decision, Findings, Conditions, Remarks).ToRuling(form),
    };
}

/// <summary>The words for what becomes of an item: those of a decision, two that a session alone has, and two for motions.</summary>
internal enum ItemWord
{
    Clear = DecisionWord.Clear,
    Return = DecisionWord.Return,
    Forward = DecisionWord.Forward,
    Disapprove = DecisionWord.Disapprove,
    Refer = DecisionWord.Refer,
    Defer,
    Withdraw,
    Grant,
    Drop,
}

/// <summary>Remarks of the executive secretary that follow what was recorded.</summary>
internal sealed record MinutesBody(IReadOnlyList<TextBody>? Remarks = null)
{
    public static MinutesBody None { get; } = new();
}

/// <summary>The session that approves the minutes.</summary>
internal sealed record ApprovalBody(SessionId Session);
