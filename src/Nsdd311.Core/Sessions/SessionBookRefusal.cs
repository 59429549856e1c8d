using Nsdd311.Proposals;

namespace Nsdd311.Sessions;

/// <summary>A session is scheduled so far ahead that its agenda can still be made (8-charter, section 2).</summary>
/// <param name="Closes">When its agenda would have closed.</param>
public sealed record SessionTooSoon(DateTimeOffset Closes)
    : Refusal("session.too-soon", $"The agenda of that session would have closed at {Closes:yyyy-MM-dd HH:mm zzz}; choose a later day.");

/// <summary>Sessions are held on working days.</summary>
/// <param name="On">As asked.</param>
public sealed record NoWorkingDay(DateOnly On) : FormRefusal("session.no-working-day", $"{On:yyyy-MM-dd} is no working day.");
