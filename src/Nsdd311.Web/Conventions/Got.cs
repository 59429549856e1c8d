using System.Diagnostics.CodeAnalysis;

namespace Nsdd311.Web.Conventions;

/// <summary>Either what was looked for, or the problem that stands in the way.</summary>
internal readonly struct Got<T>
    where T : notnull
{
    private readonly T? value;
    private readonly Problem? problem;

    private Got(T? value, Problem? problem)
    {
        this.value = value;
        this.problem = problem;
    }

    /// <summary>True with the value; false with the problem.</summary>
    public bool Try([NotNullWhen(true)] out T? got, [NotNullWhen(false)] out Problem? inTheWay)
    {
        (got, inTheWay) = (value, problem);
        return problem is null;
    }

    /// <summary>What was looked for.</summary>
    public static implicit operator Got<T>(T value) => new(value, null);

    /// <summary>What stands in the way.</summary>
    public static implicit operator Got<T>(Problem problem) => new(default, problem);
}
