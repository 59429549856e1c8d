using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using static Nsdd311.Reciprocity.PairCommand;

namespace Nsdd311.Simulation.People;

/// <summary>What the SIG moves about a ledger: waivers that run out within days, freezes lifted for a while, debts written off or carried; mostly agreed to and granted.</summary>
internal sealed class Movers(Random chance, Charter charter, Cast cast, Papers papers)
{
    private readonly AgencyId[] agencies = [.. charter.Agencies.Select(agency => agency.Id)];

    public IEnumerable<Deed> Next(PairId pair, PairState ledger, DateTimeOffset now)
    {
        var open = ledger.Motions.Where(motion => motion.Decision is null).Select(motion => motion.Number).ToList();
        if (open.Count == 0 || chance.Next(5) == 0) return [Do(pair, new Move(pair, ReliefOf(pair, ledger, now), Papers.Text("It is needed.")), cast.SigChair)];

        var number = chance.Next(15) == 0 ? ledger.Motions.Count + 1 : chance.Next(4) == 0 ? open[chance.Next(open.Count)] : open[^1];
        if (ledger.Motion(number) is { } motion && agencies.All(agency => motion.Standing(agency) is { Agrees: true })) return [Do(pair, new Grant(number), cast.SigChair)];

        return chance.Next(8) switch
        {
            0 => [Do(pair, new Drop(number), cast.SigChair)],
            1 => [Do(pair, new Speak(number, false, Papers.Text("Not so.")), cast.SigMember(agencies[chance.Next(agencies.Length)]))],
            2 => [Do(pair, new Grant(number), chance.Next(2) == 0 ? cast.SigChair : cast.Chair)],
            _ => [.. agencies.Select(agency => Do(pair, new Speak(number, true, null), cast.SigMember(agency))), Do(pair, new Grant(number), cast.SigChair)],
        };
    }

    /// <summary>Mostly what somebody needs: room for who waits in line, a lift of what is frozen, an end of what is owed.</summary>
    private Relief ReliefOf(PairId pair, PairState ledger, DateTimeOffset now)
    {
        var until = now.AddDays(chance.Next(8) == 0 ? -1 : chance.Next(30)).AddHours(chance.Next(24));
        var open = ledger.Books.SelectMany(book => book.Debts.Open).ToList();
        var debt = open.Count > 0 && chance.Next(8) > 0 ? ledger.Entered.ToList().IndexOf(open[chance.Next(open.Count)].Entry) + 1 : chance.Next(4);
        var needed = ledger.Line is [var waiting, ..] && chance.Next(4) > 0 ? charter.Find(waiting.Category)! : AnyCategory(pair);
        var frozen = ledger.Books.FirstOrDefault(book => book.Debts.Open.Any(one => one.OverdueAt <= now))?.Category;
        if (frozen is { } account && chance.Next(3) > 0) return new Relief.LiftFreeze(account, now.AddDays(chance.Next(1, 6)));

        return chance.Next(10) switch
        {
            < 6 => new Relief.Waiver(needed.Code, papers.UnitsFor(needed, 0), until),
            < 8 => new Relief.LiftFreeze(needed.Code, until),
            8 => new Relief.WriteOff(debt),
            _ => new Relief.Carry(debt, charter.Calendar.DayOf(now).AddDays(chance.Next(-5, 40))),
        };
    }

    private Category AnyCategory(PairId pair)
    {
        var codes = charter.Find(pair)!.Categories;
        return charter.Find(codes[chance.Next(codes.Count)])!;
    }

    private static Deed Do(PairId pair, PairCommand command, Actor actor) => new(EntityId.Of(pair), command, actor);
}
