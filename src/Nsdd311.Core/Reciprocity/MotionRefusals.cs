using Nsdd311.Charters;
using Nsdd311.Proposals;

namespace Nsdd311.Reciprocity;

/// <summary>Only the SIG permits exceeding a limit.</summary>
public sealed record WaiverSigOnly() : Refusal("waiver.sig-only", "Only the SIG waives a limit: have one of its members move it, and its chair grant it.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Seat;
}

/// <summary>Only the SIG lifts a freeze.</summary>
public sealed record FreezeSigOnly() : Refusal("freeze.sig-only", "Only the SIG lifts a freeze: have one of its members move it, and its chair grant it.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Seat;
}

/// <summary>Only the SIG writes a debt off or carries it.</summary>
public sealed record DebtSigOnly() : Refusal("debt.sig-only", "Only the SIG writes a debt off or carries it: have one of its members move it, and its chair grant it.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Seat;
}

/// <summary>A waiver of nothing, or of what the account does not count.</summary>
/// <param name="Field">Where.</param>
/// <param name="Dimensions">What the account counts.</param>
public sealed record WaiverAmount(string Field, ValueList<Dimension> Dimensions)
    : FormRefusal("waiver.amount", $"Give an amount above zero, up to 10,000 units, in one or more of {string.Join(", ", Dimensions)}.");

/// <summary>A waiver that is over permits nothing.</summary>
/// <param name="Until">When it was over.</param>
public sealed record WaiverExpired(DateTimeOffset Until)
    : Refusal("waiver.expired", $"This waiver would have been over at {Until:yyyy-MM-dd HH:mm:ss zzz}; move one that ends later.");

/// <summary>A freeze is lifted until an instant ahead.</summary>
/// <param name="Until">The instant named.</param>
public sealed record LiftExpired(DateTimeOffset Until)
    : Refusal("freeze.expired", $"{Until:yyyy-MM-dd HH:mm:ss zzz} is over; move one that ends later.");

/// <summary>Nothing is frozen.</summary>
/// <param name="Category">The account.</param>
public sealed record NothingFrozen(CategoryCode Category) : Refusal("freeze.none", $"No debt in {Category} is overdue, so nothing is frozen.");

/// <summary>The ledger has no contact of this number.</summary>
public sealed record DebtUnknown(int Debt) : Refusal("debt.unknown", $"The ledger has no contact of the number {Debt}; take the number from its open debts.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Absent;
}

/// <summary>Nothing is owed for the contact.</summary>
/// <param name="Debt">Its number.</param>
public sealed record DebtNotOpen(int Debt) : Refusal("debt.not-open", $"Nothing is owed for contact {Debt}: it was returned, written off, or never counted.");

/// <summary>Over an objection the SIG grants nothing, in session neither.</summary>
/// <param name="Agencies">Who objects.</param>
public sealed record MotionObjected(ValueList<AgencyId> Agencies)
    : Refusal("motion.objected", $"{string.Join(", ", Agencies)} object(s); have the objection withdrawn, or drop the motion.");

/// <summary>There is no such motion.</summary>
public sealed record MotionUnknown(int Motion) : Refusal("motion.unknown", $"The ledger of this pair has no motion {Motion}.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Absent;
}

/// <summary>The SIG has decided the motion.</summary>
/// <param name="Motion">Its number.</param>
/// <param name="Granted">Whether it was granted.</param>
public sealed record MotionEnded(int Motion, bool Granted)
    : Refusal("motion.ended", $"Motion {Motion} was {(Granted ? "granted" : "dropped")}; move anew what else is wanted.");
