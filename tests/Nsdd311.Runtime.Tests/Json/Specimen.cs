using System.Reflection;
using Nsdd311.Calendar;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;
using Nsdd311.Runtime.Json;

namespace Nsdd311.Runtime.Tests.Json;

/// <summary>Makes one full value of any type of the domain: every member set, every list with one element, the first case of a family.</summary>
internal static class Specimen
{
    private static readonly Dictionary<Type, object> Simple = new()
    {
        [typeof(string)] = "words",
        [typeof(int)] = 3,
        [typeof(long)] = 4L,
        [typeof(bool)] = true,
        [typeof(Guid)] = Guid.Parse("01234567-89ab-8cde-8f01-23456789abcd"),
        [typeof(DateOnly)] = new DateOnly(1988, 7, 28),
        [typeof(DateTimeOffset)] = new DateTimeOffset(1988, 7, 28, 17, 0, 0, TimeSpan.FromHours(-4)),
        [typeof(AgencyId)] = AgencyId.Parse("STATE"),
        [typeof(PortionMark)] = PortionMark.Parse("S//NF"),
        [typeof(ContentHash)] = ContentHash.Of("words"u8),
        [typeof(PairId)] = new PairId("secdef~minister-of-defense"),
        [typeof(CategoryCode)] = new CategoryCode("visit.ministerial"),
        [typeof(Seat)] = new Seat(SeatKind.IgMember, AgencyId.Parse("CIA")),
        [typeof(WorkingSpan)] = new WorkingSpan.Days(10),
        [typeof(Units)] = Units.Of((Dimension.Events, 1), (Dimension.Days, 5)),
        [typeof(Dimension)] = Dimension.Events,
    };

    public static object Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Of(inner);
        if (Simple.TryGetValue(type, out var value)) return value;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)) return ListOf(type.GetGenericArguments()[0]);
        if (type.IsAbstract) return Of(ClosedFamilies.CasesOf(type)[0]);

        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).OrderByDescending(candidate => candidate.GetParameters().Length).First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
        var given = constructor.GetParameters().Select(parameter => parameter.Name).ToHashSet();
        foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => member.CanWrite && !given.Contains(member.Name)))
            member.SetValue(made, Of(member.PropertyType));

        return made;
    }

    private static object ListOf(Type element)
    {
        var items = Array.CreateInstance(element, 1);
        items.SetValue(Of(element), 0);
        return typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))!.MakeGenericMethod(element).Invoke(null, [items])!;
    }
}
