namespace Nsdd311.Postgres;

/// <summary>What a batch needs besides heads and rows; the statement has only the parts that it needs.</summary>
[Flags]
internal enum StoreParts
{
    Nothing = 0,
    Matters = 1,
    Alerts = 2,
    Contacts = 4,

    /// <summary>It has events whose names the store may not have yet.</summary>
    Types = 8,

    /// <summary>It has matters for audiences that the store may not have met together yet.</summary>
    Audiences = 16,
}
