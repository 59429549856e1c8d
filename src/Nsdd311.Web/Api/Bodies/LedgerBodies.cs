using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Api.Bodies;

/// <summary>A past contact to be entered by hand. Unclassified.</summary>
/// <param name="Category">Its account.</param>
/// <param name="Direction">Who hosted.</param>
/// <param name="Days">First and last day.</param>
/// <param name="Title">What it was.</param>
/// <param name="Units">As they were; a missing dimension is unknown.</param>
/// <param name="OffQuota">The ground on which it counts for nothing; null if it counts.</param>
/// <param name="Answers">The entry, or the file's reference, that it answers.</param>
/// <param name="ReturnBy">An agreed date instead of the category's.</param>
/// <param name="Doubt">What is doubtful about it.</param>
/// <param name="Shortfall">Why less took place than was promised.</param>
internal sealed record BaselineBody(
    CategoryCode Category, Direction Direction, WindowBody Days, string Title, Units? Units = null, string? OffQuota = null, EntryId? Answers = null,
    DateOnly? ReturnBy = null, string? Doubt = null, string? Shortfall = null)
{
    /// <summary>The command; the entry is named after the request, so that a repetition enters it once.</summary>
    public static PairCommand ToCommand(BaselineBody body, Form form, CounterpartPairOf named)
    {
        if (string.IsNullOrWhiteSpace(body.Title) || body.Title.Length > 300) form.Fault("text.missing", "title", "Say in 1 to 300 characters what it was.");

        var standing = body switch
        {
            { OffQuota: { } ground } => (Standing)new Standing.OffQuota(ground),
            { Direction: Direction.ThirdCountry } => new Standing.ThirdCountry(),
            _ => new Standing.Counted(),
        };
        var held = new ContactAsHeld(body.Days.From, body.Days.To, body.Units ?? new([]), standing, body.Shortfall);
        var posting = new LedgerPosting(
            new($"by-hand/{named.Command.ToGuid():D}"), body.Category, body.Direction, held, body.Answers, body.ReturnBy, body.Doubt, [], body.Title);
        return new PairCommand.EnterBaseline(named.Pair, posting);
    }
}

/// <summary>Figures of an entry, supplied or corrected.</summary>
internal sealed record CorrectionBody(EntryId Entry, Units Units, string Reason);

/// <summary>A return-by date that both sides agreed to.</summary>
internal sealed record ReturnDateBody(EntryId Entry, DateOnly ReturnBy, string Reference);

/// <summary>A contact that is kept and never counted. Unclassified.</summary>
internal sealed record ContactBody(string Kind, WindowBody Days, string Title, PairId? Pair = null, string? Doubt = null);
