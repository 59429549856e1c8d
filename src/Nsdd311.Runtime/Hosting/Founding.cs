using Nsdd311.Roster;

namespace Nsdd311.Runtime.Hosting;

/// <summary>Seats the first persons of a deployment. Later ones are appointed through the API by those who hold a seat.</summary>
public static class Founding
{
    /// <summary>Founds the roster, once for ever: where there is one, nothing changes, whoever asks and however many at once.</summary>
    /// <returns>Whether the roster was founded now.</returns>
    public static async Task<bool> Once(IVettingRuntime runtime, ValueList<Appointment> first, CancellationToken cancellationToken)
    {
        if (await runtime.Read(EntityId.Roster, null, cancellationToken) is not null) return false;

        var reply = await runtime.Execute(
            new(EntityId.Roster, new RosterCommand.Found(first), CommandId.Of("found", "roster"), "sha256:founding", new Actor.Clock()), cancellationToken);
        return reply is Reply.Accepted { Repeated: false };
    }

    /// <summary>The persons whom the charter seats for local sign-in.</summary>
    public static ValueList<Appointment> OfCharter(Charters.Charter charter) =>
        charter.Persons.SelectMany(person => person.Seats.Select(seat => new Appointment(seat, person.Id, person.Name))).ToValueList();
}
