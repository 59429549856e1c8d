namespace Nsdd311.Grains.Wire;

/// <summary>A command on its way to its entity, which the address of the message names already.</summary>
/// <param name="Body">The command, in the journal's JSON; nobody changes the bytes.</param>
/// <param name="Id">The 32 bytes of the request's id.</param>
/// <param name="Digest">Of the request's body.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="ExpectedVersion">From <c>If-Match</c>.</param>
/// <param name="Charter">The charter to decide under; null for the entity's own.</param>
/// <param name="Creates">Whether nobody but a repetition of it can have made the entity.</param>
[GenerateSerializer, Immutable, SuppressReferenceTracking, Alias("nsdd311.command")]
public sealed record WireCommand(
    [property: Id(0)] byte[] Body, [property: Id(1)] byte[] Id, [property: Id(2)] string Digest, [property: Id(3)] WireActor Actor, [property: Id(4)] long? ExpectedVersion,
    [property: Id(5)] string? Charter, [property: Id(6)] bool Creates);

/// <summary>Who acts: a person in a seat, or another entity; neither for the engine itself.</summary>
/// <param name="Person">The person.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Seat">The seat.</param>
/// <param name="Entity">The entity.</param>
[GenerateSerializer, Immutable, Alias("nsdd311.actor")]
public readonly record struct WireActor([property: Id(0)] string? Person, [property: Id(1)] string? Name, [property: Id(2)] string? Seat, [property: Id(3)] string? Entity)
{
    internal static WireActor Of(Actor actor) => actor switch
    {
        Actor.Person person => new(person.Id.Value, person.Name, person.Seat.ToString(), null),
        Actor.Entity entity => new(null, null, null, entity.Id.ToString()),
        Actor.Clock => default,
        _ => throw new ArgumentException($"{actor.GetType().Name} does not travel.", nameof(actor)),
    };

    internal Actor ToActor()
    {
        if (Entity is not null) return new Actor.Entity(EntityId.Parse(Entity));
        if (Person is null) return new Actor.Clock();

        return new Actor.Person(new(Person), Name!, Nsdd311.Seat.TryParse(Seat, out var seat) ? seat : throw new FormatException($"'{Seat}' is not a seat."));
    }
}
