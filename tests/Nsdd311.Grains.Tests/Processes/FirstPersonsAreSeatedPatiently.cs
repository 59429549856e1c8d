using Nsdd311.Gateway;
using Nsdd311.Roster;
using Nsdd311.Runtime;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>A gateway that has reached the cluster, and a cluster that does not answer just then.</summary>
public sealed class FirstPersonsAreSeatedPatiently
{
    private static readonly ValueList<Appointment> Ann = [new(new(SeatKind.SigChair), new("ann"), "Ann")];

    [Fact]
    public async Task They_are_seated_as_soon_as_it_answers_and_the_wait_is_said()
    {
        List<string> said = [];

        (await GatewayHost.Found(new Reluctant(times: 1), Ann, said.Add, CancellationToken.None)).Should().BeTrue();

        said.Should().ContainSingle().Which.Should().Contain("Nobody answers.");
    }

    [Fact]
    public async Task A_word_to_stop_ends_the_wait()
    {
        using var stop = new CancellationTokenSource();

        (await GatewayHost.Found(new Reluctant(times: int.MaxValue), Ann, _ => stop.Cancel(), stop.Token)).Should().BeNull();
    }

    private sealed class Reluctant(int times) : IVettingRuntime
    {
        private int asked;

        public Task<EntityRecord?> Read(EntityId entity, long? version, CancellationToken cancellationToken) =>
            asked++ < times ? throw new RuntimeUnavailableException("Nobody answers.") : Task.FromResult<EntityRecord?>(null);

        public Task<Reply> Execute(CommandEnvelope envelope, CancellationToken cancellationToken) => Task.FromResult<Reply>(new Reply.Accepted(envelope.Entity, 1, [], Repeated: false));

        public EntityRecord? AtHand(EntityId entity) => null;

        public Task<EntityRecord?> Settled(EntityId entity, long version, TimeSpan patience, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ReplyAndRecord> ExecuteAndSettle(CommandEnvelope envelope, TimeSpan patience, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ValueList<RecordedEvent>> History(EntityId entity, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
