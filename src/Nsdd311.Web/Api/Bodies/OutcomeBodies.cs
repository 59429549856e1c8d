using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Api.Bodies;

/// <summary>What became of a cleared matter.</summary>
internal sealed record OutcomeBody(
    OutcomeWord Outcome, WindowBody? Days = null, Units? Units = null, TextBody? Shortfall = null, CurtailmentCause? Cause = null, bool? Counts = null,
    string? Ground = null)
{
    /// <summary>The command.</summary>
    public static ProposalCommand ToCommand(OutcomeBody body, Form form) => new ProposalCommand.RecordOutcome(body.Outcome switch
    {
        OutcomeWord.TookPlace => new Outcome.TookPlace(body.DaysOf(form), body.Units ?? new([]), form.Optional("shortfall", body.Shortfall)),
        OutcomeWord.Curtailed => new Outcome.Curtailed(body.DaysOf(form), body.Units ?? new([]), body.CauseOf(form), body.Counts ?? true),
        OutcomeWord.ProhibitedByHost => new Outcome.ProhibitedByHost(),
        OutcomeWord.ForceMajeure => new Outcome.ForceMajeure(),
        OutcomeWord.Cancelled => new Outcome.Cancelled(),
        OutcomeWord.OffQuota => new Outcome.OffQuota(body.DaysOf(form), body.Units ?? new([]), body.GroundOf(form)),
        _ => new Outcome.ThirdCountry(body.DaysOf(form), body.Units ?? new([])),
    });

    private Window DaysOf(Form form)
    {
        if (Days is null) form.Fault("outcome.days-missing", "days", "Name the first and the last day that it really had.");
        else if (Days.To < Days.From) form.Fault("outcome.days-reversed", "days.to", "The last day is before the first.");

        return new(Days?.From ?? default, Days?.To ?? default);
    }

    private CurtailmentCause CauseOf(Form form)
    {
        if (Cause is null) form.Fault("outcome.cause-missing", "cause", "Say why it was broken off.");
        return Cause ?? default;
    }

    private string GroundOf(Form form)
    {
        if (string.IsNullOrWhiteSpace(Ground)) form.Fault("outcome.ground-missing", "ground", "Name the off-quota ground of the category.");
        return Ground ?? "";
    }
}

/// <summary>The words for an outcome.</summary>
internal enum OutcomeWord
{
    TookPlace,
    Curtailed,
    ProhibitedByHost,
    ForceMajeure,
    Cancelled,
    OffQuota,
    ThirdCountry,
}

/// <summary>The report on a contact.</summary>
internal sealed record ReportBody(IReadOnlyList<TextBody>? Paragraphs = null)
{
    /// <summary>The command.</summary>
    public static ProposalCommand ToCommand(ReportBody body, Form form)
    {
        if (body.Paragraphs is not { Count: > 0 }) form.Fault("text.missing", "paragraphs", "Write at least one paragraph.");
        return new ProposalCommand.Report(form.Texts("paragraphs", body.Paragraphs));
    }
}

/// <summary>A statement as it was delivered.</summary>
internal sealed record DeliveredTextBody(IReadOnlyList<TextBody>? Paragraphs = null, DateTimeOffset? MadeAt = null)
{
    /// <summary>The command.</summary>
    public static ProposalCommand ToCommand(DeliveredTextBody body, Form form)
    {
        if (body.Paragraphs is not { Count: > 0 }) form.Fault("text.missing", "paragraphs", "Write down what was said.");
        return new ProposalCommand.EnterDeliveredText(body.MadeAt, form.Texts("paragraphs", body.Paragraphs));
    }
}

/// <summary>Other dates, party, sites or ships than were cleared; what is left out stays.</summary>
internal sealed record ChangeBody(
    WindowBody? Window = null, Units? Units = null, IReadOnlyList<TextBody>? Paragraphs = null, TextBody? Reason = null, IReadOnlyList<DisclosureItemBody>? DisclosureItems = null)
{
    /// <summary>The command.</summary>
    public static ProposalCommand ToCommand(ChangeBody body, Form form) => new ProposalCommand.Change(new(
        body.Window is { } window ? new(window.From, window.To) : null, body.Units ?? new([]),
        body.Paragraphs is { } paragraphs ? form.Texts("paragraphs", paragraphs) : null, form.Text("reason", body.Reason))
    {
        Disclosed = body.DisclosureItems is { } items ? DisclosureItemBody.ToItems("disclosureItems", items, form) : null,
    });
}
