using Nsdd311.Marking;

namespace Nsdd311.Charters;

/// <summary>Reads the persons whom local mode seats.</summary>
internal static class PersonReader
{
    public static LocalPerson Person(Members members, CharterDraft draft) => new(
        draft.PersonIds.Add(members, "id", members.Word("id", Id, "must be lower-case letters, digits, dots and hyphens: \"state.ig\".")),
        members.Text("name"),
        members.Has("agency") ? members.Agency("agency") : null,
        Clearance(members),
        Seats(members));

    private static PersonId? Id(string word) =>
        word is { Length: >= 1 and <= 60 } && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-') ? new PersonId(word) : null;

    private static string Clearance(Members members) =>
        members.Word<PortionMark>("clearance", word => PortionMark.TryParse(word, out var mark) ? mark : null, "must be a portion mark: \"U\", \"C\", \"S\", \"TS\".").ToString();

    private static ValueList<Seat> Seats(Members members)
    {
        var seats = members.Words<Seat>("seats", word => Seat.TryParse(word, out var seat) ? seat : null, "must be a seat: \"ig-member/STATE\", \"ig-chair\".");
        if (seats.Count == 0 && members.Has("seats")) members.Fault("seats", "must hold one seat or more.");
        return seats;
    }
}
