using System.Reflection;

namespace Nsdd311.House;

/// <summary>A message family is one closed record: nested cases, and no constructor that another file could call.</summary>
internal static class Families
{
    private static readonly string[] Endings = ["Command", "Event", "State"];

    public static IEnumerable<Violation> Open(IEnumerable<Type> types) =>
        from type in types
        where type.IsAbstract && !type.IsSealed && !type.IsInterface && Endings.Any(type.Name.EndsWith)
        where type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(IsCallable)
        select new Violation(type.Name, "a family is closed: its constructor is private and its cases are nested");

    // A record's copy constructor stays protected; it takes the record itself.
    private static bool IsCallable(ConstructorInfo constructor) =>
        !constructor.IsPrivate && !(constructor.GetParameters() is [{ } only] && only.ParameterType == constructor.DeclaringType);
}
