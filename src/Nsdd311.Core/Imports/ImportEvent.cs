using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using Nsdd311.Views;

namespace Nsdd311.Imports;

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

/// <summary>What the lists get of an import's facts.</summary>
public static class ImportRows
{
    /// <summary>The contacts that the fact keeps.</summary>
    public static ValueList<ContactRow> Of(ImportEvent @event) => @event is ImportEvent.ContactsKept kept ? kept.Contacts : [];
}
