using System.Text;
using Nsdd311.Charters;
using Nsdd311.Imports;
using Nsdd311.Reciprocity;
using Nsdd311.Settlement;

namespace Nsdd311.Tests.Imports;

/// <summary>The entity of a file: whole or not at all, once, and each pair gets its entries once.</summary>
public sealed class AnImport
{
    private static readonly Actor Secretary = new Actor.Person(new("dod.ig-chair"), "Secretary", new(SeatKind.ExecutiveSecretary));
    private static readonly Actor Engine = new Actor.Entity(new("pair", "some"));
    private readonly Dictionary<PairId, PairState> ledgers = [];
    private ImportState state = ImportDecider.Initial;

    [Fact]
    public void Is_accepted_with_its_figures_its_kept_contacts_and_a_lot_for_each_pair()
    {
        var events = Must(new ImportCommand.ImportFile(TheFile.Bytes), Secretary);

        events[0].Should().BeOfType<ImportEvent.Accepted>().Which.FailedClaims.Should().Equal(new FailedRow("C021", "C016", "other-pair"), new FailedRow("C040", "C027", "is-an-answer"));
        events.SelectMany(e => ImportRows.Of(e)).Should().HaveCount(5);
        ImportDecider.Owed(state).Select(owed => owed.Creditor.Key).Should().Equal(
            "cjcs~chief-of-general-staff", "cno~cinc-navy", "secaf~cinc-air-forces", "secdef~minister-of-defense", "us-jve~soviet-jve");
    }

    [Fact]
    public void A_crash_between_two_pairs_posts_the_rest_and_nothing_twice()
    {
        Must(new ImportCommand.ImportFile(TheFile.Bytes), Secretary);
        var owed = ImportDecider.Owed(state);
        Pay(owed[0], answered: true);
        Pay(owed[1], answered: false);

        // After the crash the state is asked again: the second lot is paid a second time.
        ImportDecider.Owed(state).Should().Equal(owed.Skip(1));
        foreach (var left in ImportDecider.Owed(state)) Pay(left, answered: true);

        ImportDecider.Owed(state).Should().BeEmpty();
        ledgers.Values.SelectMany(ledger => ledger.Books).Sum(book => book.Contacts.Count).Should().Be(15);
        BalanceWords.Of(ledgers[PairId.Parse("cno~cinc-navy")], CategoryCode.Parse("talks.incsea"), DateOnly.Parse("1989-12-31"))
            .Should().Be("2 : 1, C040 due 1990-08-31 USSR owes");
    }

    [Fact]
    public void The_same_file_again_is_noted_and_posts_nothing()
    {
        Must(new ImportCommand.ImportFile(TheFile.Bytes), Secretary);
        var before = state;

        Must(new ImportCommand.ImportFile(TheFile.Bytes), Secretary).Should().Equal(new ImportEvent.CameAgain(TheFile.Now));

        state.Should().Be(before);
    }

    [Fact]
    public void Is_for_the_executive_secretary()
    {
        Refusal(new ImportCommand.ImportFile(TheFile.Bytes), new Actor.Person(new("dod.ig-chair"), "Chair", new(SeatKind.IgChair))).Code.Should().Be("seat.not-entitled");
        Refusal(new ImportCommand.RecordPosted("lot-1", null), Secretary).Code.Should().Be("seat.not-entitled");
    }

    [Fact]
    public void One_bad_row_refuses_it_whole()
    {
        var bytes = TheFile.With(line => line.Replace("C050,1989-10-12", "C050,1989-13-12", StringComparison.Ordinal));

        var refused = Refusal(new ImportCommand.ImportFile(bytes), Secretary).Should().BeOfType<RowsRefused>().Which;

        (refused.Kind, refused.Total, refused.Errors[0].Row, refused.Errors[0].Id).Should().Be((RefusalKind.Form, 1, 51, "C050"));
        state.Should().Be(ImportDecider.Initial);
    }

    [Fact]
    public void Of_very_many_bad_rows_a_thousand_are_listed_and_all_counted()
    {
        var rows = Enumerable.Range(1, 1500).Select(number => $"R{number},1988-13-01,,day,visit,ministerial,t,n,r,n,r,inbound,v,,n,none,s");

        var refused = Refusal(new ImportCommand.ImportFile(TheFile.OfLines([TheFile.Lines[0], .. rows])), Secretary).Should().BeOfType<RowsRefused>().Which;

        (refused.Errors.Count, refused.Total).Should().Be((1000, 1500));
    }

    [Fact]
    public void Many_entries_of_a_pair_are_owed_in_lots_of_five_hundred()
    {
        var rows = Enumerable.Range(1, 1200).Select(number => $"R{number},1988-01-01,,day,visit,ministerial,t,n,SecDef,n,Minister of Defence,{(number % 2 == 0 ? "inbound" : "outbound")},v,,n,none,s");

        Must(new ImportCommand.ImportFile(TheFile.OfLines([TheFile.Lines[0], .. rows])), Secretary);

        ImportDecider.Owed(state).Cast<PostEntries>().Select(lot => lot.Postings.Count).Should().Equal(500, 500, 200);
        foreach (var lot in ImportDecider.Owed(state)) Pay(lot, answered: true);
        ledgers.Values.Single().Books[0].Debts.Open.Should().BeEmpty();
    }

    [Theory]
    [InlineData("", "import.no-rows")]
    [InlineData("id,date_start\n", "import.no-rows")]
    [InlineData("id,date_start\nC001,1988-01-01\n", "import.no-profile")]
    [InlineData("id\n\"C001", "import.not-csv")]
    [InlineData("id\n\"C001\"x", "import.not-csv")]
    [InlineData("id\nC\"001", "import.not-csv")]
    [InlineData("id\nC\0001", "import.not-csv")]
    public void What_is_no_such_file_is_refused(string text, string code) =>
        Refusal(new ImportCommand.ImportFile(Encoding.UTF8.GetBytes(text)), Secretary).Code.Should().Be(code);

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused() =>
        Refusal(new ImportCommand.ImportFile(new byte[] { 0x69, 0x64, 0x0A, 0xFF, 0xFE }), Secretary).Code.Should().Be("import.not-csv");

    [Fact]
    public void A_byte_order_mark_and_other_line_ends_change_nothing()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(TheFile.Bytes).Replace("\n", "\r\n", StringComparison.Ordinal).TrimEnd())];

        TheFile.Plan(marked).Figures.Should().Be(TheFile.Plan(TheFile.Bytes).Figures);
    }

    private void Pay(Obligation obligation, bool answered)
    {
        var pair = PairId.Parse(obligation.Creditor.Key);
        var ledger = ledgers.GetValueOrDefault(pair, PairDecider.Initial);
        var decision = PairDecider.Decide(ledger, (PairCommand)obligation.Payment, new(TheFile.Now, Engine, TheFile.Charter));
        ledgers[pair] = ((Decision<PairEvent>.Accepted)decision).Events.Aggregate(ledger, PairDecider.Evolve);
        if (answered) Must((ImportCommand)obligation.Answered(new Answer.Accepted([])), Engine);
    }

    private ValueList<ImportEvent> Must(ImportCommand command, Actor actor)
    {
        var events = Decide(command, actor).Should().BeOfType<Decision<ImportEvent>.Accepted>().Which.Events;
        state = events.Aggregate(state, ImportDecider.Evolve);
        return events;
    }

    private Refusal Refusal(ImportCommand command, Actor actor) => Decide(command, actor).Should().BeOfType<Decision<ImportEvent>.Refused>().Which.Reason;

    private Decision<ImportEvent> Decide(ImportCommand command, Actor actor) => ImportDecider.Decide(state, command, new(TheFile.Now, actor, TheFile.Charter));
}
