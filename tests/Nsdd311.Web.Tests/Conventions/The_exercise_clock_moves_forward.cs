using System.Text.Json.Nodes;
using Nsdd311.Runtime.Hosting;
using Nsdd311.Web.Exercise;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Conventions;

public sealed class The_exercise_clock_moves_forward
{
    private const string Start = "1989-10-16T09:00:00-04:00";

    [Fact]
    public async Task Moving_it_handles_each_deadline_at_its_own_instant()
    {
        await using var house = await House.Open(Start);
        var officer = await house.SignIn("dod.ao");
        var path = $"/proposals/{(await officer.Post("/proposals", Papers.Visit())).ShouldBe(201).Member("id")}";

        await house.MoveTo("1989-11-20T08:00:00-05:00");

        var history = (await officer.Get($"{path}/history")).Json["items"]!.AsArray();
        var passed = history.Single(item => (string)item!["type"]! == "proposal.suspense-passed/1")!["data"]!;
        ((string)passed["due"]!).Should().Be("1989-10-30T17:00:00-05:00");
        DateTimeOffset.Parse((string)passed["noticed"]!).Should().Be(DateTimeOffset.Parse((string)passed["due"]!));
        (await officer.Get(path)).Member("status").Should().Be("at-sig");
    }

    [Fact]
    public async Task A_suspense_in_hours_is_exact_and_its_warning_comes_at_its_instant()
    {
        await using var house = await House.Open("1988-07-27T10:00:00-04:00");
        var officer = await house.SignIn("dod.ao");
        var paper = Papers.Visit();
        foreach (var member in new[] { "direction", "pair", "window", "units" }) paper.Remove(member);
        (paper["category"], paper["shortTitle"], paper["embargo"]) = ("statement.press-guidance", "Guidance", "1988-07-27T18:00:00-04:00");
        (await officer.Post("/proposals", paper)).ShouldBe(201).Member("suspense").Should().Be("1988-07-27T14:00:00-04:00");

        await house.MoveTo("1988-07-27T13:00:00-04:00");

        var alert = (await (await house.SignIn("state.ig")).Get("/alerts")).Json["items"]!.AsArray().Should().ContainSingle().Subject!;
        ((string)alert["kind"]!, (string)alert["subject"]!, (string)alert["shortTitle"]!).Should().Be(("suspense.approaching", "1988-00001", "Guidance"));
        alert.ToJsonString().Should().NotContain("Secretary of Defense visit");
        (await officer.Get("/alerts")).Json["items"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task It_never_moves_back()
    {
        await using var house = await House.Open(Start);
        (await house.Local(HttpMethod.Post, "/clock", new JsonObject { ["now"] = "1989-10-16T08:00:00-04:00" })).ShouldBe(409, "clock.backward");
    }

    [Theory]
    [InlineData("2200-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("1899-12-31T00:00:00Z")]
    public async Task An_instant_out_of_its_reach_is_refused_and_not_remembered(string instant)
    {
        await using var house = await House.Open(Start);

        (await house.Local(HttpMethod.Post, "/clock", new JsonObject { ["now"] = instant })).ShouldBe(422, "clock.out-of-reach");

        await house.Restart(clock: Start);
    }

    [Fact]
    public async Task A_move_is_made_to_its_end_when_nobody_waits_for_it_any_more_and_is_noted_before_anything_is_recorded()
    {
        var clock = new ExerciseClock(DateTimeOffset.Parse(Start), new StandingTime());
        using var impatience = new CancellationTokenSource();
        List<string> seen = [];
        using var director = new ExerciseDirector(
            clock, (_, _) => Task.FromResult<DateTimeOffset?>(null),
            async stop =>
            {
                await impatience.CancelAsync();
                stop.ThrowIfCancellationRequested();
                seen.Add("caught up");
            },
            (at, _) =>
            {
                seen.Add($"{at:yyyy-MM-dd}");
                return Task.CompletedTask;
            });

        (await director.MoveTo(DateTimeOffset.Parse("1989-11-20T08:00:00-05:00"), impatience.Token)).Should().BeTrue();

        seen.Should().Equal("1989-10-16", "caught up", "1989-11-20", "caught up");
    }

    [Fact]
    public async Task A_process_that_was_killed_is_not_started_again_before_what_it_has_recorded()
    {
        await using var house = new ChildHouse();
        await house.Start(Start);
        (await (await house.SignIn("dod.ao")).Post("/proposals", Papers.Visit())).ShouldBe(201);
        await house.Kill();

        var refused = await house.Invoking(it => it.Start(Start)).Should().ThrowAsync<InvalidOperationException>();

        var words = refused.Which.Message;
        words.Should().Contain("It ended with 1").And.Contain("never put back");
        await house.Start(System.Text.RegularExpressions.Regex.Match(words, @"start it with --clock (\S+) or later").Groups[1].Value);
        (await (await house.SignIn("dod.ao")).Get("/proposals")).ShouldBe(200).Json["items"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task Without_an_exercise_there_is_no_such_clock()
    {
        await using var house = await House.Open();
        (await house.Local(HttpMethod.Get, "/clock")).ShouldBe(404, "not-found");
    }

    [Fact]
    public async Task A_store_of_an_exercise_is_one_for_ever_and_never_falls_behind()
    {
        await using var house = await House.Open(Start);
        await house.MoveTo("1989-11-20T08:00:00-05:00");

        await house.Invoking(it => it.Restart(clock: null)).Should().ThrowAsync<StartRefusedException>().WithMessage("*EXERCISE*");
        await house.Invoking(it => it.Restart(clock: Start)).Should().ThrowAsync<StartRefusedException>().WithMessage("*never put back*");
        await house.Restart(clock: "1989-11-20T08:00:00-05:00");
        (await house.Local(HttpMethod.Get, "/clock")).ShouldBe(200).Member("now").Should().StartWith("1989-11-20T13:00");
    }
}
