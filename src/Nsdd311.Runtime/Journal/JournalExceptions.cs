namespace Nsdd311.Runtime.Journal;

/// <summary>The journal was written by a newer version of this program. Nothing was changed.</summary>
public sealed class JournalTooNewException : Exception
{
    /// <summary>Without a reason.</summary>
    public JournalTooNewException() { }

    /// <summary>With the reason, for an operator.</summary>
    public JournalTooNewException(string message) : base(message) { }

    /// <summary>With the reason and its cause.</summary>
    public JournalTooNewException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Because of an event that this program does not know.</summary>
    public static JournalTooNewException OfEvent(string name) =>
        new($"The journal holds an event '{name}' that this program does not know: the journal was written by a newer version. Start that version.");
}

/// <summary>What the journal holds cannot be what was written. A check of all chains names the row.</summary>
public sealed class JournalDamagedException : Exception
{
    /// <summary>Without a reason.</summary>
    public JournalDamagedException() { }

    /// <summary>With the reason, for an operator.</summary>
    public JournalDamagedException(string message) : base(message) { }

    /// <summary>With the reason and its cause.</summary>
    public JournalDamagedException(string message, Exception innerException) : base(message, innerException) { }
}

/// <summary>The store did not do what it was asked. Its message may be shown to a caller: it names no path.</summary>
public sealed class JournalFailedException : RuntimeUnavailableException
{
    /// <summary>Without a reason.</summary>
    public JournalFailedException() { }

    /// <summary>With the reason; certain.</summary>
    public JournalFailedException(string message) : base(message) { }

    /// <summary>With the reason and its cause; certain.</summary>
    public JournalFailedException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>With the reason and whether it is worth trying again.</summary>
    public JournalFailedException(string message, bool mayHaveHappened, Exception? innerException = null) : base(message, innerException!) =>
        MayHaveHappened = mayHaveHappened;

    /// <summary>
    /// True if nobody knows whether the commit took place, or if it may succeed at once (lost connection, deadlock): the same bytes are sent again.
    /// False if nothing was written and trying again would not help now (full disk, read-only folder).
    /// </summary>
    public bool MayHaveHappened { get; }
}

/// <summary>The loaded copy of an entity is thrown away; the runtime loads it again and asks with the same command id.</summary>
internal sealed class EntityReloadingException : Exception
{
    public EntityReloadingException() : base("The entity is being loaded again.") { }
}
