namespace Nsdd311.Proposals;

/// <summary>Only a statement has a text to release or to deliver.</summary>
public sealed record NotAStatement() : Refusal("statement.not-a-statement", "Only a statement has a text that is released and delivered; record the outcome instead.");

/// <summary>Nothing is released before it is cleared and final.</summary>
/// <param name="State">Where the matter stands.</param>
public sealed record NotClearedForRelease(string State) : Refusal("statement.not-cleared", $"Nothing is released before it is cleared and final; the matter is {State}.");

/// <summary>Cleared, and not to be released yet.</summary>
/// <param name="Until">The instant of the embargo.</param>
public sealed record Embargoed(DateTimeOffset Until) : Refusal("statement.embargoed", $"The text is under embargo until {Until:yyyy-MM-dd HH:mm zzz}; ask again then.");

/// <summary>What was said is entered once.</summary>
public sealed record AlreadyDelivered() : Refusal("statement.already-delivered", "The text as delivered was entered already; it is a fact and does not change.");

/// <summary>A statement is made after its submission and not in the future.</summary>
/// <param name="From">The submission.</param>
/// <param name="To">Now.</param>
public sealed record DeliveredWhen(DateTimeOffset From, DateTimeOffset To)
    : FormRefusal("statement.instant-impossible", $"It was made between {From:yyyy-MM-dd HH:mm zzz}, when it was submitted, and now; correct the instant.");

/// <summary>More than can be compared.</summary>
/// <param name="Most">Sentences.</param>
public sealed record DeliveredTooLong(int Most) : FormRefusal("statement.too-long", $"A text as delivered has at most {Most} sentences; enter it without what was not part of the statement.");

/// <summary>A change changes something.</summary>
public sealed record NothingChanged() : FormRefusal("change.nothing", "Nothing differs from what was cleared; name the days, figures or paragraphs that change.");
