namespace Nsdd311.Runtime.Hosting;

/// <summary>The process does not start; the message tells the operator why and what to do.</summary>
public sealed class StartRefusedException : Exception
{
    /// <summary>Without a reason.</summary>
    public StartRefusedException() { }

    /// <summary>With the reason.</summary>
    public StartRefusedException(string message) : base(message) { }

    /// <summary>With the reason and its cause.</summary>
    public StartRefusedException(string message, Exception innerException) : base(message, innerException) { }
}
