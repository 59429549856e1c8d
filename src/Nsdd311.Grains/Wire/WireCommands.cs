using Nsdd311.Runtime;
using Nsdd311.Runtime.Json;

namespace Nsdd311.Grains.Wire;

/// <summary>Writes and reads commands: what the rules take as the journal's JSON, what is around it field by field.</summary>
internal sealed class WireCommands(VettingModel model)
{
    public WireCommand Write(CommandEnvelope envelope) => new(
        JournalJson.Write(envelope.Command, model.Of(envelope.Entity).CommandFamily), envelope.Id.ToBytes(), envelope.Digest, WireActor.Of(envelope.Actor), envelope.ExpectedVersion,
        envelope.Charter?.ToString(), envelope.Creates);

    /// <summary>The command for an entity.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is none of its kind's, or of a version that this program does not know.</exception>
    public CommandEnvelope Read(EntityId entity, WireCommand command) => new(
        entity, JournalJson.Read(command.Body, model.Of(entity).CommandFamily), CommandId.From(command.Id), command.Digest, command.Actor.ToActor(), command.ExpectedVersion,
        command.Charter is { } charter ? new(charter) : null, command.Creates);
}
