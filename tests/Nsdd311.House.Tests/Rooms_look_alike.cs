namespace Nsdd311.House;

public sealed class Rooms_look_alike
{
    private const string Decider = "public sealed class PairDecider : IDecider<PairState, PairCommand, PairEvent> { }";

    [Fact]
    public void A_decider_without_its_four_siblings_is_seen() =>
        Layout.OfDecider("src/Nsdd311.Core/Reciprocity/PairDecider.cs", Decider, path => path.EndsWith("PairState.cs") || path.EndsWith("PairDecider.cs"))
            .Should().HaveCount(3);

    [Fact]
    public void A_decider_in_a_file_of_another_name_is_seen() =>
        Layout.OfDecider("src/Nsdd311.Core/Reciprocity/Ledger.cs", Decider, _ => true).Should().ContainSingle();

    [Fact]
    public void A_class_that_takes_any_decider_is_none() =>
        Layout.OfDecider("src/Nsdd311.Runtime/Kind.cs", "class Kind<T, S> : Kind where T : IDecider<S, S, S> { }", _ => false).Should().BeEmpty();

    [Theory]
    [InlineData("[LoggerMessage(1, LogLevel.Information, \"Started.\")]\npartial void Started();")]
    [InlineData("logger.LogInformation(\"Started.\");")]
    public void A_log_message_in_another_file_is_seen(string source) => Layout.OfLog("src/Nsdd311.Runtime/Alarm.cs", source).Should().ContainSingle();

    [Fact]
    public void A_log_message_in_its_own_file_is_let_through() =>
        Layout.OfLog("src/Nsdd311.Runtime/Alarm.Log.cs", "[LoggerMessage(1, LogLevel.Information, \"Started.\")]").Should().BeEmpty();

    [Fact]
    public void A_test_whose_name_is_no_sentence_is_seen() =>
        Layout.OfTestNames("tests/A.cs", "[Theory]\n[InlineData(1)]\npublic async Task ClearsAll(int a) { }\n[Fact]\npublic void It_clears() { }")
            .Should().ContainSingle().Which.Where.Should().Be("tests/A.cs:3");

    [Fact]
    public void Every_decider_lies_beside_its_commands_events_state_and_refusals() =>
        InSource("src/").SelectMany(file => Layout.OfDecider(file.Path, file.Text, Repository.Has)).ShouldBeNone();

    [Fact]
    public void Log_messages_lie_in_their_own_files() =>
        Repository.Sources.Where(file => !file.Path.StartsWith("tests/")).SelectMany(file => Layout.OfLog(file.Path, file.Text)).ShouldBeNone();

    [Fact]
    public void Tests_are_sentences() => InSource("tests/").SelectMany(file => Layout.OfTestNames(file.Path, file.Text)).ShouldBeNone();

    [Fact]
    public void Families_of_commands_events_and_states_are_closed() =>
        Families.Open(typeof(CommandId).Assembly.GetTypes()).ShouldBeNone();

    [Fact]
    public void An_open_family_is_seen() => Families.Open([typeof(OpenEvent)]).Should().ContainSingle();

    private static IEnumerable<RepositoryFile> InSource(string folder) => Repository.Sources.Where(file => file.Path.StartsWith(folder));

    private abstract record OpenEvent;
}
