using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>Journey 5 with its step 6, where what a kill leaves can be copied and more processes are killed over the copies.</summary>
public abstract class Journey5KilledAgain : Journey5
{
    private readonly Copied story;

    protected Journey5KilledAgain(Copied story) : base(story) => this.story = story;

    /// <summary>What a step finds: besides, the store as the first kill left it, for more than one awakening.</summary>
    public abstract class Copied : Story
    {
        /// <summary>A service over a copy of what was kept, which is not started yet.</summary>
        internal abstract MortalService Awakening();

        /// <summary>Something that is another whenever that service has written.</summary>
        internal abstract string Stamp(MortalService house);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 4)]
    [InlineData(4, 5)]
    public async Task _6_Killed_in_the_midst_of_it_twice_everything_is_noticed_once(params int[] writings)
    {
        await using var house = story.Awakening();
        foreach (var (kills, writing) in writings.Index())
        {
            var seen = story.Stamp(house);
            house.Launch(MondayAfter(kills));
            for (var n = 0; n < writing && !await house.Serves(); n++) seen = await Changes(house, seen);
            await house.Kill();
        }

        await house.Start(MondayAfter(writings.Length));

        (await Noticed(house, story.Matter)).Select(Short).Should().Equal((await Noticed(story.House, story.Matter)).Select(Short));
        foreach (var person in new[] { "cia.ig", "cia.sig", "state.ig", "state.sig", "nsc.sig", "dod.ig-chair", "dod.ao" })
            (await Alerts(house, person)).Should().OnlyHaveUniqueItems().And.Equal(await Alerts(story.House, person), person);
    }

    /// <summary>The next change of the store, or that the process is ready, whichever comes first.</summary>
    private async Task<string> Changes(MortalService house, string seen)
    {
        await MortalService.Until(async () => story.Stamp(house) != seen || await house.Serves());
        return story.Stamp(house);
    }

    /// <summary>A minute later at each start: what the killed process has recorded lies after the instant at which it began.</summary>
    private static string MondayAfter(int kills) => Monday.Replace(":00:00-", $":{kills:00}:00-", StringComparison.Ordinal);
}
