namespace Nsdd311.Calendar;

/// <summary>A length of working time, as a charter writes it: <c>10wd</c> or <c>4wh</c>.</summary>
public abstract record WorkingSpan
{
    private WorkingSpan() { }

    /// <summary>Working days; ends at a close of business.</summary>
    public sealed record Days(int Count) : WorkingSpan
    {
        /// <inheritdoc />
        public override string ToString() => $"{Count}wd";
    }

    /// <summary>Working hours; ends within a working day.</summary>
    public sealed record Hours(int Count) : WorkingSpan
    {
        /// <inheritdoc />
        public override string ToString() => $"{Count}wh";
    }

    /// <summary>Reads <c>10wd</c> or <c>4wh</c>; null if it is neither.</summary>
    public static WorkingSpan? TryParse(string? text) =>
        text is { Length: >= 3 and <= 6 } && text[..^2].All(char.IsAsciiDigit) && int.TryParse(text[..^2], out var count)
            ? text[^2..] switch { "wd" => new Days(count), "wh" => new Hours(count), _ => null }
            : null;
}
