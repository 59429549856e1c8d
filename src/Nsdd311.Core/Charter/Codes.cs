using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Nsdd311.Charters;

/// <summary>A category of matters, by its code: <c>visit.ministerial</c>. Direction is never part of it.</summary>
public readonly record struct CategoryCode(string Value) : IParsable<CategoryCode>
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");

    /// <inheritdoc cref="TryParse" />
    public static CategoryCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"'{s}' is not a category code.");

    /// <summary>Lower-case words of letters, digits and hyphens, joined by dots; at most 60 characters.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CategoryCode result)
    {
        var ok = s is { Length: >= 3 and <= 60 } && !s.AsSpan().ContainsAnyExcept(Signs);
        result = ok ? new(s!) : default;
        return ok;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>A counterpart pair: our office, a tilde, the office it deals with (<c>secdef~minister-of-defense</c>).</summary>
public readonly record struct PairId(string Value) : IParsable<PairId>
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789~-");

    /// <inheritdoc cref="TryParse" />
    public static PairId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not a counterpart pair.");

    /// <summary>Two names of lower-case letters, digits and hyphens with one tilde between them; at most 100 characters.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PairId result)
    {
        var ok = s is { Length: >= 3 and <= 100 }
            && !s.AsSpan().ContainsAnyExcept(Signs)
            && s.IndexOf('~') is var tilde and > 0 && tilde == s.LastIndexOf('~') && tilde < s.Length - 1;
        result = ok ? new(s!) : default;
        return ok;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>What a ledger counts in: <c>events</c>, <c>days</c>, <c>persons</c>, <c>sites</c>, <c>hulls</c>, or what another charter names.</summary>
public readonly record struct Dimension(string Code)
{
    /// <summary>Contacts themselves: the dimension that every reciprocal category has, and in which debts are counted.</summary>
    public static Dimension Events { get; } = new("events");

    /// <summary>Days of a contact.</summary>
    public static Dimension Days { get; } = new("days");

    /// <summary>Places shown; the parts of an imported visit add to it.</summary>
    public static Dimension Sites { get; } = new("sites");

    /// <inheritdoc />
    public override string ToString() => Code;
}

/// <summary>Which charter, and which text of it: its name and the first 16 hex digits of the SHA-256 of its file.</summary>
public readonly record struct CharterVersion(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>Coordination happens "at each stage in the planning process". A category names the stages it has.</summary>
public enum Stage
{
    /// <summary>Whether to do it at all.</summary>
    Concept,

    /// <summary>How it is to be done.</summary>
    Plan,

    /// <summary>What exactly will be said, shown or signed.</summary>
    Final,
}

/// <summary>The two bodies.</summary>
public enum BodyKind
{
    /// <summary>The Interagency Group: vets everything.</summary>
    Ig,

    /// <summary>The Senior Interagency Group: acts as necessary.</summary>
    Sig,
}

/// <summary>What is vetted: "all public and private statements of US policy, visits and proposed agreements", and the guidance for them.</summary>
public enum MatterKind
{
    /// <summary>Said in public.</summary>
    PublicStatement,

    /// <summary>Said in private: talking points.</summary>
    PrivateStatement,

    /// <summary>A visit, either way.</summary>
    Visit,

    /// <summary>Any other exchange activity: ships, talks, observation, education, sports.</summary>
    ExchangeActivity,

    /// <summary>A proposed agreement, under a named authority.</summary>
    ProposedAgreement,

    /// <summary>The bodies' own product: guidance for a category of contacts.</summary>
    PolicyGuidance,
}
