using System.Reflection;
using Nsdd311.Runtime;

namespace Nsdd311.Grains.Tests;

/// <summary>An entity that is stored and has no grain would be known to a desk and lost on a cluster.</summary>
public sealed class Every_kind_of_entity_has_its_grain
{
    [Fact]
    public void Of_the_same_name()
    {
        var kinds = typeof(EntityKinds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToList();
        var grains = typeof(EntityGrain).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(EntityGrain)))
            .Select(type => type.GetCustomAttributesData().Single(attribute => attribute.AttributeType == typeof(GrainTypeAttribute)).ConstructorArguments[0].Value);

        kinds.Should().OnlyContain(kind => Domain.Model.Has(kind));
        grains.Should().BeEquivalentTo(kinds);
    }
}
