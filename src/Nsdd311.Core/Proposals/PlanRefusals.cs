namespace Nsdd311.Proposals;

/// <summary>Only a plan of contacts has lines.</summary>
public sealed record PlanMisplaced() : FormRefusal("plan-of-contacts.misplaced", "Leave agreedLines out: the category is no plan of contacts.");

/// <summary>A plan has lines that somebody can read.</summary>
public sealed record PlanTooLong(int Most) : FormRefusal("plan-of-contacts.too-long", $"Name at most {Most} lines.");

/// <summary>A member of a line is not what a line can hold.</summary>
/// <param name="Path">Which.</param>
public sealed record PlanLineInvalid(string Path)
    : FormRefusal("plan-of-contacts.line-invalid", $"Correct {Path}: a line has a number of its own from 1, a category that is counted and open to its pair, days in their order, and figures of that category that one contact can have.");

/// <summary>A plan that is to be agreed has lines.</summary>
public sealed record PlanLinesMissing() : FormRefusal("plan-of-contacts.lines-missing", "Name in agreedLines the contacts that are to be agreed.");

/// <summary>What is cited is a plan in force, as far as the proponent may know.</summary>
public sealed record PlanNotInForce(LogNumber Plan) : Refusal("plan-of-contacts.not-in-force", $"{Plan} is no plan of contacts in force; cite one that was cleared and signed, or none.");

/// <summary>The plan has the line that is cited.</summary>
public sealed record PlanLineUnknown(LogNumber Plan, int Line) : Refusal("plan-of-contacts.line-unknown", $"The plan of contacts {Plan} has no line {Line}.");

/// <summary>The matter is the contact that the line names.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Line">The line.</param>
/// <param name="Differing">In what the matter is another contact.</param>
public sealed record PlanLineDiffers(LogNumber Plan, int Line, ValueList<string> Differing)
    : Refusal("plan-of-contacts.line-differs", $"Line {Line} of the plan of contacts {Plan} is another contact, by its {string.Join(", ", Differing)}; cite the line that this is, or none.");
