namespace Nsdd311.Imports;

/// <summary>The file is no CSV text.</summary>
/// <param name="Row">Where it breaks; 0 where no row can be named.</param>
/// <param name="Because">What is wrong and what to do.</param>
public sealed record NotCsv(int Row, string Because) : Refusal("import.not-csv", Because)
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}

/// <summary>The file has no row besides its header.</summary>
public sealed record NoRows() : Refusal("import.no-rows", "Send a header and one row or more.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}

/// <summary>The file has more rows than one import takes.</summary>
/// <param name="Rows">It has.</param>
/// <param name="Most">One import takes.</param>
public sealed record TooManyRows(int Rows, int Most) : Refusal("import.too-many-rows", $"Split the file: it has {Rows} rows, and one import takes {Most}.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}

/// <summary>No import profile of the charter fits the header.</summary>
/// <param name="Missing">The columns that the nearest profile misses.</param>
public sealed record NoProfile(ValueList<string> Missing)
    : Refusal("import.no-profile", Missing.Count == 0 ? "This charter has no import profile; add one." : $"Add the missing columns to the header: {string.Join(", ", Missing)}.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}

/// <summary>Rows are at fault, so nothing of the file is imported.</summary>
/// <param name="Errors">In the file's order; at most 1,000.</param>
/// <param name="Total">How many there are.</param>
public sealed record RowsRefused(ValueList<RowError> Errors, int Total)
    : Refusal("import.rows-refused", $"Mend the rows and send the file again; nothing of it was imported ({Total} errors).")
{
    internal static RowsRefused Of(IReadOnlyCollection<RowError> errors) => new(errors.OrderBy(error => error.Row).Take(1000).ToValueList(), errors.Count);

    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}

/// <summary>What is wrong with a row.</summary>
/// <param name="Row">Its number; the header is 1.</param>
/// <param name="Id">Its id; empty if it has none.</param>
/// <param name="Code">Stable: <c>import.row-in-future</c>.</param>
/// <param name="Because">What is wrong and what belongs there.</param>
public sealed record RowError(int Row, string Id, string Code, string Because);
