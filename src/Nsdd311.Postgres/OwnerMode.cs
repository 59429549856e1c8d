namespace Nsdd311.Postgres;

/// <summary>Whether a process may share the database.</summary>
public enum OwnerMode
{
    /// <summary>The local runtime: nobody else.</summary>
    Alone,

    /// <summary>Silos: any number of them, and no local runtime.</summary>
    Together,
}
