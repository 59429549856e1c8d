using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Proposals;
using Nsdd311.Runtime.Engine;
using Nsdd311.Views;
using Nsdd311.Web.Api.Bodies;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Describing;

namespace Nsdd311.Web.Api;

/// <summary>Sites and items of a visit: listed, and concurred in.</summary>
internal static class DisclosureEndpoints
{
    /// <summary>Everything under <c>/proposals/{id}/disclosure-items</c>.</summary>
    public static void MapDisclosure(this RouteGroupBuilder proposals)
    {
        proposals.Get("/{id}/disclosure-items", (HttpContext http, DisclosureDesk desk) => desk.Show(http))
            .Describe<DisclosureView>("listDisclosureItems", "Shows the sites and items of a visit, and who concurs in each.", Docs.Entity);
        proposals.Put("/{id}/disclosure-items", (HttpContext http, DisclosureDesk desk) => desk.List(http))
            .Describe<DisclosureView>("setDisclosureItems", "Lists the sites and items anew: a new text version, inside a round with the chair's leave.",
                Docs.Command<DisclosureBody>(ProposalActs.Of("setDisclosureItems")) with { RequiresMatch = true });
        proposals.Post("/{id}/disclosure-items/{n:int:min(1)}/concurrence", (HttpContext http, DisclosureDesk desk) => desk.Concur(http))
            .Describe<DisclosureView>("concurInDisclosureItem", "Concurs in an item for the acting agency, or does not and says why.",
                Docs.Command<ConcurrenceBody>(ProposalActs.Of("concurInDisclosureItem")));
    }
}

/// <summary>Takes the list of a visit, and the words of the agencies on it.</summary>
internal sealed class DisclosureDesk(ProposalDesk desk, ICharters charters)
{
    /// <summary>The list as the caller may see it.</summary>
    public async Task<Answer> Show(HttpContext http) => (await desk.Find(http)).Try(out var seen, out var problem)
        ? Answer.Of(200, View(seen.Record, seen.Sight), seen.Record.Version)
        : problem;

    /// <summary>A new list.</summary>
    public Task<Answer> List(HttpContext http) => desk.Act<DisclosureBody>(http, (body, form, _) => DisclosureBody.ToCommand(body, form), requiresMatch: true, View);

    /// <summary>The word of the acting agency on an item, if the caller sees it: the command says what the caller may read.</summary>
    public Task<Answer> Concur(HttpContext http) => desk.Act<ConcurrenceBody>(
        http, (body, form, caller) => body.ToCommand(int.Parse((string)http.Request.RouteValues["n"]!), form, caller.Reader.Clearance), requiresMatch: false, View);

    private DisclosureView View(Runtime.EntityRecord record, Access.Sight sight) => DisclosureView.Of((ProposalState)record.State, charters.Find(record.Charter), sight);
}
