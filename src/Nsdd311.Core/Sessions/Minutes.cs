using Nsdd311.Marking;

namespace Nsdd311.Sessions;

/// <summary>The minutes of a session as they were circulated last.</summary>
/// <param name="Version">From 1; each circulation is one.</param>
/// <param name="Paragraphs">What they say.</param>
/// <param name="CirculatedAt">When.</param>
/// <param name="ApproveAt">When they are approved if nobody objects; null once somebody did, or they are approved.</param>
/// <param name="Objections">What was objected to this version.</param>
public sealed record Minutes(
    int Version, ValueList<MinutesParagraph> Paragraphs, DateTimeOffset CirculatedAt, DateTimeOffset? ApproveAt, ValueList<MinutesObjection> Objections);

/// <summary>A paragraph of the minutes.</summary>
/// <param name="Item">The item that it is about; null for what concerns the whole session.</param>
/// <param name="Text">What it says, with its mark.</param>
public sealed record MinutesParagraph(int? Item, MarkedText Text);

/// <summary>An objection to the minutes.</summary>
/// <param name="Agency">Whose; null if the chair's.</param>
/// <param name="Person">Who.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="At">When.</param>
public sealed record MinutesObjection(AgencyId? Agency, PersonId Person, MarkedText Text, DateTimeOffset At);
