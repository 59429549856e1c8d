using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Api.Bodies;

/// <summary>The text of one version of a matter, and what it says of itself.</summary>
internal record PaperBody
{
    /// <summary>Stands for an empty body: the paper was already handed in.</summary>
    public static PaperBody None { get; } = new() { Category = default };

    public required CategoryCode Category { get; init; }

    public Direction? Direction { get; init; }

    public PairId? Pair { get; init; }

    public string? ShortTitle { get; init; }

    public TextBody? Title { get; init; }

    public IReadOnlyList<TextBody>? Paragraphs { get; init; }

    public IReadOnlyList<GoalBody>? Goals { get; init; }

    public WindowBody? Window { get; init; }

    public Units? Units { get; init; }

    public IReadOnlyList<TextBody>? Subjects { get; init; }

    public bool? IsNegotiation { get; init; }

    public EntryId? Answers { get; init; }

    public Authority? Authority { get; init; }

    public DateTimeOffset? Embargo { get; init; }

    public GuidanceBody? Guidance { get; init; }

    public IReadOnlyList<ConformanceBody>? Conformity { get; init; }

    public IReadOnlyList<ReferenceBody>? References { get; init; }

    public IReadOnlyList<AgreedLineBody>? AgreedLines { get; init; }

    public CitationBody? Cites { get; init; }

    /// <summary>The paper for the rules. Marks and texts that are missing go through: the rules of submission name them.</summary>
    /// <param name="form">Gathers the faults.</param>
    /// <param name="charter">Says of which kind the category is.</param>
    public Paper ToPaper(Form form, Charter charter)
    {
        if (ShortTitle is { Length: > 120 }) form.Fault("text.too-long", "shortTitle", "A short title has at most 120 characters.");
        if (Goals is not null && Goals.Contains(null!)) form.Fault("proposal.goal-missing", "goals", "A goal is an object, not null.");
        if (Subjects is not null && Subjects.Any(subject => subject?.Text is null or { Length: 0 or > 120 })) form.Fault("text.too-long", "subjects", "A subject is a short name of 1 to 120 characters.");
        if (Conformity is not null && Conformity.Contains(null!)) form.Fault("text.missing", "conformity", "How a matter conforms is an object, not null.");
        if (AgreedLines is not null && AgreedLines.Contains(null!)) form.Fault("plan-of-contacts.line-invalid", "agreedLines", "A line is an object, not null.");
        if (References is not null && References.Contains(null!)) form.Fault("proposal.reference-invalid", "references", "A reference is an object, not null.");
        if (IsNegotiation is null && MustSayWhetherNegotiation(charter))
            form.Fault("proposal.negotiation-unstated", "isNegotiation", "State whether it is a negotiation: contacts lend support by means other than negotiations.");
        if (form.Problem is not null) return Unusable;

        return new(
            Category, Direction, Pair, string.IsNullOrWhiteSpace(ShortTitle) ? null : ShortTitle, Form.OfPaper(Title),
            (Paragraphs ?? []).Select(Form.OfPaper).ToValueList(),
            (Goals ?? []).Select(claim => new GoalClaim(claim.Goal, Form.OfPaper(claim.Rationale))).ToValueList(),
            Window is { } window ? new(window.From, window.To) : null, Units ?? new([]), (Subjects ?? []).Select(Form.OfPaper).ToValueList(), IsNegotiation ?? false, Answers,
            Authority, Embargo)
        {
            Guidance = Guidance is { } terms ? new(terms.EffectiveOn, (terms.Governs ?? []).ToValueList(), terms.Replaces) : null,
            Conformity = (Conformity ?? []).Select(conformance => new Conformance(conformance.Guidance, Form.OfPaper(conformance.How))).ToValueList(),
            AgreedLines = (AgreedLines ?? []).Select(line => line.ToLine()).ToValueList(),
            Cites = Cites is { } cited ? new(cited.Plan, cited.Line) : null,
            References = (References ?? []).Select(reference => new ExternalReference(reference.System ?? "", reference.Year, reference.Number ?? "")).ToValueList(),
        };
    }

    private bool MustSayWhetherNegotiation(Charter charter) => charter.Find(Category)?.Kind is not (null or MatterKind.ProposedAgreement or MatterKind.PolicyGuidance);

    /// <summary>Stands in for a paper whose form is refused, so that all faults are said at once.</summary>
    private Paper Unusable => new(Category, null, null, null, Form.OfPaper(null), [], [], null, new([]), [], false, null, null, null);
}

/// <summary>A paper, handed in as a draft or submitted at once.</summary>
internal sealed record SubmissionBody : PaperBody
{
    public bool Submit { get; init; }
}

/// <summary>A goal that an activity claims to serve.</summary>
internal sealed record GoalBody(int Goal, TextBody? Rationale = null);

/// <summary>What policy guidance lays down.</summary>
internal sealed record GuidanceBody(DateOnly EffectiveOn, IReadOnlyList<CategoryCode>? Governs = null, LogNumber? Replaces = null);

/// <summary>How a matter conforms to guidance in force, named by its log number.</summary>
internal sealed record ConformanceBody(LogNumber Guidance, TextBody? How = null);

/// <summary>A line of a plan of contacts.</summary>
internal sealed record AgreedLineBody(int Number, CategoryCode Category, Direction Direction, PairId Pair, WindowBody Window, Units? Units = null, TextBody? Text = null)
{
    /// <summary>The line for the rules.</summary>
    public AgreedLine ToLine() => new(Number, Category, Direction, Pair, new(Window.From, Window.To), Units ?? new([]), Form.OfPaper(Text));
}

/// <summary>The line of a plan of contacts that a matter carries out; the plan by its log number.</summary>
internal sealed record CitationBody(LogNumber Plan, int Line);

/// <summary>Where a matter is filed outside this log: "System II 90597".</summary>
internal sealed record ReferenceBody(string? System = null, string? Number = null, int? Year = null);

/// <summary>First and last day, both included.</summary>
internal sealed record WindowBody(DateOnly From, DateOnly To);
