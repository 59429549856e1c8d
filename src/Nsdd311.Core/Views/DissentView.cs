using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;

namespace Nsdd311.Views;

/// <summary>A footnote to a matter: who did not concur, or held its view back, in the last round of either body, with the text.</summary>
/// <param name="Body">At the IG or the SIG.</param>
/// <param name="Stage">Of which stage.</param>
/// <param name="Agency">Whose.</param>
/// <param name="Position">nonconcur or reserve.</param>
/// <param name="Text">The objection or the footnote, if the reader may read it.</param>
/// <param name="At">When it was said.</param>
public sealed record DissentView(BodyKind Body, Stage Stage, AgencyId Agency, string Position, MarkedText? Text, DateTimeOffset At)
{
    /// <summary>The footnotes that go with the matter, the IG's first.</summary>
    public static ValueList<DissentView> Of(ProposalState state, Sight sight)
    {
        if (state is not ProposalState.Lodged { Matter: var matter }) return [];

        var ig = (state as ProposalState.InVetting)?.Round ?? (matter.Past.Count > 0 ? matter.Past[^1] : null);
        var sig = SigView.Last(state);
        List<DissentView> dissents = [];
        foreach (var agency in ig?.Agencies ?? [])
            if (Of(BodyKind.Ig, ig!.Stage, ig.Standing(agency), sight) is { } dissent) dissents.Add(dissent);
        foreach (var agency in sig?.Agencies ?? [])
            if (Of(BodyKind.Sig, sig!.Stage, sig.Standing(agency), sight) is { } dissent) dissents.Add(dissent);

        return dissents.ToValueList();
    }

    private static DissentView? Of(BodyKind body, Stage stage, Position? position, Sight sight) => position?.Stand switch
    {
        Stand.Nonconcur no => new(body, stage, position.Agency, PositionView.NameOf(no), sight.See(no.Objection), position.At),
        Stand.Reserve reserve => new(body, stage, position.Agency, PositionView.NameOf(reserve), sight.See(reserve.Footnote), position.At),
        _ => null,
    };
}
