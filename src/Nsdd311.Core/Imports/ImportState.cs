using Nsdd311.Charters;
using Nsdd311.Reciprocity;

namespace Nsdd311.Imports;

/// <summary>How far a file's import is.</summary>
public abstract record ImportState
{
    private ImportState() { }

    /// <summary>The file never came.</summary>
    public sealed record Unknown : ImportState;

    /// <summary>The file is imported; lots that are not yet answered are owed.</summary>
    /// <param name="File">Its SHA-256.</param>
    /// <param name="Profile">How it was read.</param>
    /// <param name="Figures">The answer in figures.</param>
    /// <param name="NotApplied">Corrections that described other rows.</param>
    /// <param name="FailedClaims">Rows whose claim to answer cannot hold.</param>
    /// <param name="At">When it was imported.</param>
    /// <param name="Owing">Lots that pairs are owed, oldest first.</param>
    /// <param name="Refused">Lots that a pair refused for good; empty unless charter and ledger disagree.</param>
    public sealed record Imported(
        string File, string Profile, ImportFigures Figures, ValueList<CorrectionNotApplied> NotApplied, ValueList<FailedRow> FailedClaims, DateTimeOffset At,
        ValueList<OwedLot> Owing, ValueList<RefusedLot> Refused) : ImportState;
}

/// <summary>A lot that a pair is owed.</summary>
public sealed record OwedLot(string ObligationId, PairId Pair, ValueList<LedgerPosting> Postings);

/// <summary>A lot that a pair refused for good.</summary>
public sealed record RefusedLot(string ObligationId, PairId Pair, string Code);
