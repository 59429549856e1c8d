namespace Nsdd311.Roster;

/// <summary>An agency's seats are filled by its own SIG member (8-charter, annex B).</summary>
/// <param name="Agency">Whose seat it is.</param>
public sealed record OtherAgency(AgencyId Agency)
    : Refusal("roster.other-agency", $"Only the SIG member of {Agency} appoints and relieves there; ask that member.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Seat;
}

/// <summary>A seat by office, or of a deployment, is not filled through the roster's commands.</summary>
/// <param name="Seat">Which.</param>
public sealed record SeatByOffice(string Seat)
    : Refusal("roster.seat-by-office", $"{Seat} is held by office; it is not appointed here.");

/// <summary>A SIG member is designated in writing by the head of the agency.</summary>
public sealed record ReferenceMissing() : Refusal("roster.reference-missing", "Name the reference of the written designation.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}

/// <summary>The charter has no such agency.</summary>
/// <param name="Agency">As asked.</param>
public sealed record UnknownAgency(AgencyId Agency) : Refusal("roster.agency-unknown", $"The charter has no agency {Agency}.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}

/// <summary>The person holds the seat already.</summary>
public sealed record AlreadyHeld(string Seat, PersonId Person) : Refusal("roster.already-held", $"{Person} holds the seat {Seat} already.");

/// <summary>An agency has one member in a body; alternates and action officers may be several.</summary>
public sealed record SeatTaken(string Seat) : Refusal("roster.seat-taken", $"Somebody holds {Seat}; relieve that person first.");

/// <summary>The person does not hold the seat of which to be relieved.</summary>
public sealed record NotHeldByThem(string Seat, PersonId Person) : Refusal("roster.not-held", $"{Person} does not hold the seat {Seat}.");

/// <summary>A deployment is founded once.</summary>
public sealed record AlreadyFounded() : Refusal("roster.already-founded", "The roster exists; appoint and relieve instead.");
