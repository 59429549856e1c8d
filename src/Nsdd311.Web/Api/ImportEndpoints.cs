using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Access;
using Nsdd311.Imports;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Describing;
using Nsdd311.Web.Edge;

namespace Nsdd311.Web.Api;

/// <summary>Files of past contacts: imported whole or not at all.</summary>
internal static class ImportEndpoints
{
    /// <summary>The largest file.</summary>
    public const int FileLimit = 64 * 1024 * 1024;

    private const string Unsettled = "The file is recorded; its lots are still on their way to the pairs. Repeat the request with the same key.";

    /// <summary>POST of a file under <c>/imports/contacts</c>.</summary>
    public static void MapImports(this RouteGroupBuilder api) =>
        api.MapGroup("/imports").WithTags("Imports").MapPost("/contacts", Import)
            .Describe<ImportView>("importContacts", "Imports a CSV file of past contacts; with dryRun=true it only says what the file would come to.",
                Docs.Creation<string>("Import of past contacts") with { BodyMediaType = "text/csv", Query = ["dryRun"], HasNoAddress = true });

    private static async Task<Answer> Import(HttpContext http, Intake intake, IVettingRuntime runtime, ICharters charters, TimeProvider time)
    {
        BodyReader.LetCome(http, FileLimit);
        if (!(await intake.ReceiveFile(http, "text/csv", FileLimit)).Try(out var incoming, out var problem)) return problem;

        var question = new Question(http.Request, "dryRun");
        var isDry = question.OneOf("dryRun", ["true", "false"]) is "true";
        if (question.Problem is { } fault) return fault;

        await SocketThreads.Leave();
        var entity = new EntityId(EntityKinds.Import, ImportPlan.FileOf(incoming.Body));
        if (isDry) return DryRun(incoming, charters, time.GetUtcNow());

        var (reply, record, isSettled) = await runtime.Settle(
            new(entity, new ImportCommand.ImportFile(incoming.Body), incoming.Id, incoming.Digest, incoming.Actor), http.RequestAborted);
        if (reply is not Reply.Accepted accepted) return Replies.ProblemOf(reply);

        var cameAgain = accepted.Events is [ImportEvent.CameAgain, ..];
        var view = ImportView.Of((ImportState.Imported)record!.State, cameAgain);
        return Answer.Of(!isSettled ? 202 : cameAgain ? 200 : 201, isSettled ? view : view with { Detail = Unsettled }, record.Version);
    }

    private static Answer DryRun(Incoming<byte[]> incoming, ICharters charters, DateTimeOffset now)
    {
        if (incoming.Actor.Seat.Kind is not SeatKind.ExecutiveSecretary) return Problem.Of(Refusals.NoticeOf(new NotEntitled("importing contacts", ["executive-secretary"])));

        return ImportPlan.Of(incoming.Body, charters.InForce, now) switch
        {
            ImportReading.Sound sound => Answer.Of(200, ImportView.Of(sound.Plan, Sight.OfThePast(incoming.Caller.Reader))),
            ImportReading.Refused refused => Problem.Of(Refusals.NoticeOf(refused.Reason)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
