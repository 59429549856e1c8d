using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Nsdd311.Calendar;

/// <summary>The holidays of one place as rules, and single days on which it is closed besides (8-charter, section 1).</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Closures">Single days.</param>
public sealed record Holidays(ValueList<HolidayRule> Rules, ValueList<DateOnly> Closures)
{
    private readonly ConcurrentDictionary<int, FrozenSet<DateOnly>> years = [];

    /// <summary>Whether the place is closed on the day for another reason than the weekend.</summary>
    public bool Has(DateOnly day) => years.GetOrAdd(day.Year, In).Contains(day);

    /// <inheritdoc />
    public bool Equals(Holidays? other) => other is not null && Rules == other.Rules && Closures == other.Closures;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Rules, Closures);

    /// <summary>The days kept in a year: a New Year on a Saturday is kept in the year before its own.</summary>
    private FrozenSet<DateOnly> In(int year) =>
        Rules.SelectMany(rule => Neighbours(year), (rule, near) => rule.ObservedIn(near))
            .OfType<DateOnly>()
            .Concat(Closures)
            .Where(day => day.Year == year)
            .ToFrozenSet();

    private static IEnumerable<int> Neighbours(int year) =>
        Enumerable.Range(year - 1, 3).Where(near => near >= DateOnly.MinValue.Year && near <= DateOnly.MaxValue.Year);
}
