using System.Text.RegularExpressions;

namespace Nsdd311.House;

/// <summary>What nobody wants to find here, in code or in prose.</summary>
internal static partial class Words
{
    public static IEnumerable<Violation> InCode(string path, string text)
    {
        var source = SourceText.Of(text);
        return Violation.ForEach(Unfinished(), path, source.Comments, match => $"'{match.Value}': finish it or leave it out")
            .Concat(Violation.ForEach(Unwritten(), path, source.Code, _ => "a member that only throws is not written yet"))
            .Concat(Violation.ForEach(Sleeping(), path, source.Code, _ => "wait for what is awaited, not for time to go by"))
            .Concat(Violation.ForEach(AmbientTime(), path, source.Code, match => $"{match.Value}: time is an argument, or comes from TimeProvider"));
    }

    public static IEnumerable<Violation> InText(string path, string text) =>
        Violation.ForEach(MachinePath(), path, text, match => $"'{match.Value}…' is a path of one machine")
            .Concat(Violation.ForEach(Registry(), path, text, match => $"{match.Value}: the machine's own sources are used, none is named here"))
            .Concat(path.EndsWith(".cs") ? [] : Violation.ForEach(Unfinished(), path, text, match => $"'{match.Value}': finish it or leave it out"));

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|HACK)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\bNotImplementedException\b")]
    private static partial Regex Unwritten();

    [GeneratedRegex(@"\bThread\s*\.\s*Sleep\b")]
    private static partial Regex Sleeping();

    [GeneratedRegex(@"\bDateTime(Offset)?\s*\.\s*(Now|UtcNow|Today)\b")]
    private static partial Regex AmbientTime();

    [GeneratedRegex(@"(?<![\w.:/$~<-])/(home|Users|root|work|mnt|private/var|tmp)/[\w.]|\b[A-Za-z]:\\\\?(Users|Windows|Program|src|work)")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(api[.])?nuget[.]org\b|\bpkgs[.]dev[.]azure[.]com|\bnuget[.]pkg[.]github|\bregistry[.]npmjs|\bpypi[.]org|\bmyget[.]org", RegexOptions.IgnoreCase)]
    private static partial Regex Registry();
}
