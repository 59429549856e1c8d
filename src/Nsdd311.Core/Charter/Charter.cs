using Nsdd311.Calendar;
using Nsdd311.Imports;
using Nsdd311.Marking;

namespace Nsdd311.Charters;

/// <summary>A directive as data. Immutable at run time; every event records the version it relied on.</summary>
/// <remarks>
/// The directive itself fixes goals, agencies, bodies, what is vetted, stages and strict reciprocity. Every number, stage, pair and category is
/// project policy and is never shown as the directive's words.
/// </remarks>
/// <param name="Version">Name and digest of the file.</param>
/// <param name="Title">The directive's title, for people.</param>
/// <param name="Counterpart">The other state, for people: <c>USSR</c>.</param>
/// <param name="Home">The own state, for people: <c>US</c>.</param>
/// <param name="Calendar">Working days, hours, holidays and the zone.</param>
/// <param name="Marking">How texts and documents are marked.</param>
/// <param name="Goals">What an activity may claim to serve.</param>
/// <param name="Agencies">In the order in which they are shown.</param>
/// <param name="Ig">The Interagency Group.</param>
/// <param name="Sig">The Senior Interagency Group.</param>
/// <param name="Deadlines">Deadlines that hold for every category.</param>
/// <param name="Categories">What is vetted, and how.</param>
/// <param name="Pairs">The counterpart offices.</param>
/// <param name="BaselineFrom">The day from which balances run.</param>
/// <param name="Persons">Whom local mode seats.</param>
/// <param name="ImportProfiles">How files of past contacts are read.</param>
/// <param name="UnderNegotiation">Subjects under formal negotiation: what touches one needs the explicit concurrence of the agency that conducts negotiations.</param>
public sealed record Charter(
    CharterVersion Version,
    string Title,
    string Counterpart,
    string Home,
    WorkingCalendar Calendar,
    MarkingRegime Marking,
    ValueList<Goal> Goals,
    ValueList<Agency> Agencies,
    BodyRule Ig,
    BodyRule Sig,
    DeadlineRule Deadlines,
    ValueList<Category> Categories,
    ValueList<CounterpartPair> Pairs,
    DateOnly BaselineFrom,
    ValueList<LocalPerson> Persons,
    ValueList<ImportProfile> ImportProfiles,
    ValueList<NegotiatedSubject> UnderNegotiation)
{
    private readonly Dictionary<CategoryCode, Category> categories = Categories.ToDictionary(category => category.Code);
    private readonly Dictionary<PairId, CounterpartPair> pairs = Pairs.ToDictionary(pair => pair.Id);

    /// <summary>The codes of all agencies, in their order: who sits at the table of a round.</summary>
    public ValueList<AgencyId> Table { get; } = Agencies.Map(static agency => agency.Id);

    /// <summary>The category of this code; null if the charter has none.</summary>
    public Category? Find(CategoryCode code) => categories.GetValueOrDefault(code);

    /// <summary>The pair of this name; null if the charter has none.</summary>
    public CounterpartPair? Find(PairId id) => pairs.GetValueOrDefault(id);

    /// <summary>The agency of this code; null if the charter has none.</summary>
    public Agency? Find(AgencyId id) => Agencies.FirstOrDefault(agency => agency.Id == id);

    /// <summary>Whether the charter has a goal of this number.</summary>
    public bool HasGoal(int number) => Goals.Any(goal => goal.Number == number);

    /// <summary>Whether the subject is one of formal negotiations, however its name is spaced and capitalized.</summary>
    public bool IsUnderNegotiation(string subject) =>
        UnderNegotiation.Any(listed => string.Equals(listed.Name, subject.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The rules of a body.</summary>
    public BodyRule Body(BodyKind kind) => kind is BodyKind.Ig ? Ig : Sig;

    /// <summary>A charter is the text that its version names.</summary>
    public bool Equals(Charter? other) => other is not null && Version == other.Version;

    /// <inheritdoc />
    public override int GetHashCode() => Version.GetHashCode();
}

/// <summary>One of the goals that focus the effort.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Name">Short: <c>access</c>.</param>
/// <param name="Question">What the finding of conformity answers.</param>
public sealed record Goal(int Number, string Name, string Question);

/// <summary>A subject under formal negotiation.</summary>
/// <param name="Name">As submissions name it: <c>strategic arms</c>.</param>
/// <param name="Forum">Where it is negotiated, for people.</param>
public sealed record NegotiatedSubject(string Name, string Forum);

/// <summary>An agency of both bodies.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Name">Its name, for people.</param>
/// <param name="LiftsNegotiation">Whether only this agency may lift the objection that something is a negotiation (STATE).</param>
public sealed record Agency(AgencyId Id, string Name, bool LiftsNegotiation);

/// <summary>A counterpart pair: offices, not persons.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Office">Our office, for people.</param>
/// <param name="Agency">Whose office it is.</param>
/// <param name="CounterpartOffice">Theirs, for people.</param>
/// <param name="Substitute">Why the counterpart is only a substitute; null where the offices are equals.</param>
/// <param name="Categories">Categories open to the pair.</param>
public sealed record CounterpartPair(PairId Id, string Office, AgencyId Agency, string CounterpartOffice, string? Substitute, ValueList<CategoryCode> Categories);

/// <summary>A person whom local mode seats when a deployment is founded.</summary>
/// <param name="Id">The name to sign in with.</param>
/// <param name="Name">For people.</param>
/// <param name="Agency">Where the person works; null for observer, auditor, operator.</param>
/// <param name="Clearance">The highest level the person may read, as a portion mark.</param>
/// <param name="Seats">The seats held, one or more.</param>
public sealed record LocalPerson(PersonId Id, string Name, AgencyId? Agency, string Clearance, ValueList<Seat> Seats);
