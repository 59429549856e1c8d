using Nsdd311.Runtime;

namespace Nsdd311.Web.Conventions;

/// <summary>What the runtime answers besides an acceptance, as problems.</summary>
internal static class Replies
{
    /// <summary>How long an answer waits for what the entity owes to others.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    /// <summary>The problem of a reply that is no acceptance.</summary>
    public static Problem ProblemOf(Reply reply) => reply switch
    {
        Reply.Refused refused => Problem.Of(refused.Notice),
        Reply.OtherContent => new(422, "idempotency.other-content", "This idempotency key was accepted with another body; use a new key for a new request."),
        Reply.Stale stale => new Problem(412, "version.stale", $"The entity has moved on to version {stale.Version}; read it again and decide anew.").With("version", stale.Version),
        _ => throw new System.Diagnostics.UnreachableException($"{reply} is no problem."),
    };

    /// <summary>Runs a command, and has the state to render: the first settled one at or after the command's, or the one of now while the entity still owes.</summary>
    public static Task<ReplyAndRecord> Settle(this IVettingRuntime runtime, CommandEnvelope envelope, CancellationToken cancellationToken) =>
        runtime.ExecuteAndSettle(envelope, Patience, cancellationToken);
}
