using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nsdd311.Runtime.Json;

/// <summary>How closed record families are stored: an abstract record names its case in <c>$case</c>, whatever it is a member of.</summary>
public static class ClosedFamilies
{
    /// <summary>The name under which a case is stored: <c>InVetting</c> is <c>in-vetting</c>.</summary>
    public static string NameOf(Type type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name);

    /// <summary>The cases of an abstract record: those nested in it or, where none is, those beside it in its assembly.</summary>
    public static IReadOnlyList<Type> CasesOf(Type family)
    {
        var nested = Concrete(family.GetNestedTypes(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic), family);
        return nested.Count > 0 ? nested : Concrete(family.Assembly.GetTypes(), family);
    }

    /// <summary>Tells the serializer the cases of every abstract record that it meets.</summary>
    internal static void NameCases(JsonTypeInfo info)
    {
        if (info.Kind is not JsonTypeInfoKind.Object || !info.Type.IsAbstract || info.Type.IsInterface) return;

        var cases = CasesOf(info.Type);
        if (cases.Count == 0) return;

        info.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "$case" };
        foreach (var type in cases) info.PolymorphismOptions.DerivedTypes.Add(new(type, NameOf(type)));
    }

    /// <summary>What a record computes is not stored: it would be a second truth.</summary>
    internal static void DropComputed(JsonTypeInfo info)
    {
        if (info.Kind is not JsonTypeInfoKind.Object) return;

        for (var i = info.Properties.Count - 1; i >= 0; i--)
            if (info.Properties[i] is { Set: null, AssociatedParameter: null }) info.Properties.RemoveAt(i);
    }

    private static List<Type> Concrete(Type[] types, Type family) =>
        [.. types.Where(type => type.IsSubclassOf(family) && !type.IsAbstract).OrderBy(type => type.FullName, StringComparer.Ordinal)];
}
