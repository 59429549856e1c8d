using Nsdd311.Charters;

namespace Nsdd311.Reciprocity;

/// <summary>An entry of a ledger: made of the matter or of the file and row that it stands for, so that posting it twice posts it once.</summary>
/// <param name="Value">A matter's UUID, or <c>file-id/row-id</c>.</param>
public readonly record struct EntryId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>What a hold is asked for.</summary>
/// <param name="Entry">The entry it becomes.</param>
/// <param name="Category">Of the pair's open categories.</param>
/// <param name="Direction">Who hosts.</param>
/// <param name="Units">Declared by the proponent, in every dimension of the category's rule.</param>
/// <param name="FirstDay">Of the contact as planned.</param>
/// <param name="LastDay">Of the contact as planned; its calendar year is the one that the cap counts in.</param>
/// <param name="Answers">The entry whose debt it is to settle; null for the oldest.</param>
public sealed record HoldRequest(
    EntryId Entry, CategoryCode Category, Direction Direction, Units Units, DateOnly FirstDay, DateOnly LastDay, EntryId? Answers);

/// <summary>A contact as it took place, for the ledger.</summary>
/// <param name="FirstDay">The first day it really had.</param>
/// <param name="LastDay">The last day it really had; it counts from then.</param>
/// <param name="Units">As they were; a dimension that is missing is unknown.</param>
/// <param name="Standing">Whether it counts, or why not.</param>
/// <param name="Shortfall">Why less took place than was promised, with the facts; null if nothing was short.</param>
public sealed record ContactAsHeld(DateOnly FirstDay, DateOnly LastDay, Units Units, Standing Standing, string? Shortfall);

/// <summary>Whether an entry counts in the balance.</summary>
public abstract record Standing
{
    private Standing() { }

    /// <summary>Counts in full, for the side that received it.</summary>
    public sealed record Counted : Standing;

    /// <summary>Counts for nothing, on a ground that the category names.</summary>
    /// <param name="Ground">A code of the category's rule: <c>summit-margins</c>.</param>
    public sealed record OffQuota(string Ground) : Standing;

    /// <summary>On third ground: as the category's rule says.</summary>
    public sealed record ThirdCountry : Standing;

    /// <summary>Curtailed without the visitor's fault, and the visitor chose that it shall not count.</summary>
    /// <param name="Cause">The cause as recorded.</param>
    public sealed record VisitorsChoice(string Cause) : Standing;
}

/// <summary>What may be asked of a counterpart pair. Its ledger is the only place where reciprocity is decided.</summary>
public abstract record PairCommand
{
    private PairCommand() { }

    /// <summary>A matter about to be cleared asks for its hold. It is granted, or waits in line until the ledger allows it.</summary>
    public sealed record Hold(HoldRequest Request) : PairCommand;

    /// <summary>A later stage, or a change, asks for other units or days for a hold that it has; the old hold stands until the new one passes.</summary>
    public sealed record Reprice(HoldRequest Request) : PairCommand;

    /// <summary>The contact will not take place: the hold, or the place in line, is given up for ever.</summary>
    public sealed record Release(EntryId Entry, string Reason) : PairCommand;

    /// <summary>The contact took place: a fact, never refused. Without a hold it is entered all the same.</summary>
    /// <param name="Request">The contact as the matter described it, for an entry that never had a hold.</param>
    /// <param name="Held">As it was.</param>
    public sealed record Commit(HoldRequest Request, ContactAsHeld Held) : PairCommand;

    /// <summary>An import posts its entries for this pair; all at once.</summary>
    public sealed record PostLot(ValueList<LedgerPosting> Postings) : PairCommand;

    /// <summary>The executive secretary enters a past contact by hand.</summary>
    public sealed record EnterBaseline(LedgerPosting Posting) : PairCommand;

    /// <summary>The executive secretary supplies or corrects the units of an entry, with a reason.</summary>
    public sealed record Correct(EntryId Entry, Units Units, string Reason) : PairCommand;

    /// <summary>The executive secretary records a return-by date that both sides agreed to.</summary>
    public sealed record AgreeReturnDate(EntryId Entry, DateOnly ReturnBy, string Reference) : PairCommand;

    /// <summary>The waiting matter has recorded that its hold was granted after all.</summary>
    /// <param name="ObligationId">What was owed.</param>
    /// <param name="RefusedWith">The code, if the matter would not have it any more.</param>
    public sealed record RecordTold(string ObligationId, string? RefusedWith) : PairCommand;

    /// <summary>Sent by the engine when a debt's date or the like has come. Harmless early, late or twice.</summary>
    public sealed record CheckDeadline : PairCommand;
}

/// <summary>A past contact to be entered.</summary>
/// <param name="Entry">Its entry.</param>
/// <param name="Category">As the profile or the executive secretary says.</param>
/// <param name="Direction">Who hosted.</param>
/// <param name="Held">As it was.</param>
/// <param name="Answers">The entry that it claims to answer; null if it claims nothing.</param>
/// <param name="ReturnBy">An agreed date instead of the category's; null for the category's.</param>
/// <param name="Doubt">What is doubtful about it; null if nothing is.</param>
/// <param name="Parts">Site visits that belong to it, kept with it.</param>
/// <param name="Title">What it was, for people: unclassified.</param>
public sealed record LedgerPosting(
    EntryId Entry, CategoryCode Category, Direction Direction, ContactAsHeld Held, EntryId? Answers, DateOnly? ReturnBy, string? Doubt,
    ValueList<EntryPart> Parts, string Title);

/// <summary>A site visit within an entry.</summary>
/// <param name="Reference">The row it came from.</param>
/// <param name="Title">What was shown, unclassified.</param>
/// <param name="Sites">How many places.</param>
/// <param name="InReturnFor">The row that it answers in kind; kept with the item, settles nothing.</param>
public sealed record EntryPart(string Reference, string Title, int Sites, string? InReturnFor);
