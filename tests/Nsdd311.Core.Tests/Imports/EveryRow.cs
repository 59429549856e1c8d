using Nsdd311.Imports;
using Nsdd311.Reciprocity;

namespace Nsdd311.Tests.Imports;

/// <summary>Section 4.2 of the rule book, row by row, and the answer in figures.</summary>
public sealed class EveryRow
{
    private static readonly ImportPlan Plan = TheFile.Plan(TheFile.Bytes);

    [Theory]
    [InlineData("C001", "not-a-contact")]
    [InlineData("C002", "entry cno~cinc-navy talks.incsea Inbound, events 1, opens 1988-07-30, doubtful")]
    [InlineData("C003", "not-a-contact")]
    [InlineData("C004", "not-a-contact")]
    [InlineData("C005", "entry cjcs~chief-of-general-staff talks.chiefs Inbound, events 1, off-quota:summit-margins")]
    [InlineData("C006", "not-a-contact")]
    [InlineData("C007", "entry secdef~minister-of-defense talks.ministerial ThirdCountry, events 1, third-country")]
    [InlineData("C008", "not-a-contact")]
    [InlineData("C009", "not-a-contact")]
    [InlineData("C010", "not-a-contact")]
    [InlineData("C011", "entry secaf~cinc-air-forces visit.service-secretary Outbound, events 1, opens 1989-07-27, doubtful")]
    [InlineData("C012", "entry secdef~minister-of-defense talks.ministerial Outbound, events 1, off-quota:head-of-state-party")]
    [InlineData("C013", "not-a-contact, doubtful")]
    [InlineData("C014", "not-a-contact")]
    [InlineData("C027", "entry cno~cinc-navy talks.incsea Outbound, events 1, settles C002 30 days early, doubtful")]
    [InlineData("C015", "not-a-contact")]
    [InlineData("C016", "entry cjcs~chief-of-general-staff visit.chiefs Inbound, days 7, events 1, sites 3, opens 1989-07-11, doubtful")]
    [InlineData("C017", "part of C016, sites 2")]
    [InlineData("C018", "part of C016, sites 1")]
    [InlineData("C019", "not-a-contact, doubtful")]
    [InlineData("C020", "not-a-contact")]
    [InlineData("C021", "entry secdef~minister-of-defense visit.ministerial Outbound, days 4, events 1, sites 2, claim on C016 fails: other-pair, opens 1989-08-04")]
    [InlineData("C022", "part of C021, sites 1, in return for C018, doubtful")]
    [InlineData("C023", "part of C021, sites 1, in return for C017, doubtful")]
    [InlineData("C024", "entry us-jve~soviet-jve exchange.observation Inbound, events 1, persons 43, opens 1988-09-30")]
    [InlineData("C025", "entry us-jve~soviet-jve exchange.observation Outbound, events 1, settles C024 16 days early, doubtful")]
    [InlineData("C026", "not-a-contact")]
    [InlineData("C028", "not-a-contact")]
    [InlineData("C029", "not-a-contact")]
    [InlineData("C030", "entry cjcs~chief-of-general-staff visit.chiefs Outbound, days 11, events 1, sites 4, settles C016 20 days early, doubtful")]
    [InlineData("C036", "not-a-contact")]
    [InlineData("C037", "not-a-contact, doubtful")]
    [InlineData("C031", "not-a-contact")]
    [InlineData("C032", "part of C030, sites 2, in return for C018")]
    [InlineData("C033", "part of C030, sites 1, in return for C017, doubtful")]
    [InlineData("C034", "part of C030, sites 1, in return for C018, doubtful")]
    [InlineData("C035", "recorded courtesy-call cjcs~chief-of-general-staff")]
    [InlineData("C040", "entry cno~cinc-navy talks.incsea Inbound, events 1, claim on C027 fails: is-an-answer, opens 1990-08-31, doubtful")]
    [InlineData("C038", "recorded legislative")]
    [InlineData("C041", "entry cno~cinc-navy exchange.ship-visit Inbound, days 5, events 1, hulls 3, opens 1989-10-25")]
    [InlineData("C039", "recorded courtesy-call, claims C035")]
    [InlineData("C043", "recorded legislative, claims C038, doubtful")]
    [InlineData("C042", "entry cno~cinc-navy exchange.ship-visit Outbound, days 5, events 1, hulls 2, settles C041 78 days early, doubtful")]
    [InlineData("C044", "recorded unofficial, doubtful")]
    [InlineData("C045", "not-a-contact, doubtful")]
    [InlineData("C046", "entry secdef~minister-of-defense visit.ministerial Inbound, days 6, events 1, sites 3, settles C021 63 days late")]
    [InlineData("C047", "not-a-contact, claims C031, doubtful")]
    [InlineData("C048", "part of C046, sites 3, in return for C022, doubtful")]
    [InlineData("C049", "not-a-contact")]
    [InlineData("C050", "not-a-contact, doubtful")]
    public void Becomes_what_the_map_says(string id, string expected) => Words(Plan.Rows.Single(row => row.Id == id)).Should().Be(expected);

    [Fact]
    public void The_table_above_names_every_row() =>
        Plan.Rows.Select(row => row.Id).Should().Equal(TheFile.Lines.Skip(1).Select(line => line.Split(',')[0]), "no row is left out or told twice");

    [Fact]
    public void The_answer_in_figures() =>
        Plan.Figures.Should().Be(new ImportFigures(50, 12, 3, 8, 5, 22, 0, new ClaimFigures(Total: 16, Settle: 5, Fail: 2, WithItems: 6, OnOtherRows: 3, ElsewhereNamed: 0)));

    [Fact]
    public void Every_correction_finds_its_row() => Plan.NotApplied.Should().BeEmpty();

    [Fact]
    public void The_shortfall_of_the_diverted_ship_is_kept_with_its_entry() =>
        Plan.Lots.SelectMany(lot => lot.Postings).Single(posting => posting.Held.Shortfall is not null).Entry.Value.Should().EndWith("/C042");

    [Fact]
    public void Parts_stay_with_their_visit_and_with_what_they_were_in_return_for() =>
        Plan.Lots.SelectMany(lot => lot.Postings).Single(posting => posting.Entry.Value.EndsWith("/C021", StringComparison.Ordinal)).Parts
            .Select(part => $"{part.Reference} {part.Sites} {part.InReturnFor}").Should().Equal("C022 1 C018", "C023 1 C017");

    [Fact]
    public void What_is_recorded_keeps_its_flag_and_pair() =>
        Plan.Recorded.Select(contact => $"{contact.Reference.Split('/')[^1]} {contact.Kind} {contact.Pair}".TrimEnd()).Should().Equal(
            "C035 courtesy-call cjcs~chief-of-general-staff", "C038 legislative", "C039 courtesy-call", "C043 legislative", "C044 unofficial");

    private static string Words(RowResult row)
    {
        string[] head = row.Becomes switch
        {
            "entry" => [$"entry {row.Pair} {row.Category} {row.Direction}", .. Figures(row.Units)],
            "part" => [$"part of {row.PartOf}", .. Figures(row.Units)],
            "recorded" => [$"recorded {row.Flag} {row.Pair}".TrimEnd()],
            _ => [row.Becomes],
        };
        string?[] tail =
        [
            row.NotCounted,
            row.ClaimFails is null ? null : $"claim on {row.Claim} fails: {row.ClaimFails}",
            row.OpensUntil is null ? null : $"opens {row.OpensUntil:yyyy-MM-dd}",
            row.Settles is null ? null : $"settles {row.Settles} {Math.Abs(row.DaysEarly!.Value)} days {(row.DaysEarly < 0 ? "late" : "early")}",
            row is { Becomes: "part", Claim: not null } ? $"in return for {row.Claim}" : null,
            row is { Becomes: "recorded" or "not-a-contact", Claim: not null } ? $"claims {row.Claim}" : null,
            row.Doubt is null ? null : "doubtful",
        ];
        return string.Join(", ", [.. head, .. tail.OfType<string>()]);
    }

    private static IEnumerable<string> Figures(Units units) =>
        units.Measures.OrderBy(measure => measure.Dimension.Code, StringComparer.Ordinal).Select(measure => $"{measure.Dimension} {measure.Halves / 2}");
}
