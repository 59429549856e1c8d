namespace Nsdd311.Runtime.Journal;

/// <summary>The place named cannot be used as a store: somebody else has it, it cannot be reached or written, or what lies there is no store.</summary>
public sealed class StoreUnusableException : Exception
{
    /// <summary>Without a reason.</summary>
    public StoreUnusableException() { }

    /// <summary>With the reason, for whoever starts the program.</summary>
    public StoreUnusableException(string message) : base(message) { }

    /// <summary>With the reason and its cause.</summary>
    public StoreUnusableException(string message, Exception innerException) : base(message, innerException) { }
}
