namespace Nsdd311.Web.Tests.Hosting;

/// <summary>Where a journey takes place: the same steps, over whatever store and on whatever runtime.</summary>
public abstract record Venue
{
    /// <summary>Opens the service there, under an exercise clock.</summary>
    /// <param name="clock">Where the exercise clock starts.</param>
    /// <param name="charter">The file of another charter.</param>
    internal abstract Task<LocalService> Open(string clock, string? charter);
}
