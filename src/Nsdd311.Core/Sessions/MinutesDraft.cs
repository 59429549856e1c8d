using System.Diagnostics;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;

namespace Nsdd311.Sessions;

/// <summary>The minutes as they write themselves from what was recorded. Sentences of the program are unclassified; words of people keep their marks.</summary>
public static class MinutesDraft
{
    /// <summary>The draft: who was there, each item with its decision, positions and dissents, what returns to its queue.</summary>
    public static ValueList<MinutesParagraph> Of(SessionState.Over over, Charter charter)
    {
        var session = over.Session;
        return
        [
            Plain(null, $"{charter.Body(session.Id.Body).Name}, session {session.Id}: convened {Hour(over.Sitting.ConvenedAt, charter)}, adjourned {Hour(over.AdjournedAt, charter)}."),
            .. session.Attendance.Select(one => Plain(null, OfAttendance(one, charter))),
            .. session.Items.SelectMany(item => OfItem(session, item)),
        ];
    }

    private static string OfAttendance(Attendance one, Charter charter) =>
        $"{one.Person} ({one.Seat}) came {Hour(one.ArrivedAt, charter)}{(one.LeftAt is { } left ? $" and left {Hour(left, charter)}" : "")}.";

    private static IEnumerable<MinutesParagraph> OfItem(Session session, AgendaItem item)
    {
        yield return Plain(item.Number, $"Item {item.Number} ({item.Subject}): {WordOf(item.Status)}{(item.Return is Errand.None ? "" : "; it returns to its queue")}.");
        foreach (var paper in session.Papers.Keep(paper => paper.Item == item.Number))
        {
            yield return Plain(item.Number, $"{paper.Agency} brought paper {paper.Number}{(paper.IsLate ? ", late with the chair's leave" : "")}:");
            yield return new(item.Number, paper.Title);
        }

        foreach (var text in TextsOf(item.Status)) yield return new(item.Number, text);

        if (item.Status is not ItemStatus.Decided decided) yield break;
        foreach (var position in decided.Positions)
        {
            yield return Plain(item.Number, $"{position.Agency}: {WordOf(position.Stand)}{(position.Dissent is null ? "." : ", and dissented:")}");
            if (position.Dissent is not null) yield return new(item.Number, position.Dissent);
        }
    }

    private static string WordOf(ItemStatus status) => status switch
    {
        ItemStatus.Open { Refused: { } refused } => $"not decided; the matter had refused the last decision ({refused.Code})",
        ItemStatus.Open => "not reached",
        ItemStatus.Asked asked => $"{WordOf(asked.Ruling)}; the matter has yet to take the decision",
        ItemStatus.Decided decided => $"{WordOf(decided.Ruling)} by {decided.By.Person} ({decided.By.Seat})",
        ItemStatus.Deferred => "deferred",
        ItemStatus.Withdrawn => "withdrawn",
        _ => throw new UnreachableException($"{status} has no word."),
    };

    /// <summary>A ruling in one word: <c>cleared</c>.</summary>
    public static string WordOf(BodyRuling ruling) => ruling switch
    {
        BodyRuling.Clear => "cleared",
        BodyRuling.Return => "returned",
        BodyRuling.Disapprove => "disapproved",
        BodyRuling.Forward => "forwarded to the SIG",
        BodyRuling.Refer => "referred to the President",
        BodyRuling.Grant => "granted",
        BodyRuling.Drop => "dropped",
        _ => throw new UnreachableException($"{ruling} has no word."),
    };

    /// <summary>A position in words; null is silence.</summary>
    public static string WordOf(Stand? stand) => stand switch
    {
        null => "silent",
        Stand.Concur => "concurred",
        Stand.ConcurWithComment => "concurred with comment",
        Stand.Nonconcur => "did not concur",
        Stand.Reserve => "reserved",
        Stand.NoInterest => "had no interest",
        _ => throw new UnreachableException($"{stand} has no word."),
    };

    /// <summary>The words of people in a ruling, in their order.</summary>
    public static ValueList<MarkedText> TextsOf(BodyRuling ruling) => ruling switch
    {
        BodyRuling.Clear clear => [.. clear.Findings.Select(finding => finding.Text), .. clear.Conditions, .. clear.Remarks is { } remarks ? [remarks] : (MarkedText[])[]],
        BodyRuling.Return back => [back.Remarks],
        BodyRuling.Disapprove no => [no.Remarks],
        BodyRuling.Forward forward => [forward.Remarks],
        BodyRuling.Refer refer => [refer.Remarks],
        BodyRuling.Grant { Remarks: var remarks } => remarks is null ? [] : [remarks],
        BodyRuling.Drop { Remarks: var remarks } => remarks is null ? [] : [remarks],
        _ => throw new UnreachableException($"{ruling} has no words."),
    };

    private static ValueList<MarkedText> TextsOf(ItemStatus status) => status switch
    {
        ItemStatus.Decided decided => TextsOf(decided.Ruling),
        ItemStatus.Deferred deferred => [deferred.Reason],
        ItemStatus.Withdrawn withdrawn => [withdrawn.Reason],
        _ => [],
    };

    private static string Hour(DateTimeOffset instant, Charter charter) => charter.Calendar.InPlace(instant).ToString("yyyy-MM-dd HH:mm zzz");

    private static MinutesParagraph Plain(int? item, string sentence) => new(item, new(PortionMark.Unclassified, sentence));
}
