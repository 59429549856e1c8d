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

    /// <summary>The elements that satisfy the test, in the same order.</summary>
    public ValueList<T> Keep(Func<T, bool> test) => new(Array.FindAll(Items, item => test(item)));

    /// <summary>The same list in which each element that satisfies the test is changed.</summary>
    public ValueList<T> Change(Func<T, bool> test, Func<T, T> change) => new(Array.ConvertAll(Items, item => test(item) ? change(item) : item));

    /// <inheritdoc />
    public bool Equals(ValueList<T> other) => Items.AsSpan().SequenceEqual(other.Items);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => Items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public override string ToString() => $"[{string.Join(", ", Items)}]";

    /// <summary>Whether both hold equal elements in the same order.</summary>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Whether they differ in an element or in the order.</summary>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);
}

/// <summary>Makes value lists, also from collection expressions.</summary>
public static class ValueList
{
    /// <summary>A list of these elements.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    /// <summary>A list of these elements, read once.</summary>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new([.. items]);
}
