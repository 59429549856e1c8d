using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Api.Bodies;

/// <summary>The whole list of sites and items; it takes the place of the one before.</summary>
internal sealed record DisclosureBody(IReadOnlyList<DisclosureItemBody> Items)
{
    /// <summary>The command.</summary>
    public static ProposalCommand ToCommand(DisclosureBody body, Form form) => new ProposalCommand.ListDisclosure(DisclosureItemBody.ToItems("items", body.Items, form));
}

/// <summary>What is shown at a site or withheld, why, and what was asked in return.</summary>
internal sealed record DisclosureItemBody(
    DisclosureDecision Decision, TextBody? Site = null, TextBody? Item = null, TextBody? Reason = null, TextBody? AskedInReturn = null)
{
    /// <summary>The items for the rules, which number them.</summary>
    public static ValueList<Disclosure> ToItems(string path, IReadOnlyList<DisclosureItemBody> bodies, Form form) =>
        bodies.Select((body, index) => new Disclosure(
            form.Text($"{path}[{index}].site", body?.Site), form.Text($"{path}[{index}].item", body?.Item), body?.Decision ?? default,
            form.Text($"{path}[{index}].reason", body?.Reason), form.Optional($"{path}[{index}].askedInReturn", body?.AskedInReturn))).ToValueList();
}

/// <summary>An agency's word on an item; the agency is the caller's.</summary>
/// <param name="Concurs">Whether it concurs.</param>
/// <param name="Objection">What it objects; left out if it concurs.</param>
internal sealed record ConcurrenceBody(bool Concurs, TextBody? Objection = null)
{
    /// <summary>The command. Whether an objection is missing the rules say.</summary>
    public ProposalCommand ToCommand(int item, Form form, PortionMark clearance)
    {
        if (Concurs && Objection is not null) form.Fault("disclosure.objection-unexpected", "objection", "Who concurs objects nothing; leave it out, or do not concur.");
        return new ProposalCommand.AnswerDisclosure(item, Concurs, Concurs ? null : form.Judged("objection", Objection), clearance);
    }
}
