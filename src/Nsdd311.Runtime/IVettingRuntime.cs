using System.Text.Json;
using Nsdd311.Charters;

namespace Nsdd311.Runtime;

/// <summary>The one seam between the web and whatever runs the rules: the local runtime in one process, or Orleans.</summary>
public interface IVettingRuntime
{
    /// <summary>Runs one command to its durable answer.</summary>
    /// <remarks>
    /// The answer, refusal or repetition too, is given only after the state that it was decided on is durable. Afterwards the engine pays what
    /// the entity owes; <see cref="Settled"/> waits for that.
    /// </remarks>
    /// <exception cref="RuntimeUnavailableException">The journal did not take or answer the append; the same command may be sent again.</exception>
    Task<Reply> Execute(CommandEnvelope envelope, CancellationToken cancellationToken);

    /// <summary>The entity's durable state; null if it has no event yet.</summary>
    /// <param name="entity">Which.</param>
    /// <param name="version">As of this version; null for the newest. A version that does not exist yet answers null.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<EntityRecord?> Read(EntityId entity, long? version, CancellationToken cancellationToken);

    /// <summary>
    /// The entity's durable state if this process happens to have it in memory; null tells nothing, not even whether the entity exists. Never
    /// waits and never loads. Where the entity is in another process it is the state of at most a second ago.
    /// </summary>
    EntityRecord? AtHand(EntityId entity);

    /// <summary>
    /// The first version at or after the given one in which the entity owed nothing; waits for it up to the time given. Null if it still owes:
    /// the caller answers 202.
    /// </summary>
    Task<EntityRecord?> Settled(EntityId entity, long version, TimeSpan patience, CancellationToken cancellationToken);

    /// <summary><see cref="Execute"/>, and if the command was accepted <see cref="Settled"/>: what a caller is shown who is shown the state that it led to.</summary>
    /// <remarks>Where the entity is in another process, both are one call there.</remarks>
    Task<ReplyAndRecord> ExecuteAndSettle(CommandEnvelope envelope, TimeSpan patience, CancellationToken cancellationToken);

    /// <summary>The journal of one entity, oldest first.</summary>
    Task<ValueList<RecordedEvent>> History(EntityId entity, CancellationToken cancellationToken);
}

/// <summary>A command on its way to an entity.</summary>
/// <param name="Entity">Whom it is for.</param>
/// <param name="Command">A case of the entity's command family.</param>
/// <param name="Id">Names the request for ever.</param>
/// <param name="Digest">Digest of the body with its scheme tag (<c>sha256:…</c>); the same id with another digest is refused.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="ExpectedVersion">From <c>If-Match</c>; null where the caller does not care.</param>
/// <param name="Charter">The charter to decide under; null for the entity's own.</param>
/// <param name="Creates">
/// Whether the entity's key is derived from this very command, so that nobody but a repetition of it can have made the entity. Then the runtime
/// may decide before it looks, and looks only if the rules refuse or the journal already has it.
/// </param>
public sealed record CommandEnvelope(
    EntityId Entity, object Command, CommandId Id, string Digest, Actor Actor, long? ExpectedVersion = null, CharterVersion? Charter = null, bool Creates = false);

/// <summary>What came of a command.</summary>
public abstract record Reply
{
    private Reply() { }

    /// <summary>Accepted, now or when it was first sent.</summary>
    /// <param name="Entity">Which entity.</param>
    /// <param name="Version">The entity's version right after this command's last event.</param>
    /// <param name="Events">The facts recorded for it.</param>
    /// <param name="Repeated">Whether this is the recorded outcome of an earlier request.</param>
    public sealed record Accepted(EntityId Entity, long Version, ValueList<object> Events, bool Repeated) : Reply;

    /// <summary>The rules say no.</summary>
    public sealed record Refused(RefusalNotice Notice) : Reply;

    /// <summary>The id was accepted earlier with another body.</summary>
    public sealed record OtherContent : Reply;

    /// <summary>The entity has moved on from the version that the caller expected.</summary>
    /// <param name="Version">The version it has now.</param>
    public sealed record Stale(long Version) : Reply;
}

/// <summary>What came of a command, with the state that it led to.</summary>
/// <param name="Reply">The reply.</param>
/// <param name="Record">If it was accepted, the first state from it on in which the entity owed nothing, or the newest while it still owes; else null.</param>
/// <param name="IsSettled">Whether the record owes nothing; otherwise the caller answers 202.</param>
public sealed record ReplyAndRecord(Reply Reply, EntityRecord? Record, bool IsSettled);

/// <summary>A refusal as it leaves the runtime: the same in process and over a wire.</summary>
/// <param name="Code">Stable and public.</param>
/// <param name="Because">One sentence.</param>
/// <param name="Kind">Which kind of no.</param>
/// <param name="Facts">The refusal's further properties, camel case, as a JSON object.</param>
public sealed record RefusalNotice(string Code, string Because, RefusalKind Kind, JsonElement Facts);

/// <summary>A durable state.</summary>
/// <param name="Entity">Whose.</param>
/// <param name="Version">The number of its last event; from 1.</param>
/// <param name="State">A case of the entity's state family.</param>
/// <param name="Charter">The charter that the entity lives under.</param>
public sealed record EntityRecord(EntityId Entity, long Version, object State, CharterVersion Charter);

/// <summary>One row of the journal, for people.</summary>
/// <param name="Sequence">From 1.</param>
/// <param name="Event">A case of the entity's event family.</param>
/// <param name="Type">The stored name: <c>proposal.submitted/1</c>.</param>
/// <param name="Actor">Who acted, as recorded.</param>
/// <param name="Charter">The charter relied on.</param>
/// <param name="RosterSequence">The roster version relied on.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Hash">Of this row, lower-case hex.</param>
public sealed record RecordedEvent(
    long Sequence, object Event, string Type, string Actor, CharterVersion Charter, long RosterSequence, DateTimeOffset At, string Hash);

/// <summary>The journal cannot take or confirm an append now. Nothing that was acknowledged is lost.</summary>
public class RuntimeUnavailableException : Exception
{
    /// <summary>Without a reason.</summary>
    public RuntimeUnavailableException() { }

    /// <summary>With a reason for the caller.</summary>
    public RuntimeUnavailableException(string message) : base(message) { }

    /// <summary>With a reason and the cause.</summary>
    public RuntimeUnavailableException(string message, Exception innerException) : base(message, innerException) { }
}
