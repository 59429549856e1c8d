using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using Nsdd311.Views;

namespace Nsdd311.Imports;

/// <summary>What may be asked of a file's import. Its key is the SHA-256 of the file's bytes.</summary>
public abstract record ImportCommand
{
    private ImportCommand() { }

    /// <summary>Imports the file, whole or not at all.</summary>
    /// <param name="Bytes">The file; the caller has limited its size.</param>
    public sealed record ImportFile(ReadOnlyMemory<byte> Bytes) : ImportCommand;

    /// <summary>A pair has answered a lot.</summary>
    /// <param name="ObligationId">What was owed.</param>
    /// <param name="RefusedWith">The code, if the pair refused it for good.</param>
    public sealed record RecordPosted(string ObligationId, string? RefusedWith) : ImportCommand;

    /// <summary>Sent by the engine; an import has no deadline.</summary>
    public sealed record CheckDeadline : ImportCommand;
}

/// <summary>What may happen to a file's import. These names are stored; see docs/EVENTS.md before touching one.</summary>
public abstract record ImportEvent
{
    private ImportEvent() { }

    /// <summary>The whole file is imported. Lots and kept contacts follow in the same append.</summary>
    /// <param name="File">Its SHA-256.</param>
    /// <param name="Profile">How it was read.</param>
    /// <param name="Figures">The answer in figures.</param>
    /// <param name="NotApplied">Corrections that described other rows.</param>
    /// <param name="FailedClaims">Rows whose claim to answer cannot hold, at most 1,000.</param>
    /// <param name="At">When.</param>
    public sealed record Accepted(
        string File, string Profile, ImportFigures Figures, ValueList<CorrectionNotApplied> NotApplied, ValueList<FailedRow> FailedClaims, DateTimeOffset At)
        : ImportEvent;

    /// <summary>Contacts that are kept and never counted; at most 500.</summary>
    public sealed record ContactsKept(ValueList<ContactRow> Contacts) : ImportEvent;

    /// <summary>Entries that are owed to a pair; at most 500.</summary>
    /// <param name="ObligationId">Names what is owed.</param>
    /// <param name="Pair">To whom.</param>
    /// <param name="Postings">The entries.</param>
    public sealed record LotOwed(string ObligationId, PairId Pair, ValueList<LedgerPosting> Postings) : ImportEvent;

    /// <summary>A pair has posted its lot, or refused it for good.</summary>
    public sealed record LotAnswered(string ObligationId, string? RefusedWith) : ImportEvent;

    /// <summary>The same file came again. Nothing is posted.</summary>
    public sealed record CameAgain(DateTimeOffset At) : ImportEvent;
}

/// <summary>A row whose claim to answer cannot hold.</summary>
/// <param name="Row">Its id.</param>
/// <param name="Claim">The row that it names.</param>
/// <param name="Because"><c>other-pair</c>, <c>is-an-answer</c> and so on.</param>
public sealed record FailedRow(string Row, string Claim, string Because);
