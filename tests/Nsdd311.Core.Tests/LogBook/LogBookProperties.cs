using FsCheck;
using FsCheck.Fluent;
using Nsdd311.Charters;
using Nsdd311.LogBook;

namespace Nsdd311.Tests.LogBook;

/// <summary>Numbers are unique and without gaps per year, whoever asks and however often (1-domain, section 6).</summary>
public sealed class LogBookProperties
{
    private static readonly Charter Nsdd = Nsdd311Charter.Load();
    private static readonly DateTimeOffset Now = new(1989, 2, 27, 9, 0, 0, TimeSpan.FromHours(-5));

    [Fact]
    public void Numbers_run_from_one_without_gaps_and_persons_get_none() => Prop.ForAll(Gen.Choose(0, 3).ArrayOf(80).ToArbitrary(), callers =>
    {
        var state = LogBookDecider.Initial;
        List<LogNumber> given = [];
        foreach (var caller in callers)
        {
            LogBookCommand command = caller == 0 ? new LogBookCommand.CheckDeadline() : new LogBookCommand.Assign(new(new Guid(given.Count, 0, 0, new byte[8])), 1989);
            Actor actor = caller == 1 ? new Actor.Person(new("p"), "P", new(SeatKind.ExecutiveSecretary)) : new Actor.Entity(EntityId.Of(new ProposalId(Guid.Empty)));
            var decision = LogBookDecider.Decide(state, command, new(Now, actor, Nsdd));
            if (caller == 1) decision.Should().BeOfType<Decision<LogBookEvent>.Refused>();
            if (decision is not Decision<LogBookEvent>.Accepted accepted) continue;

            given.AddRange(accepted.Events.OfType<LogBookEvent.Assigned>().Select(assigned => assigned.Number));
            state = accepted.Events.Aggregate(state, LogBookDecider.Evolve);
        }

        given.Select(number => number.ToString()).Should().Equal(Enumerable.Range(1, callers.Count(caller => caller > 1)).Select(serial => $"1989-{serial:D5}"));
    }).QuickCheckThrowOnFailure();
}
