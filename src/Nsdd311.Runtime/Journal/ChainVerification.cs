namespace Nsdd311.Runtime.Journal;

/// <summary>Verifies all chains of a store and the contents that they name, without any key and without the rules. Nobody writes meanwhile.</summary>
/// <remarks>A tail that was cut off together with its head, or a store that was set back as a whole, cannot be seen from inside.</remarks>
public static class ChainVerification
{
    /// <summary>Reads every row once, and every content that a row names.</summary>
    /// <returns>What was seen, with the first bad row if there is one.</returns>
    public static async Task<ChainReport> Verify(IJournal journal, CancellationToken cancellationToken)
    {
        long rows = 0, chains = 0;
        var contents = new NamedContents(journal);
        await using var heads = journal.Heads(cancellationToken).GetAsyncEnumerator(cancellationToken);
        JournalRow? last = null;
        await foreach (var row in journal.Rows(cancellationToken))
        {
            if (last is null || last.Entity != row.Entity)
            {
                if (last is not null && HeadFault(last, heads.Current) is { } cut) return new(chains, rows, cut);
                if (await NextHeadFault(journal, heads, row, cancellationToken) is { } stray) return new(chains, rows, stray);
                last = null;
                chains++;
            }

            if (RowFault(last, row) is { } fault) return new(chains, rows, fault);
            if (await contents.FaultOf(row, cancellationToken) is { } lost) return new(chains, rows, new(row.Entity, row.Sequence, lost));
            last = row;
            rows++;
        }

        if (last is not null && HeadFault(last, heads.Current) is { } end) return new(chains, rows, end);

        var left = await heads.MoveNextAsync() ? new ChainFault(heads.Current.Entity, 1, "its head says that there are rows, and there are none") : null;
        return new(chains, rows, left, contents.Count);
    }

    private static async Task<ChainFault?> NextHeadFault(IJournal journal, IAsyncEnumerator<JournalHead> heads, JournalRow row, CancellationToken cancellationToken)
    {
        if (!await heads.MoveNextAsync()) return new(row.Entity, row.Sequence, "it belongs to an entity without a head");
        if (heads.Current.Entity == row.Entity) return null;

        // Both come in one order, so either the head has no rows or these rows have no head.
        return (await journal.Read(heads.Current.Entity, 1, cancellationToken)).Count == 0
            ? new(heads.Current.Entity, 1, "its head says that there are rows, and there are none")
            : new(row.Entity, row.Sequence, "it belongs to an entity without a head");
    }

    private static ChainFault? RowFault(JournalRow? previous, JournalRow row)
    {
        string? what = null;
        if (row.Sequence != (previous?.Sequence ?? 0) + 1) what = "the row before it is missing, or rows changed places";
        else if (row.PreviousHash != (previous?.Hash ?? ChainHash.Root(row.Entity))) what = "it does not follow the row before it";
        else if (ChainHash.Of(row) != row.Hash) what = "its content was changed";
        else if (row.Number != 0 && (previous?.Command != row.Command || previous.Number + 1 != row.Number)) what = "its place within its command was changed";

        // After a gap the missing row is the first bad one.
        return what is null ? null : new(row.Entity, Math.Min(row.Sequence, (previous?.Sequence ?? 0) + 1), what);
    }

    private static ChainFault? HeadFault(JournalRow last, JournalHead head)
    {
        if (head.Sequence > last.Sequence) return new(last.Entity, last.Sequence + 1, "rows at the end of its chain are missing");
        return head.Sequence < last.Sequence || head.Hash != last.Hash ? new(last.Entity, last.Sequence, "the head does not name it") : null;
    }
}

/// <summary>What a verification saw.</summary>
/// <param name="Chains">Entities begun.</param>
/// <param name="Rows">Good rows before the fault, or all.</param>
/// <param name="Fault">The first bad row; null if all chains verify.</param>
/// <param name="Contents">Contents that rows name, if all of them verify.</param>
public sealed record ChainReport(long Chains, long Rows, ChainFault? Fault, long Contents = 0);

/// <summary>The first bad row.</summary>
/// <param name="Entity">Whose chain.</param>
/// <param name="Sequence">Which row.</param>
/// <param name="What">What is wrong with it, as the end of a sentence that begins with the row.</param>
public sealed record ChainFault(EntityId Entity, long Sequence, string What)
{
    /// <inheritdoc />
    public override string ToString() => $"{Entity} row {Sequence}: {What}";
}
