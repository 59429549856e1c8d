using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;

namespace Nsdd311.Reciprocity;

/// <summary>What the SIG alone may permit beyond the rules of a ledger (8-charter, annex B).</summary>
public abstract record Relief
{
    private Relief() { }

    /// <summary>Exceeding the tolerance of an account, either way, until an instant.</summary>
    /// <param name="Category">Which account.</param>
    /// <param name="Amount">How far beyond, per dimension.</param>
    /// <param name="Until">From this instant on it counts no more.</param>
    public sealed record Waiver(CategoryCode Category, Units Amount, DateTimeOffset Until) : Relief;

    /// <summary>Holds over an overdue debt, until an instant.</summary>
    /// <param name="Category">Which account.</param>
    /// <param name="Until">From this instant on the debt freezes again.</param>
    public sealed record LiftFreeze(CategoryCode Category, DateTimeOffset Until) : Relief;

    /// <summary>Writing a debt off: the contact that opened it counts for nothing from then on, so that balance and debts still agree.</summary>
    /// <param name="Debt">The number that the ledger gave to the contact.</param>
    public sealed record WriteOff(int Debt) : Relief;

    /// <summary>Carrying a debt to a later day, without the other side's word.</summary>
    /// <param name="Debt">The number that the ledger gave to the contact.</param>
    /// <param name="ReturnBy">The new last day in time.</param>
    public sealed record Carry(int Debt, DateOnly ReturnBy) : Relief;
}

/// <summary>What a member of the SIG has moved that the SIG permit. By paper it is granted only if all agencies agree, in session if none objects.</summary>
/// <param name="Number">In the ledger, from 1.</param>
/// <param name="Relief">What would be permitted.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who moved it.</param>
/// <param name="At">When.</param>
/// <param name="Voices">Every word of an agency, oldest first; its last one stands.</param>
/// <param name="Decision">What the chair made of it; null while it is open.</param>
/// <param name="Session">The item of the session in which it was decided; null while it is open, and if by paper.</param>
public sealed record Motion(
    int Number, Relief Relief, MarkedText Reason, PersonId By, DateTimeOffset At, ValueList<Voice> Voices, MotionDecision? Decision, SessionItem? Session = null)
{
    /// <summary>The word that stands in the agency's name; null if it was not heard.</summary>
    public Voice? Standing(AgencyId agency) => Voices.LastOrDefault(voice => voice.Agency == agency);
}

/// <summary>The word of an agency on a motion.</summary>
/// <param name="Agency">Whose.</param>
/// <param name="Agrees">Whether it agrees; else it objects.</param>
/// <param name="Objection">What it objects; null if it agrees.</param>
/// <param name="By">Who spoke.</param>
/// <param name="At">When.</param>
public sealed record Voice(AgencyId Agency, bool Agrees, MarkedText? Objection, PersonId By, DateTimeOffset At);

/// <summary>What the SIG's chair made of a motion.</summary>
/// <param name="Granted">Whether it was granted; else it was dropped.</param>
/// <param name="At">When.</param>
public sealed record MotionDecision(bool Granted, DateTimeOffset At);

/// <summary>A waiver that the SIG granted.</summary>
/// <param name="Number">Of its motion.</param>
/// <param name="Category">Which account.</param>
/// <param name="Amount">How far beyond the tolerance, either way.</param>
/// <param name="Reason">Why.</param>
/// <param name="From">Since when it is in force.</param>
/// <param name="Until">From this instant on it counts no more.</param>
/// <param name="IsOver">Whether its end was recorded.</param>
public sealed record WaiverInForce(
    int Number, CategoryCode Category, Units Amount, MarkedText Reason, DateTimeOffset From, DateTimeOffset Until, bool IsOver)
{
    /// <summary>Whether it counts at this instant. In its last instant it counts no more.</summary>
    public bool CountsAt(DateTimeOffset now) => From <= now && now < Until;
}

/// <summary>A freeze that the SIG lifted.</summary>
/// <param name="Number">Of its motion.</param>
/// <param name="Category">Which account.</param>
/// <param name="Reason">Why.</param>
/// <param name="From">Since when.</param>
/// <param name="Until">From this instant on an overdue debt freezes again.</param>
/// <param name="IsOver">Whether its end was recorded.</param>
public sealed record FreezeLift(int Number, CategoryCode Category, MarkedText Reason, DateTimeOffset From, DateTimeOffset Until, bool IsOver)
{
    /// <summary>Whether it holds at this instant.</summary>
    public bool CountsAt(DateTimeOffset now) => From <= now && now < Until;
}
