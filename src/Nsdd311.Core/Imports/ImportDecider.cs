using System.Diagnostics;
using Nsdd311.Settlement;
using static Nsdd311.Decision<Nsdd311.Imports.ImportEvent>;
using static Nsdd311.Imports.ImportCommand;
using static Nsdd311.Imports.ImportState;

namespace Nsdd311.Imports;

/// <summary>A file of past contacts: accepted whole or not at all, then each pair is owed its entries (8-charter, section 4).</summary>
public sealed class ImportDecider : IDecider<ImportState, ImportCommand, ImportEvent>
{
    private ImportDecider() { }

    /// <inheritdoc />
    public static ImportState Initial { get; } = new Unknown();

    /// <inheritdoc />
    public static ImportCommand Wake { get; } = new CheckDeadline();

    /// <inheritdoc />
    public static Decision<ImportEvent> Decide(ImportState state, ImportCommand command, Context context) => (state, command) switch
    {
        (_, ImportFile) when context.Actor.Seated is not { Kind: SeatKind.ExecutiveSecretary } => Refuse(new NotEntitled("importing contacts", ["executive-secretary"])),
        (Unknown, ImportFile file)             => DecideFile(file, context),
        (Imported, ImportFile)                 => Accept(new ImportEvent.CameAgain(context.Now)),

        (_, RecordPosted) when context.Actor is Actor.Person => Refuse(new NotEntitled("answering for a ledger", ["the ledger itself"])),
        (Unknown, RecordPosted)                => Nothing,
        (Imported imported, RecordPosted done) => DecidePosted(imported, done),

        (_, CheckDeadline)                     => Nothing,
        _ => throw new UnreachableException($"{command} reached {state}."),
    };

    /// <inheritdoc />
    public static ImportState Evolve(ImportState state, ImportEvent @event) => (state, @event) switch
    {
        (Unknown, ImportEvent.Accepted e) => new Imported(e.File, e.Profile, e.Figures, e.NotApplied, e.FailedClaims, e.At, [], []),
        (Imported imported, ImportEvent.LotOwed e) => imported with { Owing = imported.Owing.Add(new(e.ObligationId, e.Pair, e.Postings)) },
        (Imported imported, ImportEvent.LotAnswered e) => Answered(imported, e),
        (Imported, ImportEvent.ContactsKept or ImportEvent.CameAgain) => state,
        _ => throw new UnreachableException($"{@event} cannot follow {state}."),
    };

    /// <inheritdoc />
    public static DateTimeOffset? NextWake(ImportState state) => null;

    /// <inheritdoc />
    public static ValueList<Obligation> Owed(ImportState state) => state is Imported imported
        ? imported.Owing.Select(lot => (Obligation)new PostEntries(lot.ObligationId, lot.Pair, lot.Postings)).ToValueList()
        : [];

    private static Decision<ImportEvent> DecideFile(ImportFile file, Context context) => ImportPlan.Of(file.Bytes, context.Charter, context.Now) switch
    {
        ImportReading.Refused refused => Refuse(refused.Reason),
        ImportReading.Sound sound => new Accepted(Events(sound.Plan, context.Now).ToValueList()),
        var other => throw new UnreachableException($"{other} is no reading."),
    };

    private static IEnumerable<ImportEvent> Events(ImportPlan plan, DateTimeOffset now)
    {
        var failed = plan.Rows
            .Where(row => row.ClaimFails is not null)
            .Take(1000)
            .Select(row => new FailedRow(row.Id, row.Claim!, row.ClaimFails!));
        yield return new ImportEvent.Accepted(plan.File, plan.Profile, plan.Figures, plan.NotApplied, failed.ToValueList(), now);
        foreach (var kept in plan.Recorded.Chunk(ImportPlan.MostInLot)) yield return new ImportEvent.ContactsKept(kept.ToValueList());
        for (var i = 0; i < plan.Lots.Count; i++) yield return new ImportEvent.LotOwed($"lot-{i + 1}", plan.Lots[i].Pair, plan.Lots[i].Postings);
    }

    private static Decision<ImportEvent> DecidePosted(Imported imported, RecordPosted done) =>
        imported.Owing.Any(lot => lot.ObligationId == done.ObligationId)
            ? Accept(new ImportEvent.LotAnswered(done.ObligationId, done.RefusedWith))
            : Nothing;

    private static Imported Answered(Imported imported, ImportEvent.LotAnswered answered)
    {
        var lot = imported.Owing.First(lot => lot.ObligationId == answered.ObligationId);
        return imported with
        {
            Owing = imported.Owing.Keep(other => other.ObligationId != answered.ObligationId),
            Refused = answered.RefusedWith is { } code ? imported.Refused.Add(new(lot.ObligationId, lot.Pair, code)) : imported.Refused,
        };
    }
}
