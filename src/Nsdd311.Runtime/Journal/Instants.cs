namespace Nsdd311.Runtime.Journal;

/// <summary>Instants as the journal keeps them: whole microseconds since 1970, so that every store holds exactly what was hashed.</summary>
public static class Instants
{
    /// <summary>Microseconds since 1970, UTC; negative before.</summary>
    public static long ToMicroseconds(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The instant, in UTC.</summary>
    public static DateTimeOffset FromMicroseconds(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>The instant without what is finer than a microsecond.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <summary>The first whole microsecond that is not before the instant: a wake promised for it is never early.</summary>
    public static long RoundUp(DateTimeOffset instant) => ToMicroseconds(instant.AddTicks(TimeSpan.TicksPerMicrosecond - 1));
}
