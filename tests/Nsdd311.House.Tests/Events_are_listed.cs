namespace Nsdd311.House;

public sealed class Events_are_listed
{
    private static readonly StoredName Name = new("PairEvent.Committed", "pair.committed/1");

    [Fact]
    public void A_name_is_read_from_the_table() =>
        Events.InSource("[typeof(PairEvent.Committed)] = \"pair.committed/1\", // [typeof(PairEvent.Gone)] = \"pair.gone/1\"").Should().Equal(Name);

    [Fact]
    public void A_name_is_read_from_the_page() =>
        Events.InDocument("| stored as | event | what |\n| --- | --- | --- |\n| `pair.committed/1` | `PairEvent.Committed` | It took place. |\n").Should().Equal(Name);

    [Fact]
    public void An_event_that_page_and_table_lack_is_seen_in_both() =>
        Events.Differences(["PairEvent.Committed"], [], []).Select(found => found.Where).Should().Equal("docs/EVENTS.md", "the table of stored names");

    [Fact]
    public void An_event_that_is_gone_is_seen() =>
        Events.Differences([], [], [Name]).Should().ContainSingle().Which.What.Should().Be("there is no PairEvent.Committed");

    [Fact]
    public void A_name_that_differs_is_seen() =>
        Events.Differences(["PairEvent.Committed"], [Name with { Name = "pair.committed/2" }], [Name])
            .Should().ContainSingle().Which.What.Should().Be("PairEvent.Committed is stored as pair.committed/2");

    [Fact]
    public void A_name_for_two_events_is_seen() =>
        Events.Differences(["PairEvent.Committed", "PairEvent.Released"], [Name, Name with { Event = "PairEvent.Released" }], [Name, Name with { Event = "PairEvent.Released" }])
            .Should().ContainSingle().Which.What.Should().Be("pair.committed/1 names two events");

    [Fact]
    public void The_page_lists_every_event_under_the_name_it_is_stored_under()
    {
        var table = Repository.Sources.Where(file => file.Path.StartsWith("src/")).SelectMany(file => Events.InSource(file.Text)).ToList();

        Events.Differences(Events.Of(typeof(CommandId).Assembly.GetTypes()), table, [.. Events.InDocument(Repository.Read("docs/EVENTS.md"))]).ShouldBeNone();
    }
}
