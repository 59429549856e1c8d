using Nsdd311.Views;

namespace Nsdd311.Runtime.Journal;

/// <summary>The matters that bear on submissions, kept beside a store that one process alone writes, so that no submission has to ask the store.</summary>
/// <remarks>
/// They are read at the first question. From then on each commit shows here what it stored, before anybody is answered. Where it is not certain what was
/// stored they are forgotten, and read again.
/// </remarks>
/// <param name="read">Reads the rows from the store: all whose report is due, and all cleared guidance.</param>
public sealed class BearingMattersAtHand(Func<Task<IReadOnlyList<MatterRow>>> read)
{
    private readonly Lock gate = new();
    private BearingMatters? matters;
    private Reading? reading;

    /// <summary>What a submission must know.</summary>
    /// <param name="debt">The reports that would stop it; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JournalFailedException">The store does not answer.</exception>
    public async ValueTask<BeforeSubmission> For(ReportDebt? debt, CancellationToken cancellationToken)
    {
        while (true)
        {
            Reading current;
            lock (gate)
            {
                if (matters is not null) return matters.For(debt);
                current = reading ??= new();
            }

            await current.End(Read).WaitAsync(cancellationToken);
        }
    }

    /// <summary>A commit came to its end; called in the order of commits.</summary>
    public void Stored(IReadOnlyList<Append> batch, IReadOnlyList<AppendOutcome> outcomes)
    {
        lock (gate)
        {
            for (var i = 0; i < batch.Count; i++)
            {
                if (outcomes[i] is AppendOutcome.There) ForgetInTurn();
                if (outcomes[i] is not AppendOutcome.Won || batch[i].ReadRows.Matter is not { } row) continue;

                matters?.Show(row);
                reading?.Meanwhile.Add(row);
            }
        }
    }

    /// <summary>Nobody knows what is stored now.</summary>
    public void Forget()
    {
        lock (gate) ForgetInTurn();
    }

    private void ForgetInTurn() => (matters, reading) = (null, null);

    private async Task Read(Reading mine)
    {
        try
        {
            var rows = await read();
            lock (gate)
            {
                if (reading != mine) return;

                // What was stored while the store was read may be among the rows or not.
                var found = new BearingMatters();
                foreach (var row in rows) found.Show(row);
                foreach (var row in mine.Meanwhile) found.Show(row);
                (matters, reading) = (found, null);
            }
        }
        finally
        {
            lock (gate)
                if (reading == mine) reading = null;
        }
    }

    /// <summary>One reading of the store, for all who ask meanwhile.</summary>
    private sealed class Reading
    {
        private Lazy<Task>? end;

        public List<MatterRow> Meanwhile { get; } = [];

        public Task End(Func<Reading, Task> begin) => LazyInitializer.EnsureInitialized(ref end, () => new(() => begin(this))).Value;
    }
}
