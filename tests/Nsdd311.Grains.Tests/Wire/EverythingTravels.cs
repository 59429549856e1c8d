using System.Text.Json;
using Nsdd311.Charters;
using Nsdd311.Grains.Wire;
using Nsdd311.Imports;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Json;
using Nsdd311.Runtime.Tests.Json;

namespace Nsdd311.Grains.Tests.Wire;

/// <summary>Meets every command, event, state and refusal of the domain on the wire, before a gateway happens to.</summary>
public sealed class EverythingTravels
{
    private static readonly WireFormat Format = new(Domain.Model);
    private static readonly WireCommands Envelopes = new(Domain.Model);
    private static readonly EntityId Somebody = EntityId.LogBook(1988);

    /// <summary>All but the one that holds a file: memory is equal only to itself, and has its own test.</summary>
    public static TheoryData<Type> Commands => [.. CasesOf(kind => kind.CommandFamily).Except([typeof(ImportCommand.ImportFile)])];

    public static TheoryData<Type> States => [.. CasesOf(kind => kind.StateFamily)];

    public static TheoryData<Type> Events => [.. Domain.Model.Kinds.SelectMany(kind => kind.Events.All.Keys).Distinct()];

    public static TheoryData<Type> RefusalTypes => [.. typeof(Refusal).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_comes_as_it_was_sent(Type type)
    {
        var sent = new CommandEnvelope(
            OneThatTakes(type), Specimen.Of(type), CommandId.Of("test", type.Name), "sha256:a", new Actor.Person(new("x"), "X", new Seat(SeatKind.IgMember, AgencyId.Parse("CIA"))), 7,
            new CharterVersion("v"), true);

        Over(sent).Should().Be(sent);
        Over(sent with { Actor = new Actor.Clock(), ExpectedVersion = null, Charter = null }).Actor.Should().Be(new Actor.Clock());
        Over(sent with { Actor = new Actor.Entity(Somebody) }).Actor.Should().Be(new Actor.Entity(Somebody));
    }

    [Fact]
    public void A_file_comes_byte_by_byte()
    {
        byte[] file = [0, 1, 0xff, 0x80, 10];

        var came = Over(new CommandEnvelope(new(EntityKinds.Import, "f"), new ImportCommand.ImportFile(file), CommandId.Of("test"), "sha256:a", new Actor.Clock()));

        came.Command.Should().BeOfType<ImportCommand.ImportFile>().Which.Bytes.ToArray().Should().Equal(file);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_record_comes_as_it_was_sent(Type type)
    {
        var sent = new EntityRecord(Somebody, 3, Specimen.Of(type), new("v"));

        Over(sent).Should().Be(sent);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_comes_as_it_was_recorded_in_a_reply_and_in_a_history(Type type)
    {
        var @event = Specimen.Of(type);
        Reply reply = new Reply.Accepted(Somebody, 2, [@event], true);
        ValueList<RecordedEvent> history = [new(1, @event, "x.y/1", "clock", new("v"), 4, new(1988, 7, 28, 17, 0, 0, TimeSpan.Zero), "ab")];

        Over(reply).Should().Be(reply);
        Over(history).Should().Equal(history);
    }

    [Theory]
    [MemberData(nameof(RefusalTypes))]
    public void A_refusal_comes_with_its_facts(Type type)
    {
        var notice = Refusals.NoticeOf((Refusal)Specimen.Of(type));

        var came = Over<Reply>(new Reply.Refused(notice)).Should().BeOfType<Reply.Refused>().Subject.Notice;

        (came with { Facts = default }).Should().Be(notice with { Facts = default });
        came.Facts.GetRawText().Should().Be(notice.Facts.GetRawText());
    }

    [Fact]
    public void The_other_replies_and_absence_come_as_they_are()
    {
        Over<Reply>(new Reply.Stale(4)).Should().Be(new Reply.Stale(4));
        Over<Reply>(new Reply.OtherContent()).Should().Be(new Reply.OtherContent());
        Format.Read<EntityRecord>(Format.Write<EntityRecord>(null)).Should().BeNull();
    }

    [Fact]
    public void What_was_not_asked_for_is_not_taken()
    {
        var reply = Format.Write<Reply>(new Reply.Stale(4));

        FluentActions.Invoking(() => Format.Read<EntityRecord>(reply)).Should().Throw<JsonException>().WithMessage("*'record/1'*'reply/1'*");
    }

    private static CommandEnvelope Over(CommandEnvelope envelope) => Envelopes.Read(envelope.Entity, Envelopes.Write(envelope));

    private static EntityId OneThatTakes(Type command) =>
        new(Domain.Model.Kinds.First(kind => kind.CommandFamily.IsAssignableFrom(command)).Name, "x");

    private static T Over<T>(T value)
        where T : notnull => Format.Read<T>(Format.Write(value))!;

    private static IEnumerable<Type> CasesOf(Func<EntityKind, Type> family) =>
        Domain.Model.Kinds.Select(family).Distinct().SelectMany(type => type.IsAbstract ? ClosedFamilies.CasesOf(type) : [type]);
}
