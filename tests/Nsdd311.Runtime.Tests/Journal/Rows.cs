using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Views;

namespace Nsdd311.Runtime.Tests.Journal;

/// <summary>Rows and appends without an engine.</summary>
public static class Rows
{
    public static readonly DateTimeOffset Monday = new(1988, 8, 1, 13, 0, 0, TimeSpan.Zero);

    /// <summary>An append that follows the given one, or begins the entity's chain.</summary>
    public static Append Append(
        EntityId entity, Append? after = null, string command = "c", int rows = 1, int size = 10, DateTimeOffset? dueAt = null, ReadRows? show = null, DateTimeOffset? at = null)
    {
        List<JournalRow> list = [];
        var last = after?.Last;
        for (var i = 0; i < rows; i++)
        {
            var seq = (last?.Sequence ?? 0) + 1;
            last = new JournalRow(
                entity, seq, "toy.done/1", new byte[size], "clock", CommandId.Of(command), i, "none", new CharterVersion("v"), 0, at ?? Monday,
                last?.Hash ?? ChainHash.Root(entity), default).Hashed();
            list.Add(last);
        }

        return new(list, dueAt, false, show ?? ReadRows.None);
    }
}
