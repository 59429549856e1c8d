using Nsdd311.Marking;

namespace Nsdd311.Tests.Marking;

/// <summary>Short for a text that anybody may read.</summary>
internal static class Unclassified
{
    public static MarkedText U(string text) => new(PortionMark.Unclassified, text);
}
