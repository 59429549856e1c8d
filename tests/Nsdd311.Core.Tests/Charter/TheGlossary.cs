using System.Text.RegularExpressions;
using Nsdd311.Charters;

namespace Nsdd311.Tests.Charters;

public sealed partial class TheGlossary
{
    [Fact]
    public void Every_type_that_carries_a_word_exists()
    {
        var types = typeof(Charter).Assembly.GetExportedTypes().Select(type => type.Name.Split('`')[0]).ToHashSet();
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "GLOSSARY.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal));

        var named = rows.SelectMany(row => TypeName().Matches(row.Split('|')[3])).Select(match => match.Groups[1].Value).ToList();

        named.Should().HaveCountGreaterThan(60);
        named.Except(types).Should().BeEmpty();
    }

    [GeneratedRegex("`([A-Za-z0-9]+)`")]
    private static partial Regex TypeName();
}
