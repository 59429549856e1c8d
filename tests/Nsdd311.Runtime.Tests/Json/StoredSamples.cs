using System.Text;
using Nsdd311.Runtime.Json;

namespace Nsdd311.Runtime.Tests.Json;

/// <summary>
/// Events of every version as the journal holds them, for ever: StoredSamples.txt has one line per stored name. A line is never changed; a new version
/// of an event is a new line. To add lines for new events, run this test: it prints what is missing.
/// </summary>
public sealed class StoredSamples
{
    private static readonly Dictionary<string, string> Lines =
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Json", "StoredSamples.txt"))
            .Select(line => line.Split('\t')).ToDictionary(parts => parts[0], parts => parts[1]);

    public static TheoryData<string> Names => [.. Domain.Model.Kinds.SelectMany(kind => kind.Events.All.Values).Distinct().Order()];

    [Fact]
    public void Every_stored_name_has_its_sample()
    {
        var missing = Domain.Model.Kinds.SelectMany(kind => kind.Events.All).Where(entry => !Lines.ContainsKey(entry.Value))
            .Select(entry => $"{entry.Value}\t{Encoding.UTF8.GetString(EntityKind.WriteEvent(Specimen.Of(entry.Key)))}").Distinct().Order();

        string.Join('\n', missing).Should().BeEmpty("each of these lines is to be added to StoredSamples.txt");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_is_read_as_it_was_written(string name)
    {
        var kind = Domain.Model.Kinds.First(kind => kind.Events.All.Values.Contains(name));

        var read = kind.ReadEvent(name, Encoding.UTF8.GetBytes(Lines[name]));

        Encoding.UTF8.GetString(EntityKind.WriteEvent(read)).Should().Be(Lines[name]);
    }

    [Fact]
    public void A_state_of_every_case_survives_its_snapshot()
    {
        foreach (var kind in Domain.Model.Kinds)
        {
            var family = kind.GetType().GetGenericArguments()[1];
            foreach (var type in family.IsAbstract ? ClosedFamilies.CasesOf(family) : [family])
            {
                var state = JournalJson.Write(Specimen.Of(type), family);
                kind.WriteState(kind.ReadState(state)).Should().Equal(state, type.ToString());
            }
        }
    }
}
