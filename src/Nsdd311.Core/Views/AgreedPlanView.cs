using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;

namespace Nsdd311.Views;

/// <summary>A line of a plan of contacts, with its words if the reader may read them.</summary>
public sealed record AgreedLineView(int Number, CategoryCode Category, Direction Direction, PairId Pair, Window Window, Units Units, MarkedText? Text)
{
    /// <summary>The line as the reader sees it.</summary>
    public static AgreedLineView Of(AgreedLine line, Sight sight) =>
        new(line.Number, line.Category, line.Direction, line.Pair, line.Window, line.Units, sight.See(line.Text));
}

/// <summary>A matter that carries out a line of a plan of contacts. Unclassified, as the docket is.</summary>
/// <param name="Line">The line.</param>
/// <param name="Id">The matter.</param>
/// <param name="LogNumber">Its log number; null until assigned.</param>
/// <param name="ShortTitle">Its unclassified short title; null if it has none.</param>
/// <param name="Status">Where it stands.</param>
public sealed record CitingMatterView(int Line, ProposalId Id, LogNumber? LogNumber, string? ShortTitle, string Status)
{
    /// <summary>The matter of a row; null if it cites nothing.</summary>
    public static CitingMatterView? Of(MatterRow row) => row.Cites is { } cited ? new(cited.Line, row.Id, row.Number, row.ShortTitle, row.Status) : null;
}

/// <summary>The line that a matter carries out.</summary>
/// <param name="Plan">The matter that is the plan.</param>
/// <param name="Line">The line as the reader sees it.</param>
public sealed record CitedLineView(ProposalId Plan, AgreedLineView Line);
