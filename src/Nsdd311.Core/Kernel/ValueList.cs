using System.Collections;
using System.Runtime.CompilerServices;

namespace Nsdd311;

/// <summary>An immutable list with value equality, so that records holding lists still compare by content.</summary>
/// <typeparam name="T">The element; itself compared by its own equality.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[]? items;

    internal ValueList(T[] items) => this.items = items;

    /// <inheritdoc />
    public int Count => Items.Length;

    /// <inheritdoc />
    public T this[int index] => Items[index];

    private T[] Items => items ?? [];

    /// <summary>The elements without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => Items;

    /// <summary>The same list with one more element at its end.</summary>
    public ValueList<T> Add(T item) => new([.. Items, item]);

    /// <summary>The same list with these elements at its end.</summary>
    public ValueList<T> AddRange(IEnumerable<T> more) => new([.. Items, .. more]);

    /// <inheritdoc cref="AddRange(IEnumerable{T})" />
    public ValueList<T> AddRange(ValueList<T> more) => more.Count == 0 ? this : Count == 0 ? more : new([.. Items, .. more.Items]);

    /// <summary>Whether an element equals this one.</summary>
    public bool Contains(T item) => Array.IndexOf(Items, item) >= 0;

    /// <summary>Whether an element satisfies the test.</summary>
    public bool Any(Func<T, bool> test)
    {
        foreach (var item in Items)
            if (test(item)) return true;

        return false;
    }

    /// <summary>Whether every element satisfies the test.</summary>
    public bool All(Func<T, bool> test)
    {
        foreach (var item in Items)
            if (!test(item)) return false;

        return true;
    }

    /// <summary>The elements, of equal ones the first.</summary>
    public ValueList<T> Distinct() => IsShortAndDistinct ? this : new([.. Items.Distinct()]);

    /// <remarks>Of a short list it costs less to look than to make a set.</remarks>
    private bool IsShortAndDistinct
    {
        get
        {
            var all = Items;
            if (all.Length > 16) return false;

            for (var i = 1; i < all.Length; i++)
                if (Array.IndexOf(all, all[i], 0, i) >= 0) return false;

            return true;
        }
    }

    /// <summary>The elements that satisfy the test, in the same order.</summary>
    public ValueList<T> Keep(Func<T, bool> test) => Keep(static (item, test) => test(item), test);

    /// <summary>The elements that satisfy the test together with another value, in the same order.</summary>
    /// <remarks>The other value is passed along, so that a test on a hot path need not capture it. Mostly all are kept or none, and neither takes memory.</remarks>
    public ValueList<T> Keep<TOther>(Func<T, TOther, bool> test, TOther other)
    {
        var all = Items;
        T[]? kept = null;
        var count = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (!test(all[i], other)) continue;

            if (kept is null && count < i) Array.Copy(all, kept = new T[all.Length], count);
            if (kept is not null) kept[count] = all[i];
            count++;
        }

        return count == all.Length ? this : new((kept ?? all)[..count]);
    }

    /// <summary>What each element becomes, in the same order.</summary>
    public ValueList<TResult> Map<TResult>(Func<T, TResult> map) => Map(static (item, map) => map(item), map);

    /// <summary>What each element becomes together with another value, in the same order.</summary>
    /// <remarks>The other value is passed along, as in <see cref="Keep{TOther}"/>.</remarks>
    public ValueList<TResult> Map<TOther, TResult>(Func<T, TOther, TResult> map, TOther other)
    {
        var all = Items;
        if (all.Length == 0) return [];

        var mapped = new TResult[all.Length];
        for (var i = 0; i < all.Length; i++) mapped[i] = map(all[i], other);

        return new(mapped);
    }

    /// <summary>The same list in which each element that satisfies the test is changed.</summary>
    public ValueList<T> Change(Func<T, bool> test, Func<T, T> change) =>
        Map(static (item, rule) => rule.test(item) ? rule.change(item) : item, (test, change));

    /// <inheritdoc />
    public bool Equals(ValueList<T> other) => ReferenceEquals(Items, other.Items) || Items.AsSpan().SequenceEqual(other.Items);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>The elements in their order, for <c>foreach</c>.</summary>
    public Enumerator GetEnumerator() => new(Items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => Items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Items.GetEnumerator();

    /// <inheritdoc />
    public override string ToString() => $"[{string.Join(", ", Items)}]";

    /// <summary>Whether both hold equal elements in the same order.</summary>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Whether they differ in an element or in the order.</summary>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);

    /// <summary>Walks a list without taking memory.</summary>
    public struct Enumerator
    {
        private readonly T[] items;
        private int at;

        internal Enumerator(T[] items) => (this.items, at) = (items, -1);

        /// <summary>The element at hand.</summary>
        public readonly T Current => items[at];

        /// <summary>Goes on to the next element; false if there is none.</summary>
        public bool MoveNext() => ++at < items.Length;
    }
}

/// <summary>Makes value lists, also from collection expressions.</summary>
public static class ValueList
{
    /// <summary>A list of these elements.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    /// <summary>A list of these elements, read once.</summary>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new([.. items]);
}
