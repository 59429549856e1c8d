using System.Reflection;
using System.Text.Json.Nodes;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Sessions;

namespace Nsdd311.Web.Tests.Conventions;

/// <summary>Makes views of arbitrary content: whatever members they have and will have, null where they may be.</summary>
internal sealed class AnyView(int seed)
{
    private static readonly string[] Texts = ["", "plain", "<b>&\"quoted\"'+`</b>", "back\\slash/\t\n\u0001", "Zürich – Москва", "\U0001F4DC paper", new('x', 300)];

    private readonly Random random = new(seed);
    private readonly NullabilityInfoContext nullability = new();

    /// <summary>Every type of ours that is answered as a whole or as a part, by the convention of its name.</summary>
    public static IEnumerable<Type> Types => new[] { typeof(Views.ProposalView).Assembly, typeof(VettingWeb).Assembly }
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("View", StringComparison.Ordinal));

    /// <summary>An arbitrary value of the type.</summary>
    public object Of(Type type) => type switch
    {
        _ when type == typeof(string) => Texts[random.Next(Texts.Length)],
        _ when type == typeof(bool) => random.Next(2) == 0,
        _ when type == typeof(int) => random.Next(-3, 100_000),
        _ when type == typeof(long) => random.NextInt64(),
        _ when type == typeof(decimal) => random.Next(-3, 300) / 2m,
        _ when type == typeof(DateOnly) => new DateOnly(1988, 7, 28).AddDays(random.Next(9_999)),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(1988, 7, 28, 17, 0, 0, TimeSpan.FromHours(random.Next(-5, 3))).AddTicks(random.Next(2) * random.Next()),
        _ when type == typeof(JsonNode) => JsonNode.Parse("""{"mark":"U","list":[1,null,"\u00e9<"]}""")!,
        _ when type == typeof(AgencyId) => AgencyId.Parse("STATE"),
        _ when type == typeof(PortionMark) => PortionMark.Parse("TS//REL TO USA, GBR"),
        _ when type == typeof(ContentHash) => ContentHash.Of([1, 2, 3]),
        _ when type == typeof(SessionId) => new SessionId(BodyKind.Sig, 1989, 1),
        _ when type == typeof(ProposalId) => new ProposalId(Guid.Parse("0f0e0d0c-0b0a-8908-8706-050403020100")),
        _ when type == typeof(Seat) => new Seat(SeatKind.IgMember, AgencyId.Parse("DOD")),
        { IsEnum: true } => Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))!,
        { IsGenericType: true } => OfMany(type),
        _ => OfRecord(type),
    };

    private object OfMany(Type type)
    {
        var held = type.GetGenericArguments();
        if (held.Length == 2) return Activator.CreateInstance(typeof(SortedDictionary<,>).MakeGenericType(held)) is System.Collections.IDictionary all ? Filled(all, held) : throw new NotSupportedException($"{type}");

        var items = Array.CreateInstance(held[0], random.Next(4));
        for (var i = 0; i < items.Length; i++) items.SetValue(Of(held[0]), i);
        return type.GetGenericTypeDefinition() == typeof(ValueList<>)
            ? typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))!.MakeGenericMethod(held).Invoke(null, [items])!
            : items;
    }

    private System.Collections.IDictionary Filled(System.Collections.IDictionary all, Type[] held)
    {
        for (var i = random.Next(4); i > 0; i--) all[Of(held[0])] = Of(held[1]);
        return all;
    }

    private object OfRecord(Type type)
    {
        var made = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        var record = made.Invoke([.. made.GetParameters().Select(parameter => MaybeOf(parameter.ParameterType, nullability.Create(parameter)))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && made.GetParameters().All(parameter => parameter.Name != property.Name)))
            property.SetValue(record, MaybeOf(property.PropertyType, nullability.Create(property)));

        return record;
    }

    private object? MaybeOf(Type type, NullabilityInfo info) =>
        info.ReadState is NullabilityState.Nullable && random.Next(3) == 0 ? null : Of(Nullable.GetUnderlyingType(type) ?? type);
}
