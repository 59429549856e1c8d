namespace Nsdd311.Runtime.Engine;

public sealed partial class LocalRuntime
{
    /// <summary>
    /// Decides a creating command before anybody has looked whether its entity exists: as a rule it does not, and the append itself finds out.
    /// Whoever asks for the entity meanwhile waits until that is known.
    /// </summary>
    /// <returns>What came of it if the command created the entity; null if it is to be decided as any other.</returns>
    private async Task<Done?> TryCreate(CommandEnvelope envelope, CancellationToken cancellationToken)
    {
        Done? created = null;
        using var lease = await entities.Rent(envelope.Entity, cancellationToken, async () =>
        {
            var unborn = new LoadedEntity(envelope.Entity, model.Of(envelope.Entity), loader.Unborn(envelope.Entity), around, followUp);
            unborn.BeginUse();
            if (await engine.Create(unborn, envelope) is not { } reply) return await Load(envelope.Entity);

            created = DoneOn(unborn, reply);
            unborn.EndUse();
            return unborn;
        });
        return created;
    }
}
