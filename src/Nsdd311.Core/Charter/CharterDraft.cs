using Nsdd311.Calendar;
using Nsdd311.Imports;
using Nsdd311.Marking;

namespace Nsdd311.Charters;

/// <summary>What could be read of a charter file; what could not is null or left out.</summary>
internal sealed class CharterDraft
{
    public string Name { get; set; } = "";

    public string Title { get; set; } = "";

    public string Home { get; set; } = "";

    public string Counterpart { get; set; } = "";

    public WorkingCalendar? Calendar { get; set; }

    /// <summary>How long a working day is.</summary>
    public TimeSpan? WorkingDay { get; set; }

    public MarkingRegime Marking { get; set; }

    public ValueList<Placed<Goal>> Goals { get; set; }

    public ValueList<Placed<Agency>> Agencies { get; set; }

    public Declared<AgencyId> AgencyCodes { get; } = new("agency");

    public BodyRule? Ig { get; set; }

    public BodyRule? Sig { get; set; }

    public DeadlineRule? Deadlines { get; set; }

    public ValueList<Placed<Category>> Categories { get; set; }

    public Declared<CategoryCode> CategoryCodes { get; } = new("category");

    public ValueList<Placed<CounterpartPair>> Pairs { get; set; }

    public Declared<PairId> PairIds { get; } = new("pair");

    public ValueList<Placed<NegotiatedSubject>> UnderNegotiation { get; set; }

    public DateOnly BaselineFrom { get; set; }

    public ValueList<Placed<LocalPerson>> Persons { get; set; }

    public Declared<PersonId> PersonIds { get; } = new("person");

    public ValueList<ImportProfile> Imports { get; set; }

    /// <summary>The charter, of a draft without a fault.</summary>
    public Charter Sealed(string digest) => new(
        new($"{Name}@{digest}"),
        Title,
        Counterpart,
        Home,
        Calendar!,
        Marking,
        Values(Goals),
        Values(Agencies),
        Ig!,
        Sig!,
        Deadlines!,
        Values(Categories),
        Values(Pairs),
        BaselineFrom,
        Values(Persons),
        Imports,
        Values(UnderNegotiation));

    private static ValueList<T> Values<T>(ValueList<Placed<T>> placed) => placed.Select(item => item.Value).ToValueList();
}
