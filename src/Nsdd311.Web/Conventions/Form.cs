using Nsdd311.Marking;

namespace Nsdd311.Web.Conventions;

/// <summary>A text as clients send it.</summary>
/// <param name="Mark">The portion mark, without parentheses: <c>C</c>.</param>
/// <param name="Text">The words.</param>
internal sealed record TextBody(string? Mark = null, string? Text = null);

/// <summary>Takes the texts of one body apart and gathers what is wrong with their form, so that all of it is said at once.</summary>
internal sealed class Form
{
    private readonly List<KeyValuePair<string, string>> errors = [];
    private string? code;

    /// <summary>What is wrong with the form; null if nothing is.</summary>
    public Problem? Problem => code is null ? null : new(422, code, $"{string.Join(" ", errors.Select(error => $"{error.Key}: {error.Value}"))}") { Errors = errors };

    /// <summary>Notes a fault at a member.</summary>
    public void Fault(string code, string path, string what)
    {
        this.code ??= code;
        errors.Add(new(path, what));
    }

    /// <summary>A text that must be there, with its mark.</summary>
    public MarkedText Text(string path, TextBody? body)
    {
        if (body is null || string.IsNullOrWhiteSpace(body.Text)) Fault("text.missing", path, "Write a text.");
        return Marked(path, body);
    }

    /// <summary>A text that may be left out, with its mark.</summary>
    public MarkedText? Optional(string path, TextBody? body) => body is null ? null : Text(path, body);

    /// <summary>A text whose absence the rules judge: without one it is empty. If there, it has its mark.</summary>
    public MarkedText Judged(string path, TextBody? body) => body is null || string.IsNullOrWhiteSpace(body.Text) ? Empty : Marked(path, body);

    /// <summary>A text of a paper: absence and a missing or unknown mark are for the rules of submission to judge.</summary>
    public static MarkedText OfPaper(TextBody? body) =>
        body is null ? Empty : new(PortionMark.TryParse(body.Mark, out var mark) ? mark : default, body.Text ?? "");

    /// <summary>A mark that stands for itself: of a file.</summary>
    public PortionMark Mark(string path, string? mark)
    {
        if (PortionMark.TryParse(mark, out var known)) return known;

        Fault("text.mark-missing", path, mark is null ? "Give a portion mark: U, C, S or TS, with its controls." : "This is no portion mark; give U, C, S or TS, with its controls.");
        return default;
    }

    /// <summary>A list of texts, each there and marked.</summary>
    public ValueList<MarkedText> Texts(string path, IReadOnlyList<TextBody>? bodies) =>
        (bodies ?? []).Select((body, index) => Text($"{path}[{index}]", body)).ToValueList();

    private static MarkedText Empty { get; } = new(default, "");

    private MarkedText Marked(string path, TextBody? body) => body is null ? Empty : new(Mark($"{path}.mark", body.Mark), body.Text ?? "");
}
