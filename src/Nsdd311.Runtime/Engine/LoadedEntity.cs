using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

/// <summary>A loaded entity: the head, on which it decides, and the durable version, which the journal holds.</summary>
/// <remarks>
/// It does not wait for its own commit before it decides the next command. All of a decision, from the clock to the writer's queue, is one
/// synchronous block under one lock. When an append fails the whole copy is thrown away.
/// </remarks>
internal sealed partial class LoadedEntity
{
    private const int MostWakesAtOnce = 1000;

    private readonly Surroundings around;
    private readonly FollowUp followUp;
    private readonly Lock gate = new();
    private readonly Epoch epoch = new();
    private readonly KnownCommands known;
    private readonly DurableVersions durable;
    private readonly RecentRows rows;
    private EntityVersion head;
    private PendingAppend? last;

    public LoadedEntity(EntityId id, EntityKind kind, EntityLoader.Loaded loaded, Surroundings around, FollowUp followUp)
    {
        (Id, Kind, this.around, this.followUp) = (id, kind, around, followUp);
        known = new(around.Settings.KnownCommands);
        rows = around.Settings.RecentRows > 0 ? new(around.Settings.RecentRows) : RecentRows.None;
        if (loaded.Versions[0].Version > 0) known.MayMiss();
        foreach (var row in loaded.Rows) known.Remember(KnownCommand.Of(row), row.Sequence);
        rows.Keep(loaded.Rows);
        head = loaded.Versions[^1];
        durable = new(head, around.Settings.RecentVersions);
        SnapshotAt = loaded.Versions[0].Version;
    }

    public EntityId Id { get; }

    public EntityKind Kind { get; }

    /// <summary>The version of the newest snapshot that was asked for.</summary>
    public long SnapshotAt { get; set; }

    public bool Failed => epoch.Failed;

    public EntityVersion Durable
    {
        get
        {
            lock (gate) return durable.Newest;
        }
    }

    /// <summary>Whether something is owed by the head, so by what may not be durable yet.</summary>
    public bool HeadOwes
    {
        get
        {
            lock (gate) return head.Owes;
        }
    }

    /// <summary>Whether nothing is on its way to the journal.</summary>
    public bool IsAtRest
    {
        get
        {
            lock (gate) return epoch.Failed || head.Version == durable.Newest.Version;
        }
    }

    /// <summary>Somebody begins to use it: until he ends, the versions before the newest stay at hand, for his command may have led to one of them.</summary>
    public void BeginUse()
    {
        lock (gate) durable.BeginUse();
    }

    /// <summary>He has his answer.</summary>
    public void EndUse()
    {
        lock (gate) durable.EndUse();
    }

    /// <summary>What the head owes first; null for nothing.</summary>
    public Advance.Owed? OwedByHead()
    {
        lock (gate) return head.Owes && Kind.Owed(head.State) is { Count: > 0 } owed ? new(owed[0], Kind.BindsCharter ? head.FirstCharter : null, last) : null;
    }

    /// <summary>Runs deadlines that have passed; returns what to wait for.</summary>
    public PendingAppend? Ring()
    {
        lock (gate)
        {
            try
            {
                WakeWhatIsDue();
                return last;
            }
            catch
            {
                around.Writer.SeeTo();
                throw;
            }
        }
    }

    /// <summary>One command, decided in one synchronous block.</summary>
    /// <param name="envelope">The command.</param>
    /// <param name="journalAsked">Whether the journal was asked for the command's id by this copy and does not know it.</param>
    /// <param name="leansOn">Without what append the command was never given; null for none.</param>
    public Step Decide(CommandEnvelope envelope, bool journalAsked, PendingAppend? leansOn = null)
    {
        lock (gate)
        {
            try
            {
                return DecideInTurn(envelope, journalAsked, leansOn);
            }
            catch
            {
                // Wakes that came before it are on their way, and nobody waits for them.
                around.Writer.SeeTo();
                throw;
            }
        }
    }

    /// <summary>Throws the copy away: nothing that was decided on it and is not durable will be.</summary>
    public void Discard()
    {
        epoch.Fail();
        lock (gate) durable.Tell();
    }

    private Step DecideInTurn(CommandEnvelope envelope, bool journalAsked, PendingAppend? leansOn)
    {
        WakeWhatIsDue();

        if (known.Find(envelope.Id) is { } before)
            return before.Digest == envelope.Digest ? new Step.Repeat(last) : new Step.Answer(new Reply.OtherContent(), last);

        var step = DecideAsNew(envelope, leansOn);
        if (known.Complete || journalAsked) return step;
        // Most commands are new, and an append is refused by the journal if its command is not. Anything but an append has to be sure.
        if (step is { Reply: Reply.Accepted { Events.Count: > 0 } }) return step with { IsGuess = true };

        around.Writer.SeeTo();
        return new Step.AskJournal();
    }

    private Step.Answer DecideAsNew(CommandEnvelope envelope, PendingAppend? leansOn)
    {
        if (envelope.ExpectedVersion is { } expected && expected != head.Version && head.Version > 0)
            return new Step.Answer(new Reply.Stale(head.Version), last);

        if (envelope.Actor is Actor.Person person && !around.Seats.Holds(person.Id, person.Seat)) return Refuse(new SeatNotHeld(person.Seat.ToString()));

        return DecideOnHead(envelope.Command, envelope.Id, envelope.Digest, ContextFor(envelope), envelope.ExpectedVersion, leansOn);
    }

    private Context ContextFor(CommandEnvelope envelope) =>
        new(around.NowFor(head), envelope.Actor, around.CharterFor(Kind, head, envelope.Charter));

    private void WakeWhatIsDue()
    {
        if (epoch.Failed) throw new EntityReloadingException();

        for (var i = 0; i < MostWakesAtOnce && Kind.NextWake(head.State) <= around.NowFor(head); i++)
        {
            var before = head.Version;
            var context = new Context(around.NowFor(head), new Actor.Clock(), around.CharterFor(Kind, head, null));
            DecideOnHead(Kind.Wake, CommandId.Of("wake", Id.ToString(), before.ToString()), "engine:wake", context, null, null);
            if (head.Version == before) return;
        }
    }

    private Step.Answer DecideOnHead(object command, CommandId id, string digest, Context context, long? expected, PendingAppend? leansOn)
    {
        // A place in the queue comes first: what has been decided must not find it full.
        if (!around.Writer.TryReserve()) throw new RuntimeUnavailableException("Too much is waiting for the journal. Repeat the request with the same key.");

        Decision<object> decision;
        Appending.Made? made = null;
        try
        {
            decision = Kind.Decide(head.State, command, context);
            if (decision is Decision<object>.Accepted { Events.Count: > 0 } facts && !(expected > 0 && head.Version == 0))
                made = Appending.Make(Kind, head, facts.Events, new(Id, id, digest, context, around.Seats.Sequence, around.Settings.FirstBackoff));
        }
        finally
        {
            if (made is null) around.Writer.Release();
        }

        return decision switch
        {
            Decision<object>.Refused refused => Refuse(refused.Reason),
            Decision<object>.Accepted accepted when made is not null => Enqueue(made, accepted.Events, id, digest, leansOn),
            Decision<object>.Accepted { Events.Count: 0 } => new Step.Answer(new Reply.Accepted(Id, head.Version, [], Repeated: false), last),
            // Created by this command, while the caller expected it to exist already.
            _ => new Step.Answer(new Reply.Stale(0), last),
        };
    }

    private Step.Answer Enqueue(Appending.Made made, ValueList<object> events, CommandId id, string digest, PendingAppend? leansOn)
    {
        head = made.Versions[^1];
        known.Remember(new(id, digest, head.Version), durable.Newest.Version);
        last = around.Writer.Enqueue(epoch, made.Append, () => BecameDurable(made), () => followUp.Fell(this), leansOn);
        return new(new Reply.Accepted(Id, head.Version, events, Repeated: false), last);
    }

    private Step.Answer Refuse(Refusal refusal) => new(new Reply.Refused(Refusals.NoticeOf(refusal)), last);

    private void BecameDurable(Appending.Made made)
    {
        lock (gate)
        {
            foreach (var version in made.Versions) durable.Move(version);
            rows.Keep(made.Append.Rows);
            // Nothing is on its way: an idle entity does not hold on to the bytes that it sent.
            if (durable.Newest == head) last = null;
            durable.Tell();
        }

        followUp.Moved(this, made.Versions[^1]);
    }
}
