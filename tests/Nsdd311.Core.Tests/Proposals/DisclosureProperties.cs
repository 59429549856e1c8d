using FsCheck;
using FsCheck.Fluent;
using Nsdd311.Proposals;
using Nsdd311.Sessions;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>What holds of an inbound visit at its final stage, whoever lists, concurs, objects, amends, forwards and changes, and in whatever order.</summary>
public sealed class DisclosureProperties : DisclosureSpec
{
    private sealed record Move(int Command, int Agency, int Item);

    private static readonly Arbitrary<Move[]> Lives =
        Gen.Choose(0, 999).SelectMany(command => Gen.Choose(0, 4).SelectMany(agency => Gen.Choose(1, 6).Select(item => new Move(command, agency, item)))).ArrayOf(120).ToArbitrary();

    private static readonly AgencyId[] Agencies = [State, Dod, Nsc, Ocjcs, Cia];
    private static readonly AgencyId[] Concurring = [Dod, Cia];
    private static readonly Disclosure[] Everything = [Cockpit, Avionics, Crews, Crews with { Decision = DisclosureDecision.Show }, Item("Luke AFB", "F-15", DisclosureDecision.Show)];

    [Fact]
    public void No_final_stage_is_cleared_while_an_agency_that_must_has_not_said_yes_to_each_item_as_it_is_listed()
    {
        var cleared = 0;
        ForEachLife((events, told) =>
        {
            if (!events.Any(e => e is ProposalEvent.Ruled { Ruling.Kind: RulingKind.Clear } or ProposalEvent.SigRuled { Ruling.Kind: RulingKind.Clear })) return;

            var list = told.OfType<ProposalEvent.DisclosureListed>().Last().Items;
            foreach (var item in list)
                foreach (var agency in Concurring)
                    told.OfType<ProposalEvent.DisclosureAnswered>().Select(e => e.Answer).LastOrDefault(answer => answer.Item == item.Number && answer.Agency == agency)?.Concurs
                        .Should().BeTrue($"{agency} must have concurred in {item}");
            if (list.Count > 0) cleared++;
        });
        cleared.Should().BePositive("the property is about something");
    }

    [Fact]
    public void A_number_means_the_same_item_for_ever_and_answers_are_kept_for_what_is_listed_only() =>
        ForEachLife((_, told) =>
        {
            var numbered = told.OfType<ProposalEvent.DisclosureListed>().SelectMany(e => e.Items).Distinct().ToList();
            numbered.Select(item => item.Number).Should().OnlyHaveUniqueItems();

            List.Answers.Select(answer => answer.Item).Should().BeSubsetOf(List.Items.Select(item => item.Number));
            List.Items.Select(item => item.What).Should().OnlyHaveUniqueItems();
        });

    private void ForEachLife(Action<ValueList<ProposalEvent>, List<ProposalEvent>> check) => Prop.ForAll(Lives, moves =>
    {
        TellAnew();
        GivenAtTheFinalStage(Inbound, Cockpit, Avionics);
        List<ProposalEvent> told = [new ProposalEvent.DisclosureListed(List.Items, 2, Monday)];
        foreach (var move in moves)
        {
            var (command, actor) = Commanded(move);
            if (Tried(command, actor) is { Count: > 0 } events)
            {
                told.AddRange(events);
                check(events, told);
            }

            GivenSettled(Friday);
        }
    }).QuickCheckThrowOnFailure();

    private ValueList<ProposalEvent> Tried(ProposalCommand command, Actor actor)
    {
        if (ProposalDecider.Decide(Now, command, new Context(Friday, actor, Nsdd)) is not Decision<ProposalEvent>.Accepted { Events: var events }) return [];

        Given(command, actor, Friday);
        return events;
    }

    private (ProposalCommand Command, Actor Actor) Commanded(Move move)
    {
        var (agency, sits) = (Agencies[move.Agency], Now is ProposalState.AtSig ? SeatKind.SigMember : SeatKind.IgMember);
        var item = List.Items.Count > 0 ? List.Items[move.Item % List.Items.Count].Number : move.Item;
        var chosen = (move.Item * Agencies.Length) + move.Agency;
        ValueList<Disclosure> list = [.. Everything.Where((_, i) => (chosen >> i) % 2 == 1)];
        return (move.Command % 25) switch
        {
            < 9 => (Yes(item), Person(sits, Concurring[move.Agency % 2])),
            9 => (No(item), Person(sits, Concurring[move.Agency % 2])),
            < 15 => (new TakePosition(new Stand.Concur(), []), Person(sits, agency)),
            15 => (new GiveLeave(LeaveKind.Amendment, Text("Yes."), null), Chair),
            16 => (new ListDisclosure(list), Officer),
            17 => (new Amend(Inbound with { Paragraphs = [Text($"Text {move.Item}.")] }), Officer),
            18 => (new Change(new(null, default, null, Text("Other sites.")) { Disclosed = list }), Officer),
            19 when move.Item == 1 => (new Forward(Text("You.")), Chair),
            20 when move.Item == 1 => (new Return(Text("Again.")), Chair),
            21 => (new Resubmit(Inbound), Officer),
            22 => (new DecideByPaper(new BodyRuling.Clear([new(1, Text("It conforms."))], [], null)), Person(SeatKind.SigChair, null)),
            _ => (ClearWith(1), Chair),
        };
    }
}
