namespace Nsdd311.LogBook;

/// <summary>Log numbers are given to matters by the engine, never to a person.</summary>
public sealed record NotForPersons() : Refusal("log-book.not-for-persons", "A log number is assigned by submission; submit the matter instead.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Seat;
}
