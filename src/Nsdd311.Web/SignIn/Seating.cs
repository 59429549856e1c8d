using Microsoft.AspNetCore.Http;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.SignIn;

/// <summary>In which seat a command is given.</summary>
internal static class Seating
{
    /// <summary>The header in which whoever holds more than one seat names the one.</summary>
    public const string ActingAs = "Acting-As";

    /// <summary>403 for whoever can command nothing, whatever the command.</summary>
    public static Problem? Refuses(Caller caller)
    {
        if (caller.MayCommand) return null;

        return caller.Reader.Seats is [var seat, ..]
            ? new(403, "seat.not-entitled", $"The seat {seat} reads and commands nothing; ask who holds a seat of an agency or of a chair.")
            : new(403, "seat.not-held", "The roster does not show you in any seat.");
    }

    /// <summary>The seat: the one named, or the only one held. Whether a named one is held the runtime decides, after everything else.</summary>
    public static Got<Actor.Person> Take(HttpRequest request, Caller caller)
    {
        var named = request.Headers[ActingAs];
        if (named.Count > 1) return Problem.At(400, "acting-as.unknown", ActingAs, "Name one seat in Acting-As.");
        if (named.Count == 0) return caller.Reader.Seats is [var only] ? Actor(caller, only) : Missing(caller);
        if (caller.BySeat.TryGetValue(named[0]!, out var actor)) return actor;

        return Named(named[0]!, caller) is { } seat
            ? Actor(caller, seat)
            : Problem.At(400, "acting-as.unknown", ActingAs, $"There is no such seat; name one of: {Names(caller)}.");
    }

    private static Problem Missing(Caller caller) =>
        Problem.At(400, "acting-as.missing", ActingAs, $"You hold more than one seat; name the one in which you act in Acting-As: {Names(caller)}.");

    private static Seat? Named(string name, Caller caller)
    {
        if (Seat.TryParse(name, out var exact)) return exact;

        foreach (var seat in caller.Reader.Seats)
            if (Seat.NameOf(seat.Kind) == name) return seat;

        foreach (var kind in Enum.GetValues<SeatKind>())
            if (Seat.NameOf(kind) == name) return new(kind, caller.Agency);

        return null;
    }

    private static Actor.Person Actor(Caller caller, Seat seat) => new(caller.Id, caller.Name, seat);

    private static string Names(Caller caller) => string.Join(", ", caller.Reader.Seats.Select(seat => Seat.NameOf(seat.Kind)).Distinct());
}
