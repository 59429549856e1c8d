namespace Nsdd311.Simulation.Machine;

/// <summary>What goes wrong with a commit.</summary>
internal enum CommitFault
{
    None,

    /// <summary>The connection is lost before the commit; nobody knows.</summary>
    FailBefore,

    /// <summary>The connection is lost after the commit; nobody knows.</summary>
    FailAfter,

    /// <summary>The store refuses, and says so.</summary>
    Refuse,

    /// <summary>Some appends are answered as if somebody else had moved the head.</summary>
    Elsewhere,

    /// <summary>The process dies before the commit.</summary>
    CrashBefore,

    /// <summary>The process dies after the commit, before anybody is told.</summary>
    CrashAfter,
}

/// <summary>How often something goes wrong at present.</summary>
internal sealed class Weather(Random chance)
{
    /// <summary>Of a hundred commits, how many go wrong.</summary>
    public int Rate { get; set; }

    /// <summary>Whether nothing has gone wrong since the weather was last made fair.</summary>
    public bool WasFair { get; private set; } = true;

    public void Clear() => (Rate, WasFair) = (0, true);

    public CommitFault ForCommit()
    {
        if (!Strikes(Rate)) return CommitFault.None;

        return chance.Next(12) switch
        {
            < 3 => CommitFault.FailBefore,
            < 6 => CommitFault.FailAfter,
            < 8 => CommitFault.Refuse,
            < 10 => CommitFault.Elsewhere,
            10 => CommitFault.CrashBefore,
            _ => CommitFault.CrashAfter,
        };
    }

    public bool ForRead() => Strikes(Rate / 8);

    public bool ForSnapshot() => Strikes(Rate);

    public bool Coin() => chance.Next(2) == 0;

    private bool Strikes(int percent)
    {
        if (percent == 0 || chance.Next(100) >= percent) return false;

        WasFair = false;
        return true;
    }
}
