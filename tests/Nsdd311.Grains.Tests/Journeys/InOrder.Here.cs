namespace Nsdd311.Web.Tests.Journeys;

public sealed partial class InOrder
{
    /// <summary>Where xunit finds it.</summary>
    public const string Assembly = "Nsdd311.Grains.Tests";
}
