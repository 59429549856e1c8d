namespace Nsdd311.Grains.Wire;

/// <summary>A durable version on its way to whoever asked: the whole of it, or what came after the version that the asker has.</summary>
/// <param name="Whole">The record; null where the change is enough.</param>
/// <param name="Change">The change; null where the asker has too little for it.</param>
/// <param name="IsNewest">Whether there was no newer version when it was sent.</param>
[GenerateSerializer, Immutable, SuppressReferenceTracking, Alias("nsdd311.record")]
public sealed record WireRecord([property: Id(0)] WireEnvelope? Whole, [property: Id(1)] WireChange? Change, [property: Id(2)] bool IsNewest);

/// <summary>What came after the version that the asker has, as the journal keeps it: so nothing is written anew, and a long state does not travel for a short event.</summary>
/// <param name="Version">The version that it leads to.</param>
/// <param name="Charter">The charter that the entity lives under.</param>
/// <param name="Events">The events in between, oldest first.</param>
[GenerateSerializer, Immutable, SuppressReferenceTracking, Alias("nsdd311.change")]
public sealed record WireChange([property: Id(0)] long Version, [property: Id(1)] string Charter, [property: Id(2)] WireEvent[] Events);

/// <summary>An event by its stored name and bytes.</summary>
[GenerateSerializer, Immutable, Alias("nsdd311.event")]
public readonly record struct WireEvent([property: Id(0)] string Type, [property: Id(1)] ReadOnlyMemory<byte> Payload);

/// <summary>The reply to a command, with the state that it led to.</summary>
/// <param name="Reply">The reply; null where it is an acceptance whose events are among those of the record's change.</param>
/// <param name="Accepted">That acceptance.</param>
/// <param name="Record">The state if the command was accepted.</param>
/// <param name="IsSettled">Whether it owes nothing.</param>
[GenerateSerializer, Immutable, SuppressReferenceTracking, Alias("nsdd311.answer")]
public sealed record WireAnswer(
    [property: Id(0)] WireEnvelope? Reply, [property: Id(1)] WireAcceptance? Accepted, [property: Id(2)] WireRecord? Record, [property: Id(3)] bool IsSettled);

/// <summary>An acceptance without its events.</summary>
/// <param name="Version">The version right after the last of them.</param>
/// <param name="Events">How many they are.</param>
/// <param name="Repeated">Whether it is the outcome of an earlier request.</param>
[GenerateSerializer, Immutable, SuppressReferenceTracking, Alias("nsdd311.acceptance")]
public sealed record WireAcceptance([property: Id(0)] long Version, [property: Id(1)] int Events, [property: Id(2)] bool Repeated);
