namespace Nsdd311;

/// <summary>The acting seat may not do this (8-charter, annex B).</summary>
/// <param name="Act">What was tried, as a gerund.</param>
/// <param name="Seats">The seats that may, as <c>Acting-As</c> writes them.</param>
public sealed record NotEntitled(string Act, ValueList<string> Seats)
    : Refusal("seat.not-entitled", $"{char.ToUpperInvariant(Act[0])}{Act[1..]} is for {string.Join(" or ", Seats)}; act in that seat or ask who holds it.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Seat;
}

/// <summary>The roster does not confirm that the person holds the seat at this moment.</summary>
/// <param name="Seat">As named in <c>Acting-As</c>.</param>
public sealed record SeatNotHeld(string Seat) : Refusal("seat.not-held", $"The roster does not show you in the seat {Seat}.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Seat;
}
