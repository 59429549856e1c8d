using Nsdd311.Views;

namespace Nsdd311.Contacts;

/// <summary>What may happen to a contact that is kept and never counted. These names are stored; see docs/EVENTS.md before touching one.</summary>
public abstract record ContactEvent
{
    private ContactEvent() { }

    /// <summary>It was entered.</summary>
    /// <param name="Contact">As every list shows it.</param>
    /// <param name="At">When.</param>
    public sealed record Recorded(ContactRow Contact, DateTimeOffset At) : ContactEvent;
}
