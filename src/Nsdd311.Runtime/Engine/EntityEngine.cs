using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Settlement;

namespace Nsdd311.Runtime.Engine;

/// <summary>What every runtime does with one loaded entity, whoever holds it: a command to its durable answer, a deadline, a look.</summary>
/// <remarks>
/// Where an append of the entity has failed, <see cref="EntityReloadingException"/> says so: the holder throws the copy away, loads another and
/// asks again with the same command id.
/// </remarks>
internal sealed partial class EntityEngine(IJournal journal, EntityLoader loader, Surroundings around)
{
    /// <summary>Pays before debts are durable; null if nobody does.</summary>
    public Advance? Advance { get; set; }

    private bool ComesBack => around.Settings.Writer.ComesBack;

    /// <summary>One command to its durable answer.</summary>
    public async Task<Reply> Run(LoadedEntity entity, CommandEnvelope envelope, CancellationToken cancellationToken)
    {
        var step = entity.Decide(envelope, journalAsked: false);
        if (step is Step.AskJournal)
        {
            var recorded = await journal.Find(envelope.Entity, envelope.Id, cancellationToken);
            if (recorded.Count > 0) return Repeated(recorded, entity, envelope);

            step = entity.Decide(envelope, journalAsked: true);
        }

        if (step is Step.Answer { Reply: Reply.Accepted { Events.Count: > 0 } }) await PayInAdvance(entity);
        if (step is not Step.Answer answer) return await Recorded((Step.Repeat)step, entity, envelope);

        try
        {
            await HeadDurable(answer.Head, mine: answer.Reply is Reply.Accepted { Events.Count: > 0 }).ConfigureAwait(ComesBack);
            return answer.Reply;
        }
        catch (EntityReloadingException) when (answer.IsGuess)
        {
            return await Recorded(entity, envelope);
        }
    }

    /// <summary>Decides a creating command on an entity of which nobody has looked whether it exists: the append itself finds out.</summary>
    /// <returns>The reply if the command created the entity; null if it is to be decided as any other, on a copy that was loaded.</returns>
    public async Task<Reply?> Create(LoadedEntity unborn, CommandEnvelope envelope)
    {
        if (unborn.Decide(envelope, journalAsked: true) is Step.Answer { Reply: Reply.Accepted accepted, Head: { } head })
        {
            try
            {
                await PayInAdvance(unborn);
                await around.Writer.Await(head).ConfigureAwait(ComesBack);
                if (!head.WasThere) return accepted;
            }
            catch (EntityReloadingException)
            {
                // It was created before, and the repetition is answered from the record.
            }
        }

        unborn.Discard();
        return null;
    }

    /// <summary>Runs the deadlines that have passed; completes when that is durable.</summary>
    public async Task Ring(LoadedEntity entity)
    {
        if (entity.Ring() is { } head) await around.Writer.Await(head);
    }

    /// <summary>What the entity owes first and nobody has paid yet, and the charter that its payment carries.</summary>
    public static (Obligation? First, CharterVersion? Charter) OwedBy(LoadedEntity debtor)
    {
        // What the head does not owe any more is on its way, paid. If that way ends, the copy falls, and that is noticed.
        if (!debtor.HeadOwes && !debtor.Failed) return default;

        var durable = debtor.Durable;
        var owed = debtor.Kind.Owed(durable.State);
        return (owed.Count > 0 ? owed[0] : null, debtor.Kind.BindsCharter ? durable.FirstCharter : null);
    }

    private ValueTask PayInAdvance(LoadedEntity debtor) => Advance?.Pay(debtor) ?? ValueTask.CompletedTask;

    private async Task<Reply> Recorded(Step.Repeat repeat, LoadedEntity entity, CommandEnvelope envelope)
    {
        await HeadDurable(repeat.Head, mine: false).ConfigureAwait(ComesBack);
        return await Recorded(entity, envelope);
    }

    private async Task<Reply> Recorded(LoadedEntity entity, CommandEnvelope envelope)
    {
        var rows = await journal.Find(entity.Id, envelope.Id, CancellationToken.None);
        return rows.Count > 0 ? Repeated(rows, entity, envelope) : throw new EntityReloadingException();
    }

    private static Reply Repeated(IReadOnlyList<JournalRow> rows, LoadedEntity entity, CommandEnvelope envelope)
    {
        if (rows[^1].Digest != envelope.Digest) return new Reply.OtherContent();

        var events = rows.Select(row => entity.Kind.ReadEvent(row.Type, row.Payload.Span)).ToValueList();
        return new Reply.Accepted(entity.Id, rows[^1].Sequence, events, Repeated: true);
    }

    /// <summary>Waits until the head that an answer was decided on is durable. Whoever leaned on another's decides again when that one falls.</summary>
    private Task HeadDurable(PendingAppend? head, bool mine) =>
        head is null ? Task.CompletedTask : mine ? around.Writer.Await(head) : OthersDurable(head);

    private async Task OthersDurable(PendingAppend head)
    {
        try
        {
            await around.Writer.Await(head).ConfigureAwait(ComesBack);
        }
        catch (RuntimeUnavailableException)
        {
            throw new EntityReloadingException();
        }
    }
}
