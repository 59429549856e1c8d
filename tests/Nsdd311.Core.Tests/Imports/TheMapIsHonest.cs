using System.Text;
using Nsdd311.Charters;
using Nsdd311.Imports;
using Nsdd311.Reciprocity;

namespace Nsdd311.Tests.Imports;

/// <summary>The tests that close section 4 of the rule book.</summary>
public sealed class TheMapIsHonest
{
    private static readonly DateOnly[] Dates = [DateOnly.Parse("1988-07-28"), DateOnly.Parse("1988-09-01"), DateOnly.Parse("1989-09-01"), DateOnly.Parse("1989-12-31")];
    private static readonly string[] Corrected = ["C005", "C012", "C024", "C041", "C042"];
    private static readonly string[] Expected = BalancesOf(TheFile.Bytes);

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void Shuffled_rows_give_the_same_balances(int seed)
    {
        var rows = TheFile.Lines[1..];
        new Random(seed).Shuffle(rows);

        BalancesOf(TheFile.OfLines([TheFile.Lines[0], .. rows])).Should().Equal(Expected);
    }

    [Fact]
    public void Entries_posted_in_lots_of_one_and_backwards_give_the_same_balances()
    {
        var plan = TheFile.Plan(TheFile.Bytes);
        var single = plan with
        {
            Lots = plan.Lots.SelectMany(lot => lot.Postings.Reverse().Select(posting => lot with { Postings = [posting] })).ToValueList(),
        };

        Lines(TheFile.Ledgers(single), TheFile.Charter).Should().Equal(Expected);
    }

    [Fact]
    public void Ids_renamed_in_file_and_profile_alike_give_the_same_balances()
    {
        var charter = Charter(Renamed(Encoding.UTF8.GetString(Nsdd311Charter.Bytes.Span)));
        var plan = TheFile.Plan(Encoding.UTF8.GetBytes(Renamed(Encoding.UTF8.GetString(TheFile.Bytes))), charter);

        plan.NotApplied.Should().BeEmpty();
        Lines(TheFile.Ledgers(plan, charter), charter).Select(line => line.Replace("contact-", "C0", StringComparison.Ordinal)).Should().Equal(Expected);
    }

    [Fact]
    public void Ids_renamed_in_the_file_alone_report_five_corrections_as_not_applied()
    {
        var plan = TheFile.Plan(Encoding.UTF8.GetBytes(Renamed(Encoding.UTF8.GetString(TheFile.Bytes))));

        plan.NotApplied.Should().Equal(Corrected.Select(row => new CorrectionNotApplied(row, "The file has no such row.")));
        plan.Figures.NotCounted.Should().Be(1, "only the third country is left");
    }

    [Theory]
    [InlineData("C005,1987-12-09,", "C005,1987-12-08,", "The row begins on 1987-12-08, not 1987-12-09.")]
    [InlineData("C005,1987-12-09,1987-12-10,day,visit,chiefs_of_staff", "C005,1987-12-09,1987-12-10,day,talks,head_of_state_call", "The row is of type talks, not visit.")]
    [InlineData("C005,1987-12-09,1987-12-10,day,visit,chiefs_of_staff", "C005,1987-12-09,1987-12-10,day,visit,legislative", "The row is not an entry.")]
    public void A_correction_is_applied_only_to_the_row_that_it_describes(string row, string changed, string because) =>
        TheFile.Plan(TheFile.With(line => line.Replace(row, changed, StringComparison.Ordinal))).NotApplied.Should().Equal(new CorrectionNotApplied("C005", because));

    [Theory]
    [InlineData("C016", ",Chief of General Staff,inbound", ",Astronomer,inbound", "import.pair-unknown")]
    [InlineData("C016", ",visit,chiefs_of_staff", ",parade,chiefs_of_staff", "import.type-unknown")]
    [InlineData("C016", ",visit,chiefs_of_staff", ",visit,chefs", "import.type-unknown")]
    [InlineData("C016", "1988-07-05", "5 July 1988", "import.date-unknown")]
    [InlineData("C016", "1988-07-05,1988-07-11", "1988-07-05,1988-07-04", "import.days-reversed")]
    [InlineData("C016", ",inbound,", ",upward,", "import.direction-unknown")]
    [InlineData("C016", ",inbound,", ",none,", "import.direction-unknown")]
    [InlineData("C016", ",day,", ",roughly,", "import.precision-unknown")]
    [InlineData("C016", "1988-07-05,1988-07-11", "1990-01-01,", "import.row-in-future")]
    [InlineData("C016", "C016,1988-07-05", "C015,1988-07-05", "import.id-doubled")]
    [InlineData("C016", "C016,1988-07-05", ",1988-07-05", "import.id-missing")]
    [InlineData("C016", "C016,1988-07-05", "C016,x,1988-07-05", "import.row-shape")]
    [InlineData("C022", ",C018,", ",what they showed us,", "import.claim-malformed")]
    [InlineData("C018", ",access_shown,", ",access_shown,\u202E", "import.character-refused")]
    [InlineData("C018", ",access_shown,", ",access_shown,\u0007", "import.character-refused")]
    [InlineData("C018", "1988-07-10", "1988-13-10", "import.date-unknown")]
    [InlineData("C018", ",inbound,", ",sideways,", "import.direction-unknown")]
    [InlineData("C038", "1989-07-21", "", "import.date-unknown")]
    [InlineData("C001", ",none,Washington", ",elsewhere,Washington", "import.direction-unknown")]
    public void A_word_that_is_unknown_refuses_the_file_and_names_the_row(string row, string word, string changed, string code)
    {
        var errors = TheFile.Errors(TheFile.With(line => line.StartsWith(row, StringComparison.Ordinal) ? line.Replace(word, changed, StringComparison.Ordinal) : line));

        var number = Array.FindIndex(TheFile.Lines, line => line.StartsWith(row, StringComparison.Ordinal)) + 1;
        errors.Should().Contain(error => error.Row == number && error.Code == code);
    }

    [Fact]
    public void All_rows_at_fault_are_named_at_once()
    {
        var errors = TheFile.Errors(TheFile.With(line => line.Replace(",day,", ",roughly,", StringComparison.Ordinal)));

        errors.Should().HaveCount(TheFile.Lines.Count(line => line.Contains(",day,", StringComparison.Ordinal)));
        errors.Select(error => error.Row).Should().BeInAscendingOrder();
    }

    [Theory]
    [InlineData("C017", "1988-07-07", "1988-06-07")]
    [InlineData("C017", ",Chief of General Staff,inbound", ",Astronomer,inbound")]
    public void A_site_visit_outside_any_visit_is_recorded(string row, string word, string changed)
    {
        var plan = TheFile.Plan(TheFile.With(line => line.StartsWith(row, StringComparison.Ordinal) ? line.Replace(word, changed, StringComparison.Ordinal) : line));

        plan.Recorded.Select(contact => contact.Kind).Should().Contain("site-visit");
        plan.Rows.Single(entry => entry.Id == "C016").Units.Halves(Dimension.Sites).Should().Be(2, "one place is left");
    }

    [Fact]
    public void A_role_that_is_unknown_leaves_what_is_recorded_without_a_pair() =>
        TheFile.Plan(TheFile.With(line => line.StartsWith("C035", StringComparison.Ordinal) ? line.Replace(",CJCS,", ",Astronomer,", StringComparison.Ordinal) : line))
            .Recorded.Single(contact => contact.Reference.EndsWith("/C035", StringComparison.Ordinal)).Pair.Should().BeNull();

    private static string Renamed(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\bC0(\d\d)\b", "contact-$1");

    private static Charter Charter(string text) =>
        CharterFile.Parse(Encoding.UTF8.GetBytes(text)).Should().BeOfType<CharterReading.Sound>().Which.Charter;

    private static string[] BalancesOf(byte[] bytes) => Lines(TheFile.Ledgers(TheFile.Plan(bytes)), TheFile.Charter);

    private static string[] Lines(Dictionary<PairId, PairState> ledgers, Charter charter) =>
    [
        .. from ledger in ledgers
           orderby ledger.Key.Value
           from book in ledger.Value.Books
           orderby ledger.Key.Value, book.Category.Value
           from date in Dates
           select $"{date:yyyy-MM-dd} {ledger.Key} {book.Category}: {BalanceWords.Of(ledger.Value, book.Category, date, charter)}",
    ];
}
