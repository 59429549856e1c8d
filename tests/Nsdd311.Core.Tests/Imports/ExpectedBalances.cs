using Nsdd311.Charters;
using Nsdd311.Reciprocity;

namespace Nsdd311.Tests.Imports;

/// <summary>Section 4.3 of the rule book, at each of its dates.</summary>
public sealed class ExpectedBalances
{
    private static readonly Dictionary<PairId, PairState> Ledgers = TheFile.Ledgers(TheFile.Plan(TheFile.Bytes));

    public static TheoryData<string, string, string, string> Table => new()
    {
        { "1988-07-28", "secdef~minister-of-defense", "talks.ministerial", "0 : 0, with 2 not counted" },
        { "1988-07-28", "secaf~cinc-air-forces", "visit.service-secretary", "0 : 1, days unknown, persons unknown, sites unknown, C011 due 1989-07-27 US owes" },
        { "1988-07-28", "cjcs~chief-of-general-staff", "visit.chiefs", "1 : 0, days +7, persons unknown, sites +3, C016 due 1989-07-11 USSR owes" },
        { "1988-07-28", "cno~cinc-navy", "talks.incsea", "1 : 1" },
        { "1988-09-01", "secdef~minister-of-defense", "visit.ministerial", "0 : 1, days -4, persons unknown, sites -2, C021 due 1989-08-04 US owes" },
        { "1988-09-01", "us-jve~soviet-jve", "exchange.observation", "1 : 0, persons +43, C024 due 1988-09-30 USSR owes" },
        { "1989-09-01", "secdef~minister-of-defense", "visit.ministerial", "0 : 1, days -4, persons unknown, sites -2, C021 overdue since 1989-08-05 US owes" },
        { "1989-09-01", "secaf~cinc-air-forces", "visit.service-secretary", "0 : 1, days unknown, persons unknown, sites unknown, C011 overdue since 1989-07-28 US owes" },
        { "1989-09-01", "cjcs~chief-of-general-staff", "visit.chiefs", "1 : 1, days -4, persons 0 with 1 figure missing, sites -1" },
        { "1989-09-01", "cno~cinc-navy", "exchange.ship-visit", "1 : 1, days 0, hulls +1" },
        { "1989-09-01", "cno~cinc-navy", "talks.incsea", "2 : 1, C040 due 1990-08-31 USSR owes" },
        { "1989-09-01", "us-jve~soviet-jve", "exchange.observation", "1 : 1, persons 0 with 1 figure missing" },
        { "1989-12-31", "secdef~minister-of-defense", "visit.ministerial", "1 : 1, days +2, persons 0 with 1 figure missing, sites +1" },
        { "1989-12-31", "secdef~minister-of-defense", "talks.ministerial", "0 : 0, with 2 not counted" },
        { "1989-12-31", "secaf~cinc-air-forces", "visit.service-secretary", "0 : 1, days unknown, persons unknown, sites unknown, C011 overdue since 1989-07-28 US owes" },
        { "1989-12-31", "cjcs~chief-of-general-staff", "visit.chiefs", "1 : 1, days -4, persons 0 with 1 figure missing, sites -1" },
        { "1989-12-31", "cno~cinc-navy", "exchange.ship-visit", "1 : 1, days 0, hulls +1" },
        { "1989-12-31", "cno~cinc-navy", "talks.incsea", "2 : 1, C040 due 1990-08-31 USSR owes" },
        { "1989-12-31", "us-jve~soviet-jve", "exchange.observation", "1 : 1, persons 0 with 1 figure missing" },
    };

    [Theory, MemberData(nameof(Table))]
    public void Come_out_of_the_file(string day, string pair, string category, string expected) =>
        BalanceWords.Of(Ledgers[PairId.Parse(pair)], CategoryCode.Parse(category), DateOnly.Parse(day)).Should().Be(expected);

    [Fact]
    public void History_never_broke_the_bounds() =>
        Ledgers.Values.SelectMany(state => state.Books).Should().OnlyContain(book => !book.IsOutOfBalance, "the bounds of section 3.2 are usable");
}

/// <summary>An account as one line, as the table of section 4.3 has it.</summary>
internal static class BalanceWords
{
    public static string Of(PairState state, CategoryCode code, DateOnly day, Charter? charter = null)
    {
        charter ??= TheFile.Charter;
        var account = Balances.AsOf(state, charter.Find(code)!, day);
        var notCounted = account.Contacts.Count(contact => contact.NotCounted is not null);
        return string.Join(", ",
        [
            $"{account.Events.Given / 2m:0.#} : {account.Events.Received / 2m:0.#}",
            .. notCounted > 0 ? [$"with {notCounted} not counted"] : Array.Empty<string>(),
            .. account.Events is { Given: 0, Received: 0 } ? [] : account.Dimensions.Skip(1).Select(Words),
            .. account.OpenDebts.Select(open => Words(open, account, charter)),
        ]);
    }

    private static string Words(Tally tally) => tally.Balance is not { } balance
        ? $"{tally.Dimension} unknown"
        : $"{tally.Dimension} {balance / 2:+0;-0;0}{(tally.Missing.Count > 0 ? $" with {tally.Missing.Count} figure missing" : "")}";

    private static string Words(OpenDebt open, AccountOnDay account, Charter charter)
    {
        var entry = account.Contacts.Single(contact => contact.Entry == open.Debt.Entry);
        var when = open.OverdueSince is { } since ? $"overdue since {since:yyyy-MM-dd}" : $"due {open.Debt.ReturnBy:yyyy-MM-dd}";
        return $"{entry.Reference} {when} {(open.Debt.Opened is CountsAs.Given ? charter.Counterpart : charter.Home)} owes";
    }
}
