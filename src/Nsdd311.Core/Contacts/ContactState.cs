using Nsdd311.Views;

namespace Nsdd311.Contacts;

/// <summary>Whether the contact was entered.</summary>
public abstract record ContactState
{
    private ContactState() { }

    /// <summary>Nobody entered it.</summary>
    public sealed record Unknown : ContactState;

    /// <summary>It is kept, as every list shows it.</summary>
    public sealed record Kept(ContactRow Contact) : ContactState;
}
