using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Contacts;
using Nsdd311.Runtime;
using Nsdd311.Views;
using Nsdd311.Web.Api.Bodies;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Describing;
using Nsdd311.Web.Edge;

namespace Nsdd311.Web.Api;

/// <summary>Contacts that are kept and never counted.</summary>
internal static class ContactEndpoints
{
    /// <summary>Everything under <c>/contacts</c>.</summary>
    public static void MapContacts(this RouteGroupBuilder api)
    {
        var contacts = api.MapGroup("/contacts").WithTags("Contacts");
        contacts.MapGet("", List)
            .Describe<ContactsView>("listContacts", "Lists contacts that are kept and never counted, newest day first.", Docs.List(["pair", "limit", "cursor"]));
        contacts.MapPost("", Record).Describe<ContactView>("recordContact", "Enters a contact that is kept and never counted.", Docs.Creation<ContactBody>("Contacts that are not counted"));
    }

    private static async Task<Answer> List(HttpContext http, Intake intake, IReadModel lists, Cursors cursors)
    {
        var caller = await intake.CallerOf(http);
        var question = new Question(http.Request, "pair");
        var pair = question.Value<PairId>("pair", text => PairId.TryParse(text, null, out var id) ? id : null, "a counterpart pair");
        var (after, limit) = (question.After(cursors, caller.Id), question.Limit);
        if (question.Problem is { } problem) return problem;
        if (!caller.IsAdmitted) return Answer.Page(new ContactsView([], null), null);

        await SocketThreads.Leave();
        var page = await lists.Contacts(pair, after, limit, http.RequestAborted);
        var (address, cursor) = question.Next(cursors, caller.Id, page.Next);
        return Answer.Page(new ContactsView(page.Items.Select(row => ContactView.Of(row, Sight.OfThePast(caller.Reader))).ToValueList(), cursor), address);
    }

    private static async Task<Answer> Record(HttpContext http, Intake intake, IVettingRuntime runtime)
    {
        if (!(await intake.Receive<ContactBody>(http)).Try(out var incoming, out var problem)) return problem;

        var (form, id) = (new Form(), incoming.Id.ToGuid());
        var command = ContactBody.ToCommand(incoming.Body, form, id);
        if (form.Problem is { } fault) return fault;

        var entity = new EntityId(EntityKinds.Contact, id.ToString("D"));
        var reply = await runtime.Execute(new(entity, command, incoming.Id, incoming.Digest, incoming.Actor), http.RequestAborted);
        if (reply is not Reply.Accepted accepted) return Replies.ProblemOf(reply);

        var record = await runtime.Read(entity, accepted.Version, http.RequestAborted);
        var view = ContactView.Of(((ContactState.Kept)record!.State).Contact, Sight.OfThePast(incoming.Caller.Reader));
        return Answer.Of(201, view, accepted.Version, $"{Routes.Base}/contacts");
    }
}

/// <summary>A page of contacts.</summary>
internal sealed record ContactsView(ValueList<ContactView> Items, string? Next);
