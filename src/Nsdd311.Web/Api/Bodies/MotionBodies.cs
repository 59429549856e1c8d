using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Api.Bodies;

/// <summary>A waiver that is moved in the SIG.</summary>
/// <param name="Category">Which account.</param>
/// <param name="Amount">How far beyond the tolerance, per dimension.</param>
/// <param name="Until">From this instant on it counts no more.</param>
/// <param name="Reason">Why.</param>
internal sealed record WaiverBody(CategoryCode Category, Units Amount, DateTimeOffset Until, TextBody? Reason = null)
{
    /// <summary>The command. Whether a reason is missing the rules say.</summary>
    public static PairCommand ToCommand(WaiverBody body, Form form, CounterpartPairOf named) =>
        new PairCommand.Move(named.Pair, new Relief.Waiver(body.Category, body.Amount, body.Until), form.Judged("reason", body.Reason));
}

/// <summary>A freeze to be lifted, moved in the SIG.</summary>
/// <param name="Category">Which account.</param>
/// <param name="Until">From this instant on an overdue debt freezes again.</param>
/// <param name="Reason">Why.</param>
internal sealed record FreezeLiftBody(CategoryCode Category, DateTimeOffset Until, TextBody? Reason = null)
{
    /// <summary>The command. Whether a reason is missing the rules say.</summary>
    public static PairCommand ToCommand(FreezeLiftBody body, Form form, CounterpartPairOf named) =>
        new PairCommand.Move(named.Pair, new Relief.LiftFreeze(body.Category, body.Until), form.Judged("reason", body.Reason));
}

/// <summary>A debt to be written off or carried, moved in the SIG.</summary>
/// <param name="CarryTo">The new last day in time; null to write it off.</param>
/// <param name="Reason">Why.</param>
internal sealed record WriteOffBody(DateOnly? CarryTo = null, TextBody? Reason = null)
{
    /// <summary>The command. Whether a reason is missing the rules say.</summary>
    public static PairCommand ToCommand(WriteOffBody body, Form form, CounterpartPairOf named) => new PairCommand.Move(
        named.Pair, body.CarryTo is { } day ? new Relief.Carry(named.Number, day) : new Relief.WriteOff(named.Number), form.Judged("reason", body.Reason));
}

/// <summary>An agency's word on a motion; the agency is the caller's.</summary>
/// <param name="Agrees">Whether it agrees.</param>
/// <param name="Objection">What it objects; left out if it agrees.</param>
internal sealed record VoiceBody(bool Agrees, TextBody? Objection = null)
{
    /// <summary>The command. Whether an objection is missing the rules say.</summary>
    public static PairCommand ToCommand(VoiceBody body, Form form, CounterpartPairOf named) =>
        new PairCommand.Speak(named.Number, body.Agrees, body.Objection is null ? null : form.Judged("objection", body.Objection));
}
