using Nsdd311.Charters;
using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;

namespace Nsdd311.Proposals;

// Statements: what may be released, and what was said (1-domain, section 3; journey 2, steps 11 and 12).
public sealed partial class ProposalDecider
{
    /// <summary>Why the cleared text may not be released now; null if it may.</summary>
    public static Refusal? NotReleasable(ProposalState state, DateTimeOffset now, Charter charter) => state switch
    {
        ProposalState.Lodged lodged when !IsStatement(charter.Find(lodged.Matter.Paper.Category)!) => new NotAStatement(),
        ProposalState.Cleared or ProposalState.Executed or ProposalState.Closed =>
            ((ProposalState.Lodged)state).Matter.Paper.Embargo is { } embargo && now < embargo ? new Embargoed(embargo) : null,
        _ => new NotClearedForRelease(StateNames.Of(state)),
    };

    private static Decision<ProposalEvent> DecideDelivery(ProposalState.Lodged lodged, ProposalCommand.EnterDeliveredText enter, Context context)
    {
        if (NotToBeEntered(lodged, enter, context) is { } refusal) return Refuse(refusal);

        var delivered = Delivered(lodged.Matter, enter, context);
        var day = context.Charter.Calendar.DayOf(delivered.Delivery.MadeAt);
        var outcome = DecideOutcome(lodged, new Outcome.TookPlace(new(day, day), default, null), context);
        return outcome is Decision<ProposalEvent>.Accepted { Events: var events }
            ? new Decision<ProposalEvent>.Accepted(
                [delivered, .. Broken(lodged.Matter, day, delivered.Delivery.MadeAt, context), .. events.Keep(e => e is not ProposalEvent.EmbargoBroken)])
            : outcome;
    }

    /// <summary>The outcome may have been recorded by its day alone, before anybody had the text.</summary>
    private static Decision<ProposalEvent> DecideDelivery(ProposalState.Executed executed, ProposalCommand.EnterDeliveredText enter, Context context)
    {
        var matter = executed.Matter;
        if (matter.Delivery is not null) return Refuse(new AlreadyDelivered());
        if (NotToBeEntered(executed, enter, context) is { } refusal) return Refuse(refusal);

        var delivered = Delivered(matter, enter, context);
        var day = context.Charter.Calendar.DayOf(delivered.Delivery.MadeAt);
        var broken = matter.Embargo is null ? Broken(matter, day, delivered.Delivery.MadeAt, context) : [];
        return new Decision<ProposalEvent>.Accepted([delivered, .. broken]);
    }

    private static Refusal? NotToBeEntered(ProposalState.Lodged lodged, ProposalCommand.EnterDeliveredText enter, Context context)
    {
        if (!IsStatement(CategoryOf(lodged, context))) return new NotAStatement();
        if (ComparingSentences.Count(enter.Paragraphs) > ComparingSentences.Most) return new DeliveredTooLong(ComparingSentences.Most);

        return enter.MadeAt is { } at && (at > context.Now || at < lodged.Matter.SubmittedAt) ? new DeliveredWhen(lodged.Matter.SubmittedAt, context.Now) : null;
    }

    private static ProposalEvent.TextDelivered Delivered(Matter matter, ProposalCommand.EnterDeliveredText enter, Context context) => new(
        new(enter.MadeAt ?? context.Now, enter.Paragraphs, ComparingSentences.Of(matter.ClearedText.Paper.Paragraphs, enter.Paragraphs)),
        ToldOfStatements(context.Charter), context.Now);

    /// <summary>A statement made before its embargo; by its day alone only if that whole day lay before it.</summary>
    private static ValueList<ProposalEvent> Broken(Matter matter, DateOnly day, DateTimeOffset? madeAt, Context context)
    {
        var charter = context.Charter;
        if (matter.Paper.Embargo is not { } embargo) return [];

        var isBefore = madeAt is { } at ? at < embargo : charter.Calendar.StartOf(day.AddDays(1)) <= embargo;
        return isBefore ? [new ProposalEvent.EmbargoBroken(new(embargo, day, madeAt), ToldOfStatements(charter), context.Now)] : [];
    }

    /// <summary>Who conducts negotiations hears of every word that was not cleared.</summary>
    private static ValueList<AgencyId> ToldOfStatements(Charter charter) => charter.Agencies.Where(agency => agency.LiftsNegotiation).Select(agency => agency.Id).ToValueList();

    private static bool IsStatement(Category category) => category.Kind is MatterKind.PublicStatement or MatterKind.PrivateStatement;
}
