using System.Text;
using System.Text.Json;
using Nsdd311.Calendar;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Json;
using Nsdd311.Runtime.Tests.Toy;

namespace Nsdd311.Runtime.Tests.Json;

public sealed class JournalJsonTests
{
    public static TheoryData<object, string> Forms => new()
    {
        { AgencyId.Parse("STATE"), "\"STATE\"" },
        { new ProposalId(Guid.Parse("6f1c2b6e-0000-8000-8000-000000000001")), "\"6f1c2b6e-0000-8000-8000-000000000001\"" },
        { new PersonId("state.ig"), "\"state.ig\"" },
        { new LogNumber(1988, 42), "\"1988-00042\"" },
        { Toys.One, "\"free/one\"" },
        { CategoryCode.Parse("visit.ministerial"), "\"visit.ministerial\"" },
        { PairId.Parse("secdef~minister-of-defense"), "\"secdef~minister-of-defense\"" },
        { new CharterVersion("nsdd-311:0123"), "\"nsdd-311:0123\"" },
        { new EntryId("file/row"), "\"file/row\"" },
        { new Seat(SeatKind.IgMember, AgencyId.Parse("CIA")), "\"ig-member/CIA\"" },
        { PortionMark.Parse("S//NF"), "\"S//NF\"" },
        { default(PortionMark), "\"\"" },
        { new WorkingSpan.Days(10), "\"10wd\"" },
        { Units.Of((Dimension.Events, 1), (Dimension.Days, 5)), """{"events":2,"days":10}""" },
        { new MarkedText(PortionMark.Parse("C"), "Не переговоры"), """{"mark":"C","scheme":"plain","body":"Не переговоры"}""" },
        { SeatKind.ActingChair, "\"acting-chair\"" },
        { new DateOnly(1988, 7, 28), "\"1988-07-28\"" },
        { new DateTimeOffset(1988, 7, 28, 17, 0, 0, TimeSpan.FromHours(-4)), "\"1988-07-28T17:00:00-04:00\"" },
        { (ValueList<int>)[1, 2], "[1,2]" },
        { new Doubled(3), """{"single":3}""" },
    };

    [Theory]
    [MemberData(nameof(Forms), DisableDiscoveryEnumeration = true)]
    public void Each_type_has_its_form_and_comes_back(object value, string form)
    {
        var declared = value is WorkingSpan ? typeof(WorkingSpan) : value.GetType();

        var bytes = JournalJson.Write(value, declared);

        Encoding.UTF8.GetString(bytes).Should().Be(form);
        JournalJson.Read(bytes, declared).Should().Be(value);
    }

    [Fact]
    public void An_instant_keeps_its_offset()
    {
        var instant = new DateTimeOffset(1988, 7, 28, 17, 0, 0, TimeSpan.FromHours(-4));

        ((DateTimeOffset)JournalJson.Read(JournalJson.Write(instant, typeof(DateTimeOffset)), typeof(DateTimeOffset))).Offset.Should().Be(TimeSpan.FromHours(-4));
    }

    [Fact]
    public void A_case_is_named_wherever_its_family_is_declared_and_nowhere_else()
    {
        Standing standing = new Standing.OffQuota("summit-margins");
        var held = new ContactAsHeld(new(1988, 8, 1), new(1988, 8, 3), Units.Of((Dimension.Events, 1)), standing, null);

        var json = Encoding.UTF8.GetString(JournalJson.Write(held, typeof(ContactAsHeld)));

        json.Should().Contain("""{"$case":"off-quota","ground":"summit-margins"}""");
        JournalJson.Read(Encoding.UTF8.GetBytes(json), typeof(ContactAsHeld)).Should().Be(held);
        JournalJson.Read("""{"ground":"x","$case":"off-quota"}"""u8, typeof(Standing)).Should().Be(new Standing.OffQuota("x"));
        Encoding.UTF8.GetString(JournalJson.Write(standing, typeof(Standing.OffQuota))).Should().Be("""{"ground":"summit-margins"}""");
    }

    [Theory]
    [InlineData("""{"to":"two","amount":1}""")]
    [InlineData("""{"id":"a","to":null,"amount":1}""")]
    [InlineData("""{"id":"a","to":"two","amount":1,"more":2}""")]
    [InlineData("""{"id":"a","id":"b","to":"two","amount":1}""")]
    public void What_is_not_exactly_the_record_is_refused(string json) =>
        FluentActions.Invoking(() => JournalJson.Read(Encoding.UTF8.GetBytes(json), typeof(Toy.Debt))).Should().Throw<JsonException>();

    [Theory]
    [InlineData("""{"mark":"C","scheme":"plain"}""")]
    [InlineData("""{"mark":"C","scheme":"plain","body":null}""")]
    [InlineData("""{"mark":"?","scheme":"plain","body":"a"}""")]
    [InlineData("""{"mark":"C","scheme":"plain","body":"a","more":1}""")]
    [InlineData("""{"mark":"C","mark":"C","scheme":"plain","body":"a"}""")]
    [InlineData("\"a\"")]
    public void What_is_not_exactly_a_marked_text_is_refused(string json) =>
        FluentActions.Invoking(() => JournalJson.Read(Encoding.UTF8.GetBytes(json), typeof(MarkedText))).Should().Throw<JsonException>();

    [Theory]
    [InlineData("{}")]
    [InlineData("[1,null]")]
    [InlineData("[1,\"two\"]")]
    [InlineData("[1")]
    public void What_is_not_exactly_a_list_is_refused(string json) =>
        FluentActions.Invoking(() => JournalJson.Read(Encoding.UTF8.GetBytes(json), typeof(ValueList<int>))).Should().Throw<JsonException>();

    [Fact]
    public void A_text_under_a_scheme_that_is_not_known_says_so() =>
        FluentActions.Invoking(() => JournalJson.Read("""{"mark":"C","scheme":"a256gcm","body":"…"}"""u8, typeof(MarkedText)))
            .Should().Throw<JsonException>().WithMessage("*newer version*");

    [Fact]
    public void An_event_that_this_program_does_not_know_was_written_by_a_newer_version() =>
        FluentActions.Invoking(() => Toys.Model.Of(Toys.One).ReadEvent("free.added/2", "{}"u8)).Should().Throw<JournalTooNewException>().WithMessage("*written by a newer version*");

    [Fact]
    public void The_table_of_names_is_checked_both_ways()
    {
        Dictionary<Type, string> names = Toys.Model.Of(Toys.One).Events.All.ToDictionary();
        var make = () => new EventNames(typeof(TallyEvent), names);
        make.Should().NotThrow();

        names.Remove(typeof(TallyEvent.Added));
        make.Should().Throw<ArgumentException>().WithMessage("TallyEvent.Added has no stored name.");

        names[typeof(TallyEvent.Added)] = "free.woken/1";
        make.Should().Throw<ArgumentException>().WithMessage("'free.woken/1' names two events.");

        names[typeof(TallyEvent.Added)] = "free added";
        make.Should().Throw<ArgumentException>().WithMessage("'free added' is not of the form*");

        names[typeof(TallyEvent.Added)] = "free.added/1";
        names[typeof(TallyState.Blank)] = "free.blank/1";
        make.Should().Throw<ArgumentException>().WithMessage("*is no case of TallyEvent.");
    }

    /// <summary>What a record computes is not stored.</summary>
    private sealed record Doubled(int Single)
    {
        public int Double => Single * 2;
    }
}
