using Nsdd311.Runtime.Engine;

namespace Nsdd311.Grains.Engine;

/// <summary>Finds the copy of a creditor that this silo holds, for the same writer then writes debt and payment; one that nobody holds is loaded, and so comes here.</summary>
/// <remarks>
/// One that was found to live on another silo is not asked for again: it is paid by a call, after the commit. Should it come here after all, that call or any other
/// brings it, and it is found before anything is remembered of it.
/// </remarks>
internal sealed class Creditors(LoadedGrains loaded, EntityGrains grains, TimeProvider waiting)
{
    /// <summary>A store or a silo that does not answer keeps nobody from the answer to his own command.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private const int MostRemembered = 10_000;

    private readonly Lock gate = new();
    private readonly HashSet<EntityId> elsewhere = [];

    public async ValueTask<Advance.Borrowed?> Borrow(EntityId creditor)
    {
        if (Here(creditor) is { } here) return here;
        if (IsElsewhere(creditor) || !await TryLoad(creditor)) return null;
        if (Here(creditor) is { } come) return come;

        Remember(creditor);
        return null;
    }

    private Advance.Borrowed? Here(EntityId creditor) => loaded.Find(creditor)?.Copy is { Failed: false } copy ? new Advance.Borrowed(copy, null) : null;

    private async Task<bool> TryLoad(EntityId creditor)
    {
        try
        {
            await grains.Of(creditor).Load().WaitAsync(Patience, waiting);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The usual payer meets the same, and deals with it.
            return false;
        }
    }

    private bool IsElsewhere(EntityId creditor)
    {
        lock (gate) return elsewhere.Contains(creditor);
    }

    private void Remember(EntityId creditor)
    {
        lock (gate)
        {
            if (elsewhere.Count >= MostRemembered) elsewhere.Clear();
            elsewhere.Add(creditor);
        }
    }
}
