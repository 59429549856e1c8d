using Nsdd311.Runtime;

namespace Nsdd311.Grains.Wire;

/// <summary>The activation throws itself away: the same command is sent again and meets a new one. No caller outside ever sees it.</summary>
[GenerateSerializer, Alias("nsdd311.reloading")]
internal sealed class ActivationReloadingException : Exception
{
    public ActivationReloadingException() : base("The entity is being loaded again.") { }
}

/// <summary><see cref="RuntimeUnavailableException"/> on its way between processes.</summary>
[GenerateSerializer, Alias("nsdd311.unavailable")]
internal sealed class UnavailableOnSiloException : Exception
{
    public UnavailableOnSiloException() { }

    public UnavailableOnSiloException(string message) : base(message) { }
}
