using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Nsdd311.Charters;
using Nsdd311.Imports;
using Nsdd311.Settlement;

namespace Nsdd311.Tests.Imports;

/// <summary>All of a file or nothing of it, and each pair its lots once, whatever is left out, damaged, repeated or answered twice.</summary>
public sealed class ImportProperties
{
    private static readonly Charter Nsdd = Nsdd311Charter.Load();
    private static readonly DateTimeOffset Now = new(1990, 1, 2, 9, 0, 0, TimeSpan.FromHours(-5));
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "contacts-1987-1989.csv"));
    private static readonly Actor Secretary = new Actor.Person(new("s"), "S", new(SeatKind.ExecutiveSecretary));

    /// <summary>Which rows stay, whether one is damaged, and in which order lots are answered.</summary>
    private static readonly Arbitrary<(int[] Keep, int Damage, int[] Answers)> Files =
        Gen.Choose(0, 3).ArrayOf(Lines.Length - 1).SelectMany(keep => Gen.Choose(0, 200).SelectMany(damage => Gen.Choose(0, 12).ArrayOf(40).Select(answers => (keep, damage, answers))))
            .ToArbitrary();

    [Fact]
    public void Each_entry_is_owed_once_and_what_is_answered_stays_answered() => Prop.ForAll(Files, file =>
    {
        var state = ImportDecider.Initial;
        var import = new ImportCommand.ImportFile(Bytes(file.Keep, file.Damage));
        if (Step(import, Secretary) is not { } accepted)
        {
            state.Should().Be(ImportDecider.Initial, "a refused file leaves nothing");
            return;
        }

        var owed = ImportDecider.Owed(state).Cast<PostEntries>().ToArray();
        var figures = accepted.OfType<ImportEvent.Accepted>().Single().Figures;
        owed.SelectMany(lot => lot.Postings).Select(posting => posting.Entry).Should().OnlyHaveUniqueItems();
        owed.Sum(lot => lot.Postings.Count).Should().Be(figures.Counted + figures.NotCounted);
        Step(import, Secretary)!.Value.Should().Equal([new ImportEvent.CameAgain(Now)], "the same file again posts nothing");

        HashSet<string> answered = [];
        foreach (var answer in file.Answers)
        {
            var events = Step(new ImportCommand.RecordPosted($"lot-{answer + 1}", null), new Actor.Entity(EntityId.Roster))!.Value;
            events.Count.Should().Be(owed.Any(lot => lot.Id == $"lot-{answer + 1}") && answered.Add($"lot-{answer + 1}") ? 1 : 0);
        }

        ImportDecider.Owed(state).Select(lot => lot.Id).Should().Equal(owed.Select(lot => lot.Id).Where(id => !answered.Contains(id)));

        ValueList<ImportEvent>? Step(ImportCommand command, Actor actor)
        {
            if (ImportDecider.Decide(state, command, new(Now, actor, Nsdd)) is not Decision<ImportEvent>.Accepted { Events: var events }) return null;

            state = events.Aggregate(state, ImportDecider.Evolve);
            return events;
        }
    }).QuickCheckThrowOnFailure();

    private static byte[] Bytes(int[] keep, int damage)
    {
        var rows = Lines.Skip(1).Where((_, i) => keep[i] > 0).ToArray();
        if (damage < rows.Length) rows[damage] = rows[damage].Replace(",day,", ",fortnight,", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Lines[0])));
    }
}
