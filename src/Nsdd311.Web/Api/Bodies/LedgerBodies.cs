using Nsdd311.Charters;
using Nsdd311.Contacts;
using Nsdd311.Reciprocity;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Api.Bodies;

/// <summary>A past contact to be entered by hand.</summary>
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
    CategoryCode Category, Direction Direction, WindowBody Days, TextBody? Title = null, Units? Units = null, string? OffQuota = null, EntryId? Answers = null,
    DateOnly? ReturnBy = null, TextBody? Doubt = null, TextBody? Shortfall = null)
{
    /// <summary>The command; the entry is named after the request, so that a repetition enters it once.</summary>
    public static PairCommand ToCommand(BaselineBody body, Form form, CounterpartPairOf named)
    {
        var title = form.Text("title", body.Title);
        if (title.Text.Length > 300) form.Fault("text.too-long", "title", "A title has at most 300 characters.");

        var standing = body switch
        {
            { OffQuota: { } ground } => (Standing)new Standing.OffQuota(ground),
            { Direction: Direction.ThirdCountry } => new Standing.ThirdCountry(),
            _ => new Standing.Counted(),
        };
        var held = new ContactAsHeld(body.Days.From, body.Days.To, body.Units ?? new([]), standing, form.Optional("shortfall", body.Shortfall));
        var posting = new LedgerPosting(
            new($"by-hand/{named.Command.ToGuid():D}"), body.Category, body.Direction, held, body.Answers, body.ReturnBy,
            form.Optional("doubt", body.Doubt), [], title);
        return new PairCommand.EnterBaseline(named.Pair, posting);
    }
}

/// <summary>Figures of an entry, supplied or corrected.</summary>
internal sealed record CorrectionBody(EntryId Entry, Units Units, TextBody? Reason = null)
{
    /// <summary>The command. Whether a reason is missing the rules say.</summary>
    public static PairCommand ToCommand(CorrectionBody body, Form form, CounterpartPairOf named) =>
        new PairCommand.Correct(body.Entry, body.Units, form.Judged("reason", body.Reason));
}

/// <summary>A return-by date that both sides agreed to.</summary>
internal sealed record ReturnDateBody(EntryId Entry, DateOnly ReturnBy, TextBody? Reference = null)
{
    /// <summary>The command. Whether a reference is missing the rules say.</summary>
    public static PairCommand ToCommand(ReturnDateBody body, Form form, CounterpartPairOf named) =>
        new PairCommand.AgreeReturnDate(body.Entry, body.ReturnBy, form.Judged("reference", body.Reference));
}

/// <summary>A contact that is kept and never counted.</summary>
internal sealed record ContactBody(string Kind, WindowBody Days, TextBody? Title = null, PairId? Pair = null, TextBody? Doubt = null)
{
    /// <summary>The command. Whether a title is missing the rules say.</summary>
    public static ContactCommand ToCommand(ContactBody body, Form form, Guid id) => new ContactCommand.Record(
        id, body.Kind, body.Pair, body.Days.From, body.Days.To, form.Judged("title", body.Title), form.Optional("doubt", body.Doubt));
}
