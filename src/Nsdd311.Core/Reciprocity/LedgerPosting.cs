using Nsdd311.Charters;
using Nsdd311.Marking;

namespace Nsdd311.Reciprocity;

/// <summary>A past contact to be entered.</summary>
/// <param name="Entry">Its entry.</param>
/// <param name="Category">As the profile or the executive secretary says.</param>
/// <param name="Direction">Who hosted.</param>
/// <param name="Held">As it was.</param>
/// <param name="Answers">The entry that it claims to answer, or a file's reference to it (<c>C016</c>); null if it claims nothing.</param>
/// <param name="ReturnBy">An agreed date instead of the category's; null for the category's.</param>
/// <param name="Doubt">What is doubtful about it; null if nothing is.</param>
/// <param name="Parts">Site visits that belong to it, kept with it.</param>
/// <param name="Title">What it was, for people; null for a matter's, whose title is the matter's own.</param>
public sealed record LedgerPosting(
    EntryId Entry, CategoryCode Category, Direction Direction, ContactAsHeld Held, EntryId? Answers, DateOnly? ReturnBy, MarkedText? Doubt,
    ValueList<EntryPart> Parts, MarkedText? Title);

/// <summary>A site visit within an entry.</summary>
/// <param name="Reference">The row it came from.</param>
/// <param name="Title">What was shown.</param>
/// <param name="Sites">How many places.</param>
/// <param name="InReturnFor">The row that it answers in kind; kept with the item, settles nothing.</param>
public sealed record EntryPart(string Reference, MarkedText Title, int Sites, string? InReturnFor);
