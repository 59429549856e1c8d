using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;
using static Nsdd311.Reciprocity.PairCommand;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Reciprocity;

/// <summary>The expected answer for every way in which an entry can stand and every command that can reach it.</summary>
public sealed class EveryStandingMeetsEveryCommand : LedgerSpec
{
    private const string Nothing = "nothing";
    private static readonly SessionId Session = new(BodyKind.Sig, 1989, 1);
    private static readonly HoldRequest Request = Visit("one");
    private static readonly ContactAsHeld AsHeld = Held("1989-05-14", "1989-05-18", ("events", 1), ("days", 5), ("persons", 9), ("sites", 1));
    private static readonly LedgerPosting Posting = new(Request.Entry, Ministerial, Direction.Outbound, AsHeld, null, null, null, [], U("past"));

    private static readonly string[] Standings = ["unknown", "held", "waiting", "released", "committed"];

    /// <summary>One row for each command; its answers in the order of the standings.</summary>
    private static readonly Dictionary<Type, string[]> Answers = new()
    {
        [typeof(Hold)] = ["HoldGranted", "HoldGranted", "HoldBlocked", "ledger.released", "ledger.committed"],
        [typeof(Reprice)] = ["HoldGranted", "HoldGranted", "HoldBlocked", "ledger.released", "ledger.committed"],
        [typeof(Release)] = ["HoldReleased", "HoldReleased", "HoldReleased", Nothing, "ledger.committed"],
        [typeof(Commit)] = ["Committed", "Committed", "Committed", "Committed", Nothing],
        [typeof(PostLot)] = ["LotPosted", "LotPosted", "LotPosted", "LotPosted", Nothing],
        [typeof(EnterBaseline)] = ["BaselineEntered", "BaselineEntered", "BaselineEntered", "BaselineEntered", "ledger.committed"],
        [typeof(Correct)] = ["ledger.entry-unknown", "ledger.entry-unknown", "ledger.entry-unknown", "ledger.entry-unknown", "Corrected"],
        [typeof(AgreeReturnDate)] = ["ledger.entry-unknown", "ledger.entry-unknown", "ledger.entry-unknown", "ledger.entry-unknown", "ReturnDateAgreed"],
        [typeof(RecordTold)] = [Nothing, Nothing, Nothing, Nothing, Nothing],
        [typeof(Move)] = ["debt.unknown", "debt.unknown", "debt.unknown", "debt.unknown", "Moved"],
        [typeof(Speak)] = ["motion.unknown", "motion.unknown", "motion.unknown", "motion.unknown", "motion.unknown"],
        [typeof(Grant)] = ["motion.unknown", "motion.unknown", "motion.unknown", "motion.unknown", "motion.unknown"],
        [typeof(DecideInSession)] = ["motion.unknown", "motion.unknown", "motion.unknown", "motion.unknown", "motion.unknown"],
        [typeof(Drop)] = ["motion.unknown", "motion.unknown", "motion.unknown", "motion.unknown", "motion.unknown"],
        [typeof(CheckDeadline)] = [Nothing, Nothing, Nothing, Nothing, Nothing],
    };

    public static TheoryData<string, Type> Pairs()
    {
        Answers.Keys.Should().BeEquivalentTo(typeof(PairCommand).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(PairCommand))), "each command has its row");
        TheoryData<string, Type> pairs = [];
        foreach (var standing in Standings)
            foreach (var command in Answers.Keys) pairs.Add(standing, command);
        return pairs;
    }

    [Theory, MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void Each_has_its_answer(string standing, Type command)
    {
        Bring(standing);

        When(Of(command), Asker(command));

        Answer().Should().Be(Answers[command][Array.IndexOf(Standings, standing)]);
    }

    private void Bring(string standing)
    {
        if (standing is "waiting") Must(new Hold(Secdef, Visit("another")), Matter);
        if (standing is "held" or "waiting") Must(new Hold(Secdef, Request), Matter);
        if (standing is "released") Must(new Release(Request.Entry, "withdrawn"), Matter);
        if (standing is "committed") Must(new Commit(Secdef, Request, AsHeld), Matter);
    }

    private static PairCommand Of(Type command) => command.Name switch
    {
        nameof(Hold) => new Hold(Secdef, Request),
        nameof(Reprice) => new Reprice(Secdef, Request),
        nameof(Release) => new Release(Request.Entry, "withdrawn"),
        nameof(Commit) => new Commit(Secdef, Request, AsHeld),
        nameof(PostLot) => new PostLot(Secdef, [Posting]),
        nameof(EnterBaseline) => new EnterBaseline(Secdef, Posting),
        nameof(Correct) => new Correct(Request.Entry, Figures(("days", 4)), U("report")),
        nameof(AgreeReturnDate) => new AgreeReturnDate(Request.Entry, Day("1990-12-01"), U("letter")),
        nameof(RecordTold) => new RecordTold("tell-1", null),
        nameof(Move) => new Move(Secdef, new Relief.WriteOff(1), U("why")),
        nameof(Speak) => new Speak(1, true, null),
        nameof(Grant) => new Grant(1),
        nameof(DecideInSession) => new DecideInSession(1, new(Session, 1, new BodyRuling.Grant(null), new(new("nsc.sig"), new(SeatKind.SigChair), [], default))),
        nameof(Drop) => new Drop(1),
        _ => new CheckDeadline(),
    };

    private static Actor Asker(Type command) =>
        command == typeof(CheckDeadline) ? Engine
        : command == typeof(EnterBaseline) || command == typeof(Correct) || command == typeof(AgreeReturnDate) ? Secretary
        : command == typeof(Move) || command == typeof(Grant) || command == typeof(Drop) ? SigChair
        : command == typeof(DecideInSession) ? new Actor.Entity(EntityId.Of(Session))
        : command == typeof(Speak) ? Sig("CIA")
        : Matter;

    private static HoldRequest Visit(string name) =>
        Asking(name, Ministerial, Direction.Outbound, "1990-05-14", "1990-05-18", ("events", 1), ("days", 5), ("persons", 9), ("sites", 1));
}
