namespace Nsdd311.Runtime.Engine;

public sealed partial class LocalRuntime
{
    /// <summary>
    /// Decides a creating command before anybody has looked whether its entity exists: as a rule it does not, and the append itself finds out.
    /// Whoever asks for the entity meanwhile waits until that is known.
    /// </summary>
    /// <returns>What came of it if the command created the entity; null if it is to be decided as any other.</returns>
    private async Task<Done?> TryCreate(CommandEnvelope envelope, Wait? wait, CancellationToken cancellationToken)
    {
        LoadedEntity? born = null;
        Reply? reply = null;
        // Whoever gives up here would leave a copy behind that believes to be in use: the journal's patience ends this wait.
        using var lease = await entities.Rent(envelope.Entity, CancellationToken.None, async () =>
        {
            var unborn = new LoadedEntity(envelope.Entity, model.Of(envelope.Entity), loader.Unborn(envelope.Entity), around, followUp);
            unborn.BeginUse();
            reply = await engine.Create(unborn, envelope);
            return reply is null ? await Load(envelope.Entity) : born = unborn;
        });
        if (reply is null || born is null) return null;

        born.EndUse();
        return await DoneOn(born, reply, wait, cancellationToken);
    }
}
