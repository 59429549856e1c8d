using System.Diagnostics.CodeAnalysis;
using Nsdd311.Charters;
using Nsdd311.Sessions;

namespace Nsdd311;

/// <summary>An agency of the two bodies, by its code: <c>STATE</c>, <c>DOD</c>, <c>NSC</c>, <c>OCJCS</c>, <c>CIA</c> in NSDD-311.</summary>
/// <remarks>Two to twelve upper-case ASCII letters. Which agencies exist is the charter's to say.</remarks>
public readonly record struct AgencyId : IParsable<AgencyId>
{
    private readonly string? value;

    private AgencyId(string value) => this.value = value;

    /// <summary>Reads a code; a <see cref="FormatException"/> if it is none.</summary>
    public static AgencyId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an agency code.");

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out AgencyId)" />
    public static bool TryParse(string? s, out AgencyId result) => TryParse(s, null, out result);

    /// <summary>Reads a code; false if it is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AgencyId result)
    {
        var ok = s is { Length: >= 2 and <= 12 } && !s.AsSpan().ContainsAnyExceptInRange('A', 'Z');
        result = ok ? new AgencyId(s!) : default;
        return ok;
    }

    /// <summary>The code. An identifier that was never given a value is a bug.</summary>
    public override string ToString() => value ?? throw new InvalidOperationException("An AgencyId was used before it was given a value.");
}

/// <summary>A matter's identity: a UUID (version 8) derived from the command that created it. People use its log number.</summary>
public readonly record struct ProposalId(Guid Value) : IParsable<ProposalId>
{
    /// <summary>Reads a UUID; a <see cref="FormatException"/> if it is none.</summary>
    public static ProposalId Parse(string s, IFormatProvider? provider = null) => new(Guid.ParseExact(s, "D"));

    /// <summary>Reads a UUID with hyphens; false if it is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProposalId result)
    {
        var ok = Guid.TryParseExact(s, "D", out var value);
        result = new(value);
        return ok;
    }

    /// <summary>The UUID in lower case with hyphens.</summary>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Who a person is to the sign-in: the token's <c>sub</c>. In local mode <c>state.ig</c> and the like.</summary>
public readonly record struct PersonId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>A human's name for a matter: year and serial, <c>1988-00042</c>; unique and without gaps per year.</summary>
/// <param name="Year">The year of the submission in the charter's zone.</param>
/// <param name="Serial">From 1.</param>
public readonly record struct LogNumber(int Year, int Serial)
{
    /// <summary>Year, hyphen, five digits.</summary>
    public override string ToString() => $"{Year:D4}-{Serial:D5}";

    /// <summary>Whether it was given later than the other.</summary>
    public bool IsAfter(LogNumber other) => (Year, Serial).CompareTo((other.Year, other.Serial)) > 0;

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out LogNumber number)
    {
        number = text?.Split('-') is [{ Length: 4 } year, { Length: >= 5 } serial] && AreDigits(year) && AreDigits(serial) && int.TryParse(serial, out var count)
            ? new(int.Parse(year), count)
            : default;
        return number != default;
    }

    private static bool AreDigits(string text) => text.All(char.IsAsciiDigit);
}

/// <summary>One entity of the record: its kind and its key within the kind, <c>pair/secdef~minister-of-defense</c>.</summary>
/// <param name="Kind">A name from <see cref="EntityKinds"/>.</param>
/// <param name="Key">The key as the domain writes it; empty for an entity of which a deployment has one.</param>
public readonly record struct EntityId(string Kind, string Key)
{
    /// <summary>A matter.</summary>
    public static EntityId Of(ProposalId id) => new(EntityKinds.Proposal, id.ToString());

    /// <summary>A counterpart pair.</summary>
    public static EntityId Of(PairId id) => new(EntityKinds.Pair, id.ToString());

    /// <summary>The roster of the deployment.</summary>
    public static EntityId Roster { get; } = new(EntityKinds.Roster, EntityKinds.Roster);

    /// <summary>The series of log numbers of a year.</summary>
    public static EntityId LogBook(int year) => new(EntityKinds.LogBook, year.ToString("D4"));

    /// <summary>A session of a body.</summary>
    public static EntityId Of(SessionId id) => new(id.Body is BodyKind.Ig ? EntityKinds.IgSession : EntityKinds.SigSession, id.ToString());

    /// <summary>A body's book of its sessions.</summary>
    public static EntityId SessionBook(BodyKind body) => new(EntityKinds.SessionBook, SessionId.NameOf(body));

    /// <summary>Kind and key as one string, the key of the journal.</summary>
    public override string ToString() => $"{Kind}/{Key}";

    /// <summary>Reads what <see cref="ToString"/> wrote; a <see cref="FormatException"/> otherwise.</summary>
    public static EntityId Parse(string text)
    {
        var slash = text.IndexOf('/');
        return slash > 0 ? new(text[..slash], text[(slash + 1)..]) : throw new FormatException($"'{text}' is not an entity.");
    }
}

/// <summary>The kinds of entity. These names are stored.</summary>
public static class EntityKinds
{
    /// <summary>A matter to be vetted.</summary>
    public const string Proposal = "proposal";

    /// <summary>A counterpart pair with its ledger.</summary>
    public const string Pair = "pair";

    /// <summary>Who holds which seat.</summary>
    public const string Roster = "roster";

    /// <summary>A year's series of log numbers.</summary>
    public const string LogBook = "log-book";

    /// <summary>An imported file of past contacts.</summary>
    public const string Import = "import";

    /// <summary>A contact that is kept and never counted.</summary>
    public const string Contact = "contact";

    /// <summary>A session of the IG.</summary>
    public const string IgSession = "ig-session";

    /// <summary>A session of the SIG.</summary>
    public const string SigSession = "sig-session";

    /// <summary>A body's book of its sessions: their numbers, and what waits for the next one.</summary>
    public const string SessionBook = "session-book";
}
