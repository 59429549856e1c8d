using FsCheck;
using FsCheck.Fluent;
using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Reciprocity;

/// <summary>Random lives of a ledger with two accounts, one of which has room between tolerance and most per contact.</summary>
internal static class AnyLedger
{
    public static readonly PairId Academies = PairId.Parse("ndu~voroshilov-academy");
    public static readonly Charter Rules = Nsdd311Charter.Load();
    public static readonly DateTimeOffset Start = new(1988, 1, 4, 9, 0, 0, TimeSpan.FromHours(-5));
    private static readonly CategoryCode[] Categories = [CategoryCode.Parse("exchange.education"), CategoryCode.Parse("visit.delegation")];
    private static readonly EntryId[] Matters = [.. Enumerable.Range(0, 12).Select(n => new EntryId(CommandId.Of($"matter {n}").ToGuid().ToString("D")))];
    private static readonly EntryId[] Rows = [.. Enumerable.Range(0, 8).Select(n => new EntryId($"file/R{n}"))];
    private static readonly Actor Entity = new Actor.Entity(new("proposal", "some"));
    private static readonly Actor SigChair = new Actor.Person(new("c"), "SIG chair", new(SeatKind.SigChair));
    private static readonly Actor Secretary = new Actor.Person(new("s"), "Secretary", new(SeatKind.ExecutiveSecretary));

    /// <summary>One step: days go by, somebody asks.</summary>
    internal sealed record Step(int Days, PairCommand Command)
    {
        public Actor Actor => Command switch
        {
            PairCommand.EnterBaseline or PairCommand.Correct or PairCommand.AgreeReturnDate => Secretary,
            PairCommand.Move or PairCommand.Grant or PairCommand.Drop => SigChair,
            PairCommand.Speak => new Actor.Person(new("m"), "member", new(SeatKind.SigMember, Rules.Agencies[Math.Abs(Days) % Rules.Agencies.Count].Id)),
            _ => Entity,
        };
    }

    /// <summary>A ledger between two steps, with what the step came to.</summary>
    internal sealed record Moment(PairState Before, Step Step, DateTimeOffset Now, ValueList<PairEvent> Events, PairState After);

    public static Arbitrary<Step[]> Lives { get; } = Arb.From(Gen.ArrayOf(AnyStep(), 60), Shorter);

    public static IEnumerable<Moment> Live(Step[] steps)
    {
        var (state, now) = (PairDecider.Initial, Start);
        foreach (var step in steps)
        {
            now = now.AddDays(step.Days);
            var before = state;
            state = Do(step.Command, step.Actor, out var events);
            yield return new(before, step, now, events, state);
            // Half of what is moved is agreed to by all at once, or hardly anything would ever be granted.
            if (step.Command is PairCommand.Move && events.Count > 0 && step.Days % 2 == 0)
                foreach (var moment in Unanimous(step)) yield return moment;
        }

        PairState Do(PairCommand command, Actor actor, out ValueList<PairEvent> events)
        {
            events = PairDecider.Decide(state, command, new(now, actor, Rules)) is Decision<PairEvent>.Accepted accepted ? accepted.Events : [];
            return events.Aggregate(state, PairDecider.Evolve);
        }

        IEnumerable<Moment> Unanimous(Step step)
        {
            var number = state.Motions.Count;
            foreach (var agency in Rules.Agencies)
                state = Do(new PairCommand.Speak(number, true, null), new Actor.Person(new("m"), "member", new(SeatKind.SigMember, agency.Id)), out _);
            var (before, grant) = (state, new PairCommand.Grant(number));
            state = Do(grant, SigChair, out var events);
            yield return new(before, step with { Command = grant }, now, events, state);
        }
    }

    private static IEnumerable<Step[]> Shorter(Step[] steps)
    {
        if (steps.Length > 2) yield return steps[..(steps.Length / 2)];
        for (var i = steps.Length - 1; i >= 0 && steps.Length > 1; i--) yield return [.. steps[..i], .. steps[(i + 1)..]];
    }

    private static Gen<Step> AnyStep() =>
        from days in Gen.Choose(0, 60)
        from command in AnyCommand(days)
        select new Step(days, command);

    private static Gen<PairCommand> AnyCommand(int seed) => Gen.Frequency(
        (5, AnyRequest().Select(request => (PairCommand)new PairCommand.Hold(Academies, request))),
        (2, AnyRequest().Select(request => (PairCommand)new PairCommand.Reprice(Academies, request))),
        (2, Gen.Elements(Matters).Select(entry => (PairCommand)new PairCommand.Release(entry, "withdrawn"))),
        (4, from request in AnyRequest() from held in AnyHeld() select (PairCommand)new PairCommand.Commit(Academies, request, held)),
        (2, Gen.ListOf(AnyPosting(), 3).Select(lot => (PairCommand)new PairCommand.PostLot(Academies, lot.ToValueList()))),
        (1, AnyPosting().Select(posting => (PairCommand)new PairCommand.EnterBaseline(Academies, posting))),
        (1, from entry in AnyEntry() from units in AnyUnits() select (PairCommand)new PairCommand.Correct(entry, units, U("report"))),
        (1, from entry in AnyEntry() from day in AnyDay() select (PairCommand)new PairCommand.AgreeReturnDate(entry, day, U("letter"))),
        (1, Gen.Choose(1, 3).Select(n => (PairCommand)new PairCommand.RecordTold($"tell-{n}", seed % 3 == 0 ? "proposal.ended" : null))),
        (3, AnyRelief().Select(relief => (PairCommand)new PairCommand.Move(Academies, relief, U("why")))),
        (1, Gen.Choose(1, 3).Select(n => (PairCommand)new PairCommand.Speak(n, seed % 2 == 0, U("no")))),
        (1, Gen.Choose(1, 3).Select(n => (PairCommand)new PairCommand.Grant(n))),
        (1, Gen.Choose(1, 3).Select(n => (PairCommand)new PairCommand.Drop(n))),
        (2, Gen.Constant((PairCommand)new PairCommand.CheckDeadline())));

    private static Gen<Relief> AnyRelief() =>
        from category in Gen.Elements(Categories)
        from amount in AnyUnits()
        from day in AnyDay()
        from debt in Gen.Choose(1, 12)
        from relief in Gen.Frequency<Relief>(
            (4, Gen.Constant((Relief)new Relief.Waiver(category, amount, new(day, TimeOnly.MinValue, TimeSpan.Zero)))),
            (2, Gen.Constant((Relief)new Relief.LiftFreeze(category, new(day, TimeOnly.MinValue, TimeSpan.Zero)))),
            (2, Gen.Constant((Relief)new Relief.WriteOff(debt))),
            (1, Gen.Constant((Relief)new Relief.Carry(debt, day))))
        select relief;

    private static Gen<EntryId> AnyEntry() => Gen.Elements([.. Matters, .. Rows]);

    private static Gen<DateOnly> AnyDay() => Gen.Choose(0, 1500).Select(n => DateOnly.FromDateTime(Start.Date).AddDays(n));

    private static Gen<HoldRequest> AnyRequest() =>
        from entry in Gen.Elements(Matters)
        from category in Gen.Elements(Categories)
        from direction in Gen.Elements(Direction.Inbound, Direction.Outbound, Direction.ThirdCountry)
        from units in AnyUnits()
        from day in AnyDay()
        from answers in Gen.OneOf(Gen.Constant((EntryId?)null), AnyEntry().Select(entry => (EntryId?)entry))
        select new HoldRequest(entry, category, direction, units, day, day.AddDays(1), answers);

    private static Gen<ContactAsHeld> AnyHeld() =>
        from day in AnyDay()
        from units in AnyUnits()
        from standing in Gen.Frequency((6, Gen.Constant((Standing)new Standing.Counted())), (1, Gen.Constant((Standing)new Standing.VisitorsChoice("host-fault"))))
        select new ContactAsHeld(day, day.AddDays(1), units, standing, null);

    private static Gen<LedgerPosting> AnyPosting() =>
        from entry in Gen.Elements(Rows)
        from request in AnyRequest()
        from held in AnyHeld()
        select new LedgerPosting(entry, request.Category, request.Direction, held, request.Answers, null, null, [], U("past"));

    private static Gen<Units> AnyUnits() =>
        from days in Gen.Choose(0, 6)
        from persons in Gen.Choose(-1, 7)
        select Units.Of(persons < 0 ? [(Dimension.Events, 1), (Dimension.Days, days)] : [(Dimension.Days, days), (new("persons"), persons)]);
}
