using Microsoft.Extensions.DependencyInjection;
using Nsdd311.Grains.Engine;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Toy;
using Orleans.Reminders;

namespace Nsdd311.Grains.Tests.Clusters;

/// <summary>What the silos of a test are made of.</summary>
public sealed record Parts(IJournal Journal, ICharters Charters, ISeats Seats, Action<EntityRecord>? RosterMoved, TimeProvider Clock, ClusterSettings Settings)
{
    /// <summary>The kinds of entity that run; toys unless a contract is about the domain.</summary>
    public VettingModel Model { get; init; } = Toys.Model;

    /// <summary>Makes the seats that one silo follows, where each is to follow its own.</summary>
    public Func<RosterSeats>? SeatsOfEach { get; init; }

    /// <summary>The clock by which reminders ring, where it is another than the domain's.</summary>
    public TimeProvider? Bell { get; init; }

    public void Put(ISiloBuilder silo)
    {
        // The domain and the reminders go by the test's clock; membership, messages and idle collection by the real one.
        silo.Services.AddKeyedSingleton(TimeProviderNames.Grains, Clock).AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, new RestlessClock(Bell ?? Clock));
        silo.Services.AddSingleton(Journal).AddSingleton(Model).AddSingleton(Charters);
        var own = SeatsOfEach?.Invoke();
        silo.Services.AddSingleton(own ?? Seats).AddSingleton(new RosterListener(own is null ? RosterMoved : own.Follow));
        silo.AddVetting(Settings);
    }

    public void Put(IClientBuilder client)
    {
        client.Services.AddSingleton(Model);
        client.AddVettingClient(Settings);
    }
}
