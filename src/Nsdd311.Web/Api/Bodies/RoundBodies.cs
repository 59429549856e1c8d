using Nsdd311.Proposals;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Api.Bodies;

/// <summary>An agency's position; the agency is the caller's.</summary>
internal sealed record PositionBody(
    PositionWord Position, IReadOnlyList<CommentBody>? Comments = null, TextBody? Objection = null, TextBody? Cure = null, TextBody? Footnote = null)
{
    /// <summary>The command. Whether an objection or a cure is missing the rules say.</summary>
    public static ProposalCommand ToCommand(PositionBody body, Form form)
    {
        var comments = (body.Comments ?? []).Select((comment, index) =>
            new NewComment(comment?.Grade ?? CommentGrade.Administrative, form.Text($"comments[{index}].text", comment?.Text))).ToValueList();
        return new ProposalCommand.TakePosition(StandOf(body, comments.Count > 0, form), comments);
    }

    private static Stand StandOf(PositionBody body, bool comments, Form form) => body.Position switch
    {
        PositionWord.Concur when !comments => new Stand.Concur(),
        PositionWord.Concur or PositionWord.ConcurWithComment => new Stand.ConcurWithComment(),
        PositionWord.Nonconcur => new Stand.Nonconcur(form.Judged("objection", body.Objection), form.Judged("cure", body.Cure)),
        PositionWord.Reserve => new Stand.Reserve(form.Text("footnote", body.Footnote)),
        _ => new Stand.NoInterest(),
    };
}

/// <summary>The words for a position.</summary>
internal enum PositionWord
{
    Concur,
    ConcurWithComment,
    Nonconcur,
    Reserve,
    NoInterest,
}

/// <summary>A comment as it is made.</summary>
internal sealed record CommentBody(CommentGrade Grade, TextBody? Text = null);

/// <summary>What becomes of a comment.</summary>
internal sealed record DispositionBody(TextBody? Text = null);

/// <summary>Whether the author accepts the disposition, or keeps the comment up.</summary>
internal sealed record AcceptanceBody(bool Accepts = true);

/// <summary>An interim reply.</summary>
internal sealed record InterimReplyBody(DateOnly FullOn, TextBody? Text = null);

/// <summary>A request with one text.</summary>
internal sealed record WordsBody(TextBody? Text = null);

/// <summary>A request with its reason.</summary>
internal sealed record ReasonBody(TextBody? Reason = null);

/// <summary>A request that needs no more words.</summary>
internal sealed record NothingBody
{
    public static NothingBody Instance { get; } = new();
}
