namespace Nsdd311.Marking;

/// <summary>A text with its portion mark: every paragraph, rationale, objection, comment, remark, report.</summary>
/// <remarks>Stored in an envelope of its own (mark, scheme, body), so that the body may become ciphertext without a new version of any event.</remarks>
/// <param name="Mark">The mark; <see cref="PortionMark.IsMissing"/> if the author gave none, which no decider accepts.</param>
/// <param name="Text">The words.</param>
public sealed record MarkedText(PortionMark Mark, string Text);

/// <summary>How sensitive a portion is, lowest first.</summary>
public enum Level
{
    /// <summary>Unclassified.</summary>
    Unclassified,

    /// <summary>Confidential.</summary>
    Confidential,

    /// <summary>Secret.</summary>
    Secret,

    /// <summary>Top secret.</summary>
    TopSecret,
}
