using System.Collections;
using System.Text.Json.Serialization.Metadata;
using Nsdd311.Contacts;
using Nsdd311.Imports;
using Nsdd311.LogBook;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Roster;
using Nsdd311.Runtime.Json;
using Nsdd311.Sessions;

namespace Nsdd311.Runtime.Tests.Json;

/// <summary>Meets every type that an event or a state of the domain can hold, before a test of the domain happens to.</summary>
public sealed class EverythingOfTheDomainCanBeStored
{
    public static TheoryData<Type> Families =>
    [
        typeof(ProposalEvent), typeof(ProposalState), typeof(PairEvent), typeof(PairState), typeof(RosterEvent), typeof(RosterState),
        typeof(LogBookEvent), typeof(LogBookState), typeof(ImportEvent), typeof(ImportState), typeof(ContactEvent), typeof(ContactState),
        typeof(SessionEvent), typeof(SessionState), typeof(SessionBookEvent), typeof(SessionBookState),
    ];

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_type_that_a_family_reaches_has_a_form(Type family)
    {
        HashSet<Type> met = [];
        Meet(family, met);
        if (family.IsAbstract)
            foreach (var type in ClosedFamilies.CasesOf(family)) Meet(type, met);

        met.Should().NotBeEmpty();
    }

    [Fact]
    public void Every_kind_comes_back_from_its_own_bytes()
    {
        foreach (var kind in Domain.Model.Kinds) kind.ReadState(kind.WriteState(kind.Initial)).Should().Be(kind.Initial);
    }

    private static void Meet(Type type, HashSet<Type> met)
    {
        if (!met.Add(type)) return;

        type.Should().NotBe<object>("a member must say what it holds");
        var info = JournalJson.Options.GetTypeInfo(type);
        if (info.ElementType is { } element) Meet(element, met);
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
            foreach (var argument in type.GetGenericArguments()) Meet(argument, met);
        if (info.Kind is not JsonTypeInfoKind.Object) return;

        if (type.IsAbstract)
        {
            info.PolymorphismOptions.Should().NotBeNull($"{type} is abstract");
            foreach (var derived in info.PolymorphismOptions!.DerivedTypes) Meet(derived.DerivedType, met);
        }
        else
        {
            foreach (var property in info.Properties)
                (property.AssociatedParameter is not null || property.Set is not null).Should().BeTrue($"{type}.{property.Name} must be readable again");
        }

        foreach (var property in info.Properties) Meet(property.PropertyType, met);
    }
}
