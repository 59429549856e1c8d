using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;

namespace Nsdd311.Views;

/// <summary>Where cleared guidance stands on a day.</summary>
public enum GuidanceStanding
{
    /// <summary>Its effective day is to come.</summary>
    NotYet,

    /// <summary>Submissions answer to it.</summary>
    InForce,

    /// <summary>A successor has taken its place.</summary>
    Superseded,
}

/// <summary>Guidance that was cleared and numbered.</summary>
/// <param name="Number">Its log number.</param>
/// <param name="Terms">What it lays down.</param>
/// <param name="State">Of its matter.</param>
public sealed record ClearedGuidance(LogNumber Number, GuidanceTerms Terms, ProposalState.Cleared State)
{
    /// <summary>The guidance that a matter is; null if it is none, or none that is cleared.</summary>
    public static ClearedGuidance? Of(ProposalState state) =>
        state is ProposalState.Cleared { Matter: { Number: { } number, Paper.Guidance: { } terms } } cleared ? new(number, terms, cleared) : null;

    /// <summary>The successor that is in effect on the day; null while there is none.</summary>
    /// <param name="all">All cleared guidance.</param>
    /// <param name="day">The day asked about.</param>
    public ClearedGuidance? Successor(IEnumerable<ClearedGuidance> all, DateOnly day) =>
        all.FirstOrDefault(other => other.Terms.Replaces == Number && other.Terms.EffectiveOn <= day);

    /// <summary>Where it stands on the day.</summary>
    /// <param name="all">All cleared guidance.</param>
    /// <param name="day">The day asked about.</param>
    public GuidanceStanding On(IEnumerable<ClearedGuidance> all, DateOnly day) =>
        Successor(all, day) is not null ? GuidanceStanding.Superseded : Terms.EffectiveOn <= day ? GuidanceStanding.InForce : GuidanceStanding.NotYet;
}

/// <summary>Cleared guidance as one reader sees it.</summary>
/// <param name="Id">Its matter.</param>
/// <param name="LogNumber">The number by which it is cited.</param>
/// <param name="ShortTitle">The unclassified short title; null if it has none.</param>
/// <param name="Title">Null where the reader may not read it.</param>
/// <param name="Standing">Not yet, in force, or superseded.</param>
/// <param name="EffectiveOn">Its effective day.</param>
/// <param name="Governs">The categories whose submissions answer to it.</param>
/// <param name="Replaces">What it took the place of; null for nothing.</param>
/// <param name="SupersededBy">What took its place; null while nothing has.</param>
public sealed record GuidanceView(
    ProposalId Id, LogNumber LogNumber, string? ShortTitle, MarkedText? Title, GuidanceStanding Standing, DateOnly EffectiveOn, ValueList<CategoryCode> Governs,
    LogNumber? Replaces, LogNumber? SupersededBy)
{
    /// <summary>The guidance as the reader sees it on the day; null if the reader may not know of it.</summary>
    public static GuidanceView? Of(ClearedGuidance guidance, IReadOnlyCollection<ClearedGuidance> all, DateOnly day, Reader reader)
    {
        var audiences = MatterAudiences.Of(guidance.State);
        if (!Access.Access.MayKnow(reader, audiences)) return null;

        var (paper, terms) = (guidance.State.Matter.Paper, guidance.Terms);
        return new(
            guidance.State.Matter.Id, guidance.Number, paper.ShortTitle, Sight.Of(reader, audiences).See(paper.Title), guidance.On(all, day), terms.EffectiveOn,
            terms.Governs, terms.Replaces, guidance.Successor(all, day)?.Number);
    }
}

/// <summary>How a matter conforms to guidance, with the words if the reader may read them.</summary>
public sealed record ConformanceView(LogNumber Guidance, MarkedText? How)
{
    /// <summary>The words as the reader sees them.</summary>
    public static ConformanceView Of(Conformance conformance, Sight sight) => new(conformance.Guidance, sight.See(conformance.How));
}
