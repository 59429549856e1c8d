using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;

namespace Nsdd311.Simulation.People;

/// <summary>What people write: papers, units, days. Mostly sound, sometimes not.</summary>
internal sealed class Papers(Random chance, Charter charter)
{
    private static readonly (string Category, string? Pair)[] Kinds =
    [
        ("exchange.education", "ndu~voroshilov-academy"), ("exchange.education", "ndu~voroshilov-academy"), ("exchange.education", "ndu~voroshilov-academy"),
        ("exchange.education", "ndu~voroshilov-academy"), ("exchange.education", "ndu~voroshilov-academy"), ("visit.delegation", "ndu~voroshilov-academy"),
        ("visit.delegation", "ndu~voroshilov-academy"), ("exchange.ship-visit", "cno~cinc-navy"), ("talks.incsea", "cno~cinc-navy"),
        ("visit.ministerial", "secdef~minister-of-defense"), ("talks.ministerial", "secdef~minister-of-defense"), ("talks.ministerial", "secdef~minister-of-defense"),
        ("exchange.sports", "us-forces-sports~soviet-forces-sports"), ("statement.public", null), ("statement.press-guidance", null), ("agreement.proposed", null),
    ];

    public static PairId[] Pairs { get; } = [.. Kinds.Where(kind => kind.Pair is not null).Select(kind => new PairId(kind.Pair!)).Distinct()];

    public static MarkedText Text(string text) => new(PortionMark.Parse(text.Length % 2 == 0 ? "C" : "U"), text);

    public Paper New(DateTimeOffset now)
    {
        var (code, pair) = Kinds[chance.Next(Kinds.Length)];
        var category = charter.Find(new CategoryCode(code))!;
        Direction? direction = pair is null ? null : chance.Next(12) switch { < 6 => Direction.Inbound, < 11 => Direction.Outbound, _ => Direction.ThirdCountry };
        var lead = chance.Next(10) == 0 ? chance.Next(1 + category.LeadTime) : category.LeadTime;
        var from = charter.Calendar.FirstDay(now, lead).AddDays(chance.Next(category.LeadTime == 0 ? 2 : 10));
        Authority? authority = category.Kind is MatterKind.ProposedAgreement ? Authority.Negotiate : null;
        return new(
            category.Code, direction, pair is null ? null : new PairId(pair), "A matter", Text("The title"), [Text("The first paragraph."), Text("The second one.")],
            [new(1, Text("We learn."))], new Window(from, from.AddDays(chance.Next(6))), UnitsFor(category, 2), [], false, null, authority, null);
    }

    /// <summary>A later text of the same matter: sometimes other units, other days, another claim, and now and then another matter altogether.</summary>
    public Paper Next(Paper paper, PairState? ledger)
    {
        if (chance.Next(30) == 0) return paper with { Direction = Direction.Outbound };
        if (chance.Next(4) == 0) paper = paper with { Units = UnitsFor(charter.Find(paper.Category)!, 2) };
        if (chance.Next(6) == 0 && paper.Window is { } window) paper = paper with { Window = new Window(window.From, window.To.AddDays(chance.Next(40))) };
        if (chance.Next(5) == 0 && EntryIn(ledger) is { } entry) paper = paper with { Answers = entry };
        return paper;
    }

    /// <summary>Units in every dimension of the category; of a hundred, so many figures above the most of one contact.</summary>
    public Units UnitsFor(Category category, int above)
    {
        var units = Units.Of((Dimension.Events, 1));
        foreach (var rule in (category.Reciprocity?.Dimensions ?? []).Where(rule => rule.Dimension != Dimension.Events))
            units = units.With(rule.Dimension, 2 * (chance.Next(100) < above ? rule.Most + chance.Next(1, 3) : 1 + Math.Min(chance.Next(rule.Most), chance.Next(rule.Most))));
        return units;
    }

    public Units WithoutOne(Units units) =>
        chance.Next(8) == 0 && units.Measures.Count > 1 ? new(units.Measures.Keep(measure => measure.Dimension != units.Measures[^1].Dimension)) : units;

    public EntryId? EntryIn(PairState? ledger) =>
        ledger?.Books.SelectMany(book => book.Contacts).Select(contact => (EntryId?)contact.Entry).ToList() is { Count: > 0 } entries ? entries[chance.Next(entries.Count)] : null;

    public Window DaysBefore(DateOnly today, Window planned)
    {
        var to = planned.To < today ? planned.To : today.AddDays(-chance.Next(3));
        return new(planned.From < to ? planned.From : to, to);
    }
}
