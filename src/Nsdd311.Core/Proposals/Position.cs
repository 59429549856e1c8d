using Nsdd311.Marking;

namespace Nsdd311.Proposals;

/// <summary>Where an agency stands. No answer is silence, never concurrence.</summary>
public abstract record Stand
{
    private Stand() { }

    /// <summary>Agrees.</summary>
    public sealed record Concur : Stand;

    /// <summary>Agrees, with comments; a critical one stands like a nonconcurrence until its disposition is accepted.</summary>
    public sealed record ConcurWithComment : Stand;

    /// <summary>Does not agree, says why, and what would cure it.</summary>
    public sealed record Nonconcur(MarkedText Objection, MarkedText Cure) : Stand;

    /// <summary>Holds its view back, footnoted. Of a mandatory agency it counts as heard only after the suspense.</summary>
    public sealed record Reserve(MarkedText Footnote) : Stand;

    /// <summary>Has no interest in the matter; counts as heard, not as concurring.</summary>
    public sealed record NoInterest : Stand;
}

/// <summary>A position as taken. All versions stay in the record; a later one of the same agency stands in the earlier one's place.</summary>
/// <param name="Agency">Whose.</param>
/// <param name="Stand">Where it stands.</param>
/// <param name="By">Who took it; null where the proponent's agency stands as concurring without a word.</param>
/// <param name="At">When.</param>
/// <param name="TextVersion">The text that it speaks of. One that speaks of an earlier text is to be confirmed and does not count.</param>
/// <param name="Late">Taken after the suspense.</param>
/// <param name="Comments">The numbers of its comments in the matter.</param>
public sealed record Position(AgencyId Agency, Stand Stand, PersonId? By, DateTimeOffset At, int TextVersion, bool Late, ValueList<int> Comments);

/// <summary>How much an agency makes of a comment.</summary>
public enum CommentGrade
{
    /// <summary>Stands like a nonconcurrence until its author accepts the disposition.</summary>
    Critical,

    /// <summary>To the substance; does not stand in the way.</summary>
    Substantive,

    /// <summary>To wording and form.</summary>
    Administrative,
}

/// <summary>A comment with what became of it.</summary>
/// <param name="Number">In the matter, from 1.</param>
/// <param name="Agency">Its author.</param>
/// <param name="Grade">How much is made of it.</param>
/// <param name="Text">What it says.</param>
/// <param name="Disposition">What the proponent did with it, as last proposed; null if nothing yet.</param>
/// <param name="IsAccepted">What the author said to the disposition: true accepted, false kept up, null not yet said.</param>
public sealed record Comment(int Number, AgencyId Agency, CommentGrade Grade, MarkedText Text, MarkedText? Disposition, bool? IsAccepted);

/// <summary>A comment as it is made.</summary>
public sealed record NewComment(CommentGrade Grade, MarkedText Text);

/// <summary>An interim reply meets the suspense and names when the full one comes.</summary>
/// <param name="Agency">Whose.</param>
/// <param name="Text">What it says.</param>
/// <param name="FullBy">Close of business of the day it names.</param>
/// <param name="EscalateAt">When the round would go to the SIG for want of it; null where the category does not escalate.</param>
public sealed record InterimReply(AgencyId Agency, MarkedText Text, DateTimeOffset FullBy, DateTimeOffset? EscalateAt);

/// <summary>The objection that this is a negotiation. It stands like a nonconcurrence and one agency alone may lift it.</summary>
public sealed record NegotiationObjection(AgencyId Agency, MarkedText Text, PersonId By, DateTimeOffset At);
