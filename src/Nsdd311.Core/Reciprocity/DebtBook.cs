namespace Nsdd311.Reciprocity;

/// <summary>A contact that is to be returned.</summary>
/// <param name="Entry">The contact that opened it.</param>
/// <param name="Opened">Its side: <see cref="CountsAs.Given"/> is owed by the other state, <see cref="CountsAs.Received"/> by us.</param>
/// <param name="Since">The last day of that contact.</param>
/// <param name="ReturnBy">The last day in time.</param>
/// <param name="OverdueAt">Midnight after it.</param>
public sealed record Debt(EntryId Entry, CountsAs Opened, DateOnly Since, DateOnly ReturnBy, DateTimeOffset OverdueAt);

/// <summary>Two contacts of which the second returned the first.</summary>
/// <param name="Entry">What was owed for.</param>
/// <param name="By">What settled it.</param>
/// <param name="DaysEarly">Days left until the return-by day; negative if late.</param>
public sealed record Couple(EntryId Entry, EntryId By, int DaysEarly);

/// <summary>Why a claim to answer cannot hold.</summary>
public enum ClaimFault
{
    /// <summary>This account has no such entry: it stands in another category, with another pair, or nowhere.</summary>
    NotInThisAccount,

    /// <summary>The entry that claims counts for nothing, so it settles nothing.</summary>
    ClaimantNotCounted,

    /// <summary>The entry that it names counts for nothing, so nothing is owed for it.</summary>
    NamedNotCounted,

    /// <summary>Both went the same way.</summary>
    SameDirection,

    /// <summary>The entry that it names is itself an answer.</summary>
    IsAnAnswer,

    /// <summary>Another contact had returned it before.</summary>
    AlreadyAnswered,

    /// <summary>The entry that it names took place later.</summary>
    Later,
}

/// <summary>A claim that is kept, settles nothing, and is reported.</summary>
public sealed record FailedClaim(EntryId Entry, EntryId Named, ClaimFault Fault);

/// <summary>Debts in events: a pure function of the contacts of one account, so that the order of posting does not matter.</summary>
/// <remarks>
/// A counted contact settles the open debt that it names, else the oldest of the other side, else it opens one. What settles, opens nothing:
/// so there are always as many open debts as the balance in events is away from zero.
/// </remarks>
/// <param name="Open">Oldest first; all of one side.</param>
/// <param name="Settled">In the order of settling.</param>
/// <param name="Failed">In the order of the claims.</param>
public sealed record DebtBook(ValueList<Debt> Open, ValueList<Couple> Settled, ValueList<FailedClaim> Failed)
{
    /// <summary>No contacts.</summary>
    public static DebtBook Empty { get; } = new([], [], []);

    /// <summary>What follows from these contacts.</summary>
    /// <param name="contacts">Of one account, in the order of <see cref="LedgerContact.ByDay"/>.</param>
    public static DebtBook Of(IReadOnlyCollection<LedgerContact> contacts)
    {
        var settling = new Settling(contacts);
        foreach (var contact in contacts) settling.Take(contact);

        return settling.Result();
    }

    private sealed class Settling(IReadOnlyCollection<LedgerContact> contacts)
    {
        /// <remarks>Made when the first claim asks for it: most ledgers have few.</remarks>
        private Dictionary<EntryId, LedgerContact>? byEntry;

        private readonly List<Debt?> opened = [];
        private readonly Dictionary<EntryId, int> placeOf = [];
        private readonly HashSet<EntryId> answers = [];
        private readonly List<Couple> settled = [];
        private readonly List<FailedClaim> failed = [];
        private int oldest;

        public void Take(LedgerContact contact)
        {
            var named = contact.Answers is { } claim ? Named(contact, claim) : null;
            if (!contact.IsCounted) return;

            if ((named ?? OldestAgainst(contact.Counts)) is { } place) Settle(place, contact);
            else Open(contact);
        }

        public DebtBook Result() => new(opened.OfType<Debt>().ToValueList(), settled.ToValueList(), failed.ToValueList());

        private int? Named(LedgerContact contact, EntryId claim)
        {
            byEntry ??= contacts.ToDictionary(one => one.Entry);
            var named = byEntry.GetValueOrDefault(claim) ?? contacts.FirstOrDefault(one => one.Reference == claim.Value);
            if (FaultOf(contact, named) is not { } fault) return placeOf[named!.Entry];

            failed.Add(new(contact.Entry, claim, fault));
            return null;
        }

        private ClaimFault? FaultOf(LedgerContact contact, LedgerContact? named)
        {
            if (named is null) return ClaimFault.NotInThisAccount;
            if (!contact.IsCounted) return ClaimFault.ClaimantNotCounted;
            if (!named.IsCounted) return ClaimFault.NamedNotCounted;
            if (named.Counts == contact.Counts) return ClaimFault.SameDirection;
            if (answers.Contains(named.Entry)) return ClaimFault.IsAnAnswer;
            if (!placeOf.TryGetValue(named.Entry, out var place)) return ClaimFault.Later;

            return opened[place] is null ? ClaimFault.AlreadyAnswered : null;
        }

        private int? OldestAgainst(CountsAs counts)
        {
            while (oldest < opened.Count && opened[oldest] is null) oldest++;

            return oldest < opened.Count && opened[oldest]!.Opened != counts ? oldest : null;
        }

        private void Settle(int place, LedgerContact by)
        {
            var debt = opened[place]!;
            opened[place] = null;
            answers.Add(by.Entry);
            settled.Add(new(debt.Entry, by.Entry, debt.ReturnBy.DayNumber - by.Held.LastDay.DayNumber));
        }

        private void Open(LedgerContact contact)
        {
            placeOf[contact.Entry] = opened.Count;
            opened.Add(new(contact.Entry, contact.Counts, contact.Held.LastDay, contact.ReturnBy, contact.OverdueAt));
        }
    }
}

/// <summary>The names of the faults, as they are shown.</summary>
public static class ClaimFaults
{
    /// <summary>The fault's name: <c>is-an-answer</c>.</summary>
    public static string NameOf(ClaimFault fault) => fault switch
    {
        ClaimFault.NotInThisAccount => "not-in-this-account",
        ClaimFault.ClaimantNotCounted => "claimant-not-counted",
        ClaimFault.NamedNotCounted => "named-not-counted",
        ClaimFault.SameDirection => "same-direction",
        ClaimFault.IsAnAnswer => "is-an-answer",
        ClaimFault.AlreadyAnswered => "already-answered",
        ClaimFault.Later => "later",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not a fault."),
    };
}
