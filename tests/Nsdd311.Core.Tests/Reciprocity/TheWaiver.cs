using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using static Nsdd311.Reciprocity.PairCommand;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Reciprocity;

/// <summary>Journey 4, steps 3 to 6 and 9 to 13, as its ledger sees it: the SIG waives one hull until 1 July 1990.</summary>
public sealed class TheWaiver : MotionSpec
{
    private static readonly DateTimeOffset Until = At("1990-07-01 00:00 -04:00");
    private static readonly HoldRequest Inbound = Ships3("inbound", Direction.Inbound, "1990-04-23", "1990-04-27");
    private static readonly HoldRequest Outbound = Ships3("outbound", Direction.Outbound, "1990-06-11", "1990-06-15");

    public TheWaiver()
    {
        GivenTheFile(Navy);
        Now = At("1989-12-14 10:00 -05:00");
        Must(new Hold(Navy, Inbound), Matter);
    }

    [Fact]
    public void Step_3_nobody_but_the_SIG_waives()
    {
        foreach (var actor in new[] { Chair, Secretary, Matter, Engine })
        {
            When(OneHull(), actor);
            ThenRefused("waiver.sig-only");
        }
    }

    [Fact]
    public void Step_4_by_paper_it_needs_all_five()
    {
        Must(OneHull(), SigChair);
        foreach (var agency in (string[])["STATE", "DOD", "NSC", "OCJCS"]) Must(new Speak(1, true, null), Sig(agency));

        When(new Grant(1), SigChair);

        Refusal<NotUnanimous>().Agencies.Should().Equal(AgencyId.Parse("CIA"));
        State.Waivers.Should().BeEmpty();
    }

    [Fact]
    public void Step_5_granted_it_gives_the_blocked_matter_its_hold_without_anybody_asking_again()
    {
        var events = Granted(OneHull());

        events[0].Should().BeOfType<PairEvent.Waived>().Which.Waiver.Until.Should().Be(Until);
        var told = events.OfType<PairEvent.WaitingHoldGranted>().Should().ContainSingle().Which;
        told.Sum.Select(line => line.ToString()).Should().Contain("hulls 3 committed + 0 held + 3 asked − 2 = 4 ≤ 4");
        PairDecider.Owed(State).Should().ContainSingle().Which.Creditor.Key.Should().Be(Inbound.Entry.Value);
    }

    [Fact]
    public void The_oldest_that_waits_gets_what_was_waived()
    {
        Must(new Hold(Navy, Inbound with { Entry = Entry("younger") }), Matter);

        Granted(OneHull()).OfType<PairEvent.WaitingHoldGranted>().Select(told => told.Request.Entry).Should().Equal(Inbound.Entry);

        State.Line.Should().ContainSingle().Which.Entry.Should().Be(Entry("younger"));
    }

    [Fact]
    public void It_widens_either_way_and_no_other_account()
    {
        Granted(new Move(Navy, new Relief.Waiver(Ships, Figures(("hulls", 1), ("events", 1)), Until), U("More ships")));
        Must(new Hold(Navy, Outbound), Matter);

        When(new Hold(Navy, Outbound with { Entry = Entry("another"), Units = Figures(("events", 1), ("days", 1), ("hulls", 2)) }), Matter);

        ThenGranted("events 1 committed + 1 held + 1 asked − 1 = 2 ≤ 2", "hulls 2 committed + 3 held + 2 asked − 3 = 4 ≤ 4");
        State.Waived(CategoryCode.Parse("talks.incsea"), Dimension.Events, Now).Should().Be(0);
    }

    [Fact]
    public void An_agency_that_objects_says_what_and_stands_in_the_way_until_it_agrees()
    {
        Must(OneHull(), SigChair);
        When(new Speak(1, false, U(" ")), Sig("CIA"));
        ThenRefused("position.objection-missing");
        Must(new Speak(1, false, U("Sources are at risk.")), Sig("CIA"));
        foreach (var agency in (string[])["STATE", "DOD", "NSC", "OCJCS"]) Must(new Speak(1, true, null), Sig(agency));
        When(new Grant(1), SigChair);
        ThenRefused("sig.not-unanimous");

        Must(new Speak(1, true, null), Sig("CIA"));

        Must(new Grant(1), SigChair)[0].Should().BeOfType<PairEvent.Waived>();
    }

    [Fact]
    public void Only_members_speak_and_only_the_chair_decides_once()
    {
        Must(OneHull(), Sig("DOD")).OfType<PairEvent.Moved>().Single().Motion.Voices.Should().ContainSingle("who moves it agrees to it").Which.Agency.ToString().Should().Be("DOD");
        When(new Speak(1, true, null), SigChair);
        ThenRefused("seat.not-entitled");
        When(new Grant(1), Sig("NSC"));
        ThenRefused("seat.not-entitled");
        When(new Speak(2, true, null), Sig("CIA"));
        ThenRefused("motion.unknown");

        Must(new Drop(1), SigChair);

        foreach (var late in (PairCommand[])[new Grant(1), new Drop(1)])
        {
            When(late, SigChair);
            ThenRefused("motion.ended");
        }

        When(new Speak(1, true, null), Sig("CIA"));
        ThenRefused("motion.ended");
    }

    [Fact]
    public void A_waiver_names_a_reason_an_open_account_an_amount_and_an_instant_ahead()
    {
        Refused(OneHull() with { Reason = U(" ") }, "ledger.reason-missing");
        Refused(Waiver(Lectures, Until, ("days", 1)), "ledger.not-open");
        Refused(Waiver(Ships, Until), "waiver.amount");
        Refused(Waiver(Ships, Until, ("hulls", 0)), "waiver.amount");
        Refused(Waiver(Ships, Until, ("persons", 1)), "waiver.amount");
        Refused(Waiver(Ships, Until, ("hulls", 10_001)), "waiver.amount");
        Refused(Waiver(Ships, Now, ("hulls", 1)), "waiver.expired");
    }

    [Fact]
    public void A_waiver_that_expired_a_second_ago_is_granted_no_more_and_one_in_its_last_second_is()
    {
        Must(OneHull(), SigChair);
        foreach (var agency in Charter.Agencies) Must(new Speak(1, true, null), Sig(agency.Id.ToString()));
        Now = Until.AddSeconds(1);
        When(new Grant(1), SigChair);
        ThenRefused("waiver.expired");

        Now = Until.AddSeconds(-1);
        Must(new Grant(1), SigChair)[0].Should().BeOfType<PairEvent.Waived>();
    }

    [Fact]
    public void A_hold_after_its_end_is_decided_without_it_even_before_the_wake()
    {
        Must(new Release(Inbound.Entry, "withdrawn"), Matter);
        Granted(OneHull());
        Now = Until.AddSeconds(-1);
        Must(new Hold(Navy, Inbound with { Entry = Entry("in time") }), Matter).OfType<PairEvent.HoldGranted>().Should().ContainSingle();
        Must(new Release(Entry("in time"), "withdrawn"), Matter);
        Now = Until;

        When(new Hold(Navy, Inbound with { Entry = Entry("too late") }), Matter);

        ThenBlocked("ledger.out-of-bound", "hulls 3 committed + 0 held + 3 asked − 2 = 4 > 3");
    }

    [Fact]
    public void Step_11_it_ends_without_a_word_if_the_balance_is_within_the_tolerance()
    {
        GivenTheInboundVisit();
        Must(new Hold(Navy, Outbound), Matter);
        Now = At("1990-06-18 10:00 -04:00");
        Must(new Commit(Navy, Outbound, Held("1990-06-11", "1990-06-15", ("days", 5), ("hulls", 2)) with { Shortfall = U("force majeure: one diverted") }), Matter);
        ThenStands(Ships, "1990-06-18", "2 : 2, days 0, hulls +2");
        PairDecider.NextWake(State).Should().Be(Until);
        Now = At("1990-07-02 08:00 -04:00");

        var over = Must(new CheckDeadline(), Engine).Should().ContainSingle().Which.Should().BeOfType<PairEvent.WaiverOver>().Which;

        (over.Due, over.Noticed).Should().Be((Until, Now));
        PairAlerts.Of(Navy, State, over, State).Should().BeEmpty();
        When(new CheckDeadline(), Engine);
        ThenNothing();
    }

    [Fact]
    public void Step_13_it_leaves_the_pair_out_of_balance_and_only_what_narrows_passes()
    {
        GivenTheInboundVisit();
        State.Book(Ships).IsOutOfBalance.Should().BeFalse("hulls 6 : 2 are within 3 + 1");
        Now = Until;

        var beyond = Must(new CheckDeadline(), Engine).OfType<PairEvent.OutOfBalance>().Should().ContainSingle().Which;

        beyond.Beyond.Should().Equal(new BalanceBeyond(Of("hulls"), 8, 6));
        PairAlerts.Of(Navy, State, beyond, State).Should().ContainSingle().Which.Kind.Should().Be("pair.out-of-balance");
        When(new Hold(Navy, Outbound), Matter);
        ThenGranted();
        When(new Hold(Navy, Inbound with { Entry = Entry("again") }), Matter);
        ThenBlocked("ledger.out-of-bound", "hulls 6 committed + 0 held + 3 asked − 2 = 7 > 3");
    }

    [Fact]
    public void A_waiver_brings_back_into_balance_what_facts_had_carried_beyond()
    {
        Must(new Commit(Navy, Inbound, Held("1990-04-23", "1990-04-27", ("days", 5), ("hulls", 3))), Matter);
        State.Book(Ships).IsOutOfBalance.Should().BeTrue();

        Granted(OneHull()).OfType<PairEvent.BackInBalance>().Should().ContainSingle();
    }

    private static Move OneHull() => Waiver(Ships, Until, ("hulls", 1));

    private static Move Waiver(CategoryCode category, DateTimeOffset until, params (string, int)[] amount) =>
        new(Navy, new Relief.Waiver(category, Figures(amount), until), U("The third ship answers the third ship of July."));

    private static HoldRequest Ships3(string name, Direction direction, string from, string to) =>
        Asking(name, Ships, direction, from, to, ("events", 1), ("days", 5), ("hulls", 3));

    private void GivenTheInboundVisit()
    {
        Granted(OneHull());
        Now = At("1990-04-30 10:00 -04:00");
        Must(new Commit(Navy, Inbound, Held("1990-04-23", "1990-04-27", ("days", 5), ("hulls", 3))), Matter);
    }

    private void Refused(Move move, string code)
    {
        When(move, SigChair);
        ThenRefused(code);
    }
}
