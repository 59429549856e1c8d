using Nsdd311.Charters;
using Nsdd311.Roster;
using Nsdd311.Runtime.Hosting;

namespace Nsdd311.Runtime.Tests.Hosting;

/// <summary>The file of the first persons, as an operator writes it.</summary>
public sealed class TheFirstPersons : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    private static Charter Charter => CharterSource.Of(null).Charter;

    public void Dispose() => File.Delete(file);

    [Fact]
    public void A_good_file_seats_its_persons_in_its_order() =>
        Read("""
            [
              { "sub": "a1", "name": "Ann", "seat": "sig-chair" },
              { "sub": "a1", "name": "Ann", "seat": "sig-member/NSC" },
              { "sub": "b2", "name": "Bob", "seat": "ig-member/STATE" }
            ]
            """).Should().Equal(
            new Appointment(new(SeatKind.SigChair), new("a1"), "Ann"),
            new Appointment(new(SeatKind.SigMember, AgencyId.Parse("NSC")), new("a1"), "Ann"),
            new Appointment(new(SeatKind.IgMember, AgencyId.Parse("STATE")), new("b2"), "Bob"));

    [Fact]
    public void Every_fault_is_named_with_its_place()
    {
        const string Faulty = """
            [
              { "name": "Ann", "seat": "sig-chair" },
              { "sub": "b2", "name": " ", "seat": "ig-member/STATE" },
              { "sub": "c3", "name": "Cay", "seat": "king" },
              { "sub": "d4", "name": "Dan", "seat": "ig-member" },
              { "sub": "e5", "name": "Eve" },
              { "sub": "f6", "name": "Fay", "seat": "ig-member/ATLANTIS" },
              { "sub": "b2", "name": "Bob", "seat": "ig-member/STATE" }
            ]
            """;

        var refused = Refused(Faulty);

        refused.Split(Environment.NewLine).Should().Equal(
            $"Nothing was started: the roster '{file}' has 7 fault(s).",
            "  [0].sub: name the person as the sign-in does",
            "  [1].name: give the person's name",
            "  [2].seat: 'king' is no seat",
            "  [3].seat: 'ig-member' is no seat",
            "  [4].seat: '' is no seat",
            "  [5].seat: the charter knows no agency ATLANTIS",
            "  [6]: b2 is seated as ig-member/STATE twice");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    public void A_file_that_seats_nobody_is_refused(string text) => Refused(text).Should().Contain("it seats nobody");

    [Theory]
    [InlineData("[null]")]
    [InlineData("{}")]
    [InlineData("[{")]
    [InlineData("""[{ "sub": "a", "name": "A", "seat": "auditor", "clearance": "TS" }]""")]
    [InlineData("""[{ "sub": "a", "sub": "b", "name": "A", "seat": "auditor" }]""")]
    public void What_is_no_roster_is_refused(string text) => Refused(text).Should().Contain($"'{file}'");

    [Fact]
    public void A_file_that_is_not_there_is_refused()
    {
        File.Delete(file);
        FluentActions.Invoking(() => RosterFile.Read(file, Charter)).Should().Throw<StartRefusedException>().WithMessage($"The roster '{file}' cannot be read: *");
    }

    private ValueList<Appointment> Read(string text)
    {
        File.WriteAllText(file, text);
        return RosterFile.Read(file, Charter);
    }

    private string Refused(string text) => FluentActions.Invoking(() => Read(text)).Should().Throw<StartRefusedException>().Which.Message;
}
