namespace Nsdd311.Grains.Wire;

/// <summary>What travels whole between gateway and silos: a stable name and the UTF-8 bytes of the journal's own JSON.</summary>
/// <remarks>So no attribute of Orleans stands in the core, nothing is copied in depth, and renaming a class stays free.</remarks>
/// <param name="Name">What the bytes are, with a version: <c>record/1</c>.</param>
/// <param name="Body">The bytes; nobody changes them.</param>
[GenerateSerializer, Immutable, Alias("nsdd311.envelope")]
public sealed record WireEnvelope([property: Id(0)] string Name, [property: Id(1)] byte[] Body);
