using Nsdd311.Reciprocity;
using static Nsdd311.Reciprocity.PairCommand;

namespace Nsdd311.Tests.Reciprocity;

/// <summary>A ledger about which the SIG permits something.</summary>
public abstract class MotionSpec : LedgerSpec
{
    /// <summary>Moved by the chair, agreed to by all five, granted.</summary>
    protected ValueList<PairEvent> Granted(Move move)
    {
        Must(move, SigChair);
        var number = State.Motions.Count;
        foreach (var agency in Charter.Agencies) Must(new Speak(number, true, null), Sig(agency.Id.ToString()));
        return Must(new Grant(number), SigChair);
    }
}
