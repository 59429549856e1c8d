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
        var sig = SigView.All(state).LastOrDefault();
        return Of(BodyKind.Ig, ig?.Stage, ig?.Agencies ?? [], agency => ig!.Standing(agency), sight)
            .Concat(Of(BodyKind.Sig, sig?.Stage, sig?.Agencies ?? [], agency => sig!.Standing(agency), sight)).ToValueList();
    }

    private static IEnumerable<DissentView> Of(BodyKind body, Stage? stage, ValueList<AgencyId> agencies, Func<AgencyId, Position?> standing, Sight sight)
    {
        foreach (var agency in agencies)
        {
            if (standing(agency) is not { Stand: Stand.Nonconcur or Stand.Reserve } position) continue;

            var text = position.Stand is Stand.Nonconcur no ? no.Objection : ((Stand.Reserve)position.Stand).Footnote;
            yield return new(body, stage!.Value, agency, PositionView.NameOf(position.Stand), sight.See(text), position.At);
        }
    }
}
