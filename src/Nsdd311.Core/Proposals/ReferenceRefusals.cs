namespace Nsdd311.Proposals;

/// <summary>A matter has a few references, not a register.</summary>
public sealed record ReferencesTooMany(int Most) : FormRefusal("proposal.references-too-many", $"Name at most {Most} references.");

/// <summary>A part of a reference is empty, too long, or holds what no filing number does.</summary>
/// <param name="Path">Which part.</param>
public sealed record ReferenceInvalid(string Path)
    : FormRefusal("proposal.reference-invalid", $"Correct {Path}: a system has letters, digits, spaces and hyphens, a number letters, digits, and - / . between them, each up to {ExternalReference.Longest} characters; a year is from {PaperForm.FirstYear} to {PaperForm.LastYear}.");

/// <summary>The same reference stands twice.</summary>
/// <param name="Path">The second of the two.</param>
public sealed record ReferenceDoubled(string Path) : FormRefusal("proposal.reference-doubled", $"{Path} stands there already; leave it out.");
