using Microsoft.Extensions.Logging;
using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Settlement;

namespace Nsdd311.Runtime.Engine;

/// <summary>Pays what entities owe: per entity in order, with a growing pause after a failure, and again after a crash.</summary>
/// <remarks>What is owed is read from the durable state each time. Paying twice posts once, because the payment's command id is made of debtor and obligation.</remarks>
/// <param name="execute">Runs a command to its durable answer, at the creditor or the debtor.</param>
/// <param name="owedBy">What the debtor owes first by its durable state, and the charter that its payment carries.</param>
/// <param name="journal">Takes the alert for an operator.</param>
/// <param name="run">Begins work for a debtor, which nobody waits for.</param>
/// <param name="clock">The clock of the pauses.</param>
/// <param name="settings">The pauses.</param>
/// <param name="logger">For operators.</param>
internal sealed partial class Payers(
    Func<CommandEnvelope, CancellationToken, Task<Reply>> execute, Func<EntityId, Task<(Obligation? First, CharterVersion? Charter)>> owedBy,
    IJournal journal, Action<EntityId, Func<Task>> run, TimeProvider clock, RuntimeSettings settings, ILogger logger) : IDisposable
{
    private const int TriesBeforeAlert = 10;
    private const int ReloadsBeforePause = 5;

    private readonly Lock gate = new();
    private readonly Dictionary<EntityId, Payer> payers = [];

    /// <summary>The entity owes something; somebody must be paying.</summary>
    public void Notice(EntityId debtor)
    {
        lock (gate)
        {
            if (payers.TryGetValue(debtor, out var payer))
            {
                payer.Again = true;
                return;
            }

            payers[debtor] = payer = new();
            run(debtor, () => Pay(debtor, payer));
        }
    }

    /// <summary>Becomes the one who pays for the debtor, until <see cref="End"/>; false if somebody does already.</summary>
    public bool TryBegin(EntityId debtor)
    {
        lock (gate) return payers.TryAdd(debtor, new());
    }

    /// <summary>Stops paying for the debtor.</summary>
    /// <param name="debtor">Who owes or owed.</param>
    /// <param name="isPaid">Whether nothing is left to do; otherwise somebody else looks at once.</param>
    public void End(EntityId debtor, bool isPaid)
    {
        lock (gate)
        {
            if (!payers.TryGetValue(debtor, out var payer)) return;

            // Whoever noticed meanwhile noticed something else.
            if (isPaid && !payer.Again) payers.Remove(debtor);
            else run(debtor, () => Pay(debtor, payer));
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (gate)
            foreach (var payer in payers.Values) payer.Timer?.Dispose();
    }

    private async Task Pay(EntityId debtor, Payer payer)
    {
        while (true)
        {
            try
            {
                payer.Again = false;
                while (await PayOne(debtor)) payer.Tries = payer.Reloads = 0;
            }
            catch (EntityReloadingException) when (payer.Reloads++ < ReloadsBeforePause)
            {
                // The debtor's copy went while its payment was on the way: the next one pays, at once.
                run(debtor, () => Pay(debtor, payer));
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                PayLater(debtor, payer, e);
                return;
            }

            lock (gate)
            {
                if (payer.Again) continue;

                payers.Remove(debtor);
                return;
            }
        }
    }

    /// <summary>Pays the oldest obligation and has the answer recorded; false if nothing is owed.</summary>
    private async Task<bool> PayOne(EntityId debtor)
    {
        var (owed, charter) = await owedBy(debtor);
        if (owed is not { } obligation) return false;

        var reply = await execute(Payments.Of(debtor, obligation, charter), CancellationToken.None);
        var recorded = await execute(Payments.Answered(debtor, obligation, reply), CancellationToken.None);

        var (next, _) = await owedBy(debtor);
        if (next?.Id == obligation.Id) throw new InvalidOperationException($"The answer to {obligation.Id} left it owed: {recorded}");
        return true;
    }

    private void PayLater(EntityId debtor, Payer payer, Exception cause)
    {
        payer.Tries++;
        var pause = payer.Tries > 12 ? settings.LongestBackoff : settings.FirstBackoff * (1 << (payer.Tries - 1));
        if (pause > settings.LongestBackoff) pause = settings.LongestBackoff;

        LogPaymentFailed(logger, cause, debtor, pause);
        if (payer.Tries == TriesBeforeAlert) run(debtor, () => TellOperator(debtor, payer.Tries));

        payer.Timer?.Dispose();
        payer.Timer = clock.CreateTimer(_ => run(debtor, () => Pay(debtor, payer)), null, pause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The alert names the kind alone: an operator sees no matter. The log says which.</summary>
    private async Task TellOperator(EntityId debtor, int tries)
    {
        LogStillOwing(logger, debtor, tries);
        await journal.Raise(new("payment.stuck", [new Seat(SeatKind.Operator)], debtor.Kind, null, null, Instants.Truncate(clock.GetUtcNow())), CancellationToken.None);
    }

    private sealed class Payer
    {
        public volatile bool Again;

        public int Tries { get; set; }

        public int Reloads { get; set; }

        public ITimer? Timer { get; set; }
    }
}
