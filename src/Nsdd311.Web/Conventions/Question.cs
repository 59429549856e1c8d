using Microsoft.AspNetCore.Http;

namespace Nsdd311.Web.Conventions;

/// <summary>Reads the parameters of a list, gathering what is wrong with them; a parameter that nobody knows is refused by name.</summary>
internal sealed class Question(HttpRequest request, params string[] known)
{
    private readonly List<KeyValuePair<string, string>> errors = [];
    private static readonly string[] Paging = ["limit", "cursor"];

    /// <summary>What is wrong; null if nothing is.</summary>
    public Problem? Problem
    {
        get
        {
            foreach (var (name, values) in request.Query)
            {
                if (!known.Contains(name) && !Paging.Contains(name)) errors.Add(new(name, "There is no such parameter here."));
                else if (values.Count > 1) errors.Add(new(name, "Give this parameter once."));
            }

            return errors.Count == 0
                ? null
                : new(400, "query.malformed", string.Join(" ", errors.Select(error => $"{error.Key}: {error.Value}"))) { Errors = errors };
        }
    }

    /// <summary>Rows a page; 50 unless told, 200 at most.</summary>
    public int Limit => Text("limit") is not { } text ? 50 : int.TryParse(text, out var limit) && limit is >= 1 and <= 200 ? limit : Fault("limit", "Give 1 to 200.", 50);

    /// <summary>The parameter as it is; null if it is not there.</summary>
    public string? Text(string name) => request.Query.TryGetValue(name, out var values) && values is [{ } text, ..] ? text : null;

    /// <summary>The parameter read by its type; null if it is not there.</summary>
    public T? Value<T>(string name, Func<string, T?> parse, string what)
        where T : struct =>
        Text(name) is not { } text ? null : parse(text) ?? Fault<T?>(name, $"This is not {what}.", null);

    /// <summary>The parameter in the form by which lists find it; null if it is not there.</summary>
    public string? Key(string name, Func<string, string?> form, string what) =>
        Text(name) is not { } text ? null : form(text) ?? Fault<string?>(name, $"This is not {what}.", null);

    /// <summary>One of the words of an enumeration; null if it is not there.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum =>
        Value<T>(name, text => Words<T>.All.TryGetValue(text, out var value) ? value : null, $"one of {string.Join(", ", Words<T>.All.Keys)}");

    /// <summary>One of these words; null if it is not there.</summary>
    public string? OneOf(string name, IReadOnlyCollection<string> words) =>
        Text(name) is not { } text || words.Contains(text) ? Text(name) : Fault<string?>(name, $"This is not one of {string.Join(", ", words)}.", null);

    /// <summary>The question without its cursor, to which a cursor is bound.</summary>
    public string Canonical() =>
        $"{request.Path}?{string.Join('&', request.Query.Where(pair => pair.Key is not "cursor").OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}"))}";

    /// <summary>Where to go on; null for the first page.</summary>
    public string? After(Cursors cursors, PersonId subject) =>
        Text("cursor") is not { } cursor ? null : cursors.Read(subject, Canonical(), cursor) ?? Fault<string?>("cursor", "This cursor is not yours, or belongs to another question.", null);

    /// <summary>The address of the next page, and its cursor; null on the last.</summary>
    public (string? Address, string? Cursor) Next(Cursors cursors, PersonId subject, string? after)
    {
        if (after is null) return (null, null);

        var cursor = cursors.Make(subject, Canonical(), after);
        var question = Canonical();
        return ($"{question}{(question.EndsWith('?') ? "" : "&")}cursor={cursor}", cursor);
    }

    private T Fault<T>(string name, string what, T instead)
    {
        errors.Add(new(name, what));
        return instead;
    }

    private static class Words<T>
        where T : struct, Enum
    {
        public static IReadOnlyDictionary<string, T> All { get; } =
            Enum.GetValues<T>().ToDictionary(value => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
    }
}
