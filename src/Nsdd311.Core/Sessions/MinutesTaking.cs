using static Nsdd311.Decision<Nsdd311.Sessions.SessionEvent>;
using static Nsdd311.Sessions.SessionCommand;

namespace Nsdd311.Sessions;

// The minutes, and the answers of matters and of the body's book.
public sealed partial class SessionDecider
{
    private static Decision<SessionEvent> DecideCirculate(SessionState.Over over, int version, CirculateMinutes circulate, Context context)
    {
        var awaited = over.Session.Items.Keep(item => item.Status is ItemStatus.Asked).Select(item => item.Number).ToValueList();
        if (awaited.Count > 0) return Refuse(new AnswerAwaited(awaited));

        var paragraphs = MinutesDraft.Of(over, context.Charter).AddRange(circulate.Remarks.Select(remark => new MinutesParagraph(null, remark)));
        var approveAt = context.Charter.Calendar.After(context.Now, context.Charter.Body(over.Session.Id.Body).Sessions.MinutesApproved);
        return Accept(new SessionEvent.MinutesCirculated(version, paragraphs, approveAt, context.Now));
    }

    private static Decision<SessionEvent> DecideObjection(ObjectToMinutes objection, Context context)
    {
        var person = (Actor.Person)context.Actor;
        return Accept(new SessionEvent.MinutesObjected(new(person.Seat.Agency, person.Id, objection.Text, context.Now)));
    }

    private static Decision<SessionEvent> DecideApprove(SessionState.Circulated circulated, ApproveMinutes approve, Context context)
    {
        var (own, later) = (circulated.Session.Id, approve.In);
        if (later.Body != own.Body || (later.Year, later.Number).CompareTo((own.Year, own.Number)) <= 0) return Refuse(new NotALaterSession(later.ToString()));

        return approve.IsSitting ? Accept(new SessionEvent.MinutesApproved(later, context.Now, context.Now)) : Refuse(new NotSitting(later.ToString()));
    }

    /// <summary>A matter is told that it stands on the agenda, so that it says so if it ends; then what was decided of the item is owed, or its return.</summary>
    private static IEnumerable<Settlement.Obligation> Owed(SessionId id, AgendaItem item)
    {
        if (item is { Notice: Errand.Owed, Matter: { } told }) yield return new Settlement.TellOfAgenda($"agenda-{item.Number}", told.Id, id, item.Number);

        switch (item)
        {
            case { Status: ItemStatus.Asked asked, Subject: AgendaMatter matter }:
                yield return new Settlement.PutDecision($"decision-{asked.Decision}", matter.Id, new(id, item.Number, asked.Ruling, asked.By));
                break;
            case { Status: ItemStatus.Asked asked, Subject: AgendaMotion motion }:
                yield return new Settlement.DecideMotion($"decision-{asked.Decision}", motion, new(id, item.Number, asked.Ruling, asked.By));
                break;
            case { Return: Errand.Owed }:
                yield return new Settlement.ReturnMatter($"return-{item.Number}", id.Body, item.Subject);
                break;
        }
    }

    private static Decision<SessionEvent> Settle(SessionState.Known state, RecordAnswer answer, Context context)
    {
        var session = state.Session;
        if (session.Items.FirstOrDefault(item => Owed(session.Id, item).Any(owed => owed.Id == answer.ObligationId)) is not { } item) return Nothing;
        if (Owed(session.Id, item).First(owed => owed.Id == answer.ObligationId) is Settlement.TellOfAgenda) return Told(state, item, answer.With, context);

        return Accept((item.Status, answer.With) switch
        {
            (ItemStatus.Asked, SessionAnswer.Taken taken) => new SessionEvent.ItemDecided(item.Number, taken.Positions, context.Now),
            (ItemStatus.Asked, SessionAnswer.Refused refused) => new SessionEvent.ItemRefused(item.Number, refused.Code, refused.Because, context.Now),
            (_, SessionAnswer.Refused refused) => new SessionEvent.ItemReturned(item.Number, refused.Code, context.Now),
            _ => new SessionEvent.ItemReturned(item.Number, null, context.Now),
        });
    }

    /// <summary>A matter that had ended before it could be told leaves the agenda at once; so does one that was never submitted, which is before no body.</summary>
    private static Decision<SessionEvent> Told(SessionState.Known state, AgendaItem item, SessionAnswer with, Context context)
    {
        var told = new SessionEvent.MatterTold(item.Number, (with as SessionAnswer.Refused)?.Code, context.Now);
        var leaves = told.RefusedWith is not null && item.Status is ItemStatus.Open && state is not (SessionState.Over or SessionState.CalledOff);
        return leaves ? Accept(told, Off(item, told.RefusedWith is "proposal.ended" ? "The matter has ended." : $"The matter is before no body ({told.RefusedWith}).", context)) : Accept(told);
    }
}
