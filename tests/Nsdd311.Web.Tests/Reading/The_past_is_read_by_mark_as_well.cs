using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Reading;

public sealed class The_past_is_read_by_mark_as_well(OpenHouse open) : IClassFixture<OpenHouse>
{
    private const string Secretary = "executive-secretary";
    private const string Pair = "/pairs/cjcs~chief-of-general-staff";
    private readonly House house = open.House;

    [Fact]
    public async Task An_entry_by_hand_shows_its_figures_to_all_at_the_table_and_each_text_to_whom_its_mark_allows()
    {
        await Enter(Visit("1988-07-05"));

        var cleared = (await (await house.SignIn("dod.ao")).Get(Pair)).ShouldBe(200);
        var confidential = (await (await house.SignIn("dod.ao", "C")).Get(Pair)).ShouldBe(200);
        var auditor = (await (await house.SignIn("auditor")).Get(Pair)).ShouldBe(200);

        cleared.Text.Should().Contain("The marshal came").And.Contain("Dates from one newspaper").And.Contain("A base was closed to him");
        cleared.Text.Should().Contain("\"title\":{\"mark\":\"C\",\"text\":\"The marshal came\"}");
        confidential.Text.Should().Contain("The marshal came").And.NotContain("newspaper").And.Contain("A base was closed to him");
        auditor.Text.Should().Contain("1988-07-05").And.NotContain("marshal").And.NotContain("newspaper").And.NotContain("closed");
    }

    [Fact]
    public async Task A_kept_contact_is_listed_without_the_texts_that_its_reader_may_not_read()
    {
        var secretary = await house.SignIn("dod.ig-chair");
        var entered = await secretary.Post("/contacts", Kept(Papers.Text("S", "A collision at sea"), Papers.Text("C", "The cause is not agreed")), Secretary);
        entered.ShouldBe(201).Member("title.text").Should().Be("A collision at sea");

        var cleared = (await (await house.SignIn("state.ig")).Get("/contacts")).ShouldBe(200);
        var uncleared = (await (await house.SignIn("state.ig", "C")).Get("/contacts")).ShouldBe(200);

        cleared.Text.Should().Contain("A collision at sea").And.Contain("not agreed");
        uncleared.Text.Should().Contain("\"kind\":\"incident\"").And.NotContain("collision").And.Contain("not agreed");
    }

    [Fact]
    public async Task A_dry_run_shows_what_is_doubtful_only_to_whom_the_profile_s_mark_allows()
    {
        var dry = (await (await house.SignIn("dod.ig-chair", "U")).PostFile("/imports/contacts?dryRun=true", Repository.Contacts(), actingAs: Secretary)).ShouldBe(200);

        dry.Member("rows[1].doubt.mark").Should().Be("U");
        dry.Member("rows[1].doubt.text").Should().Be("inferred");
    }

    [Fact]
    public async Task A_text_without_a_mark_is_refused_wherever_the_past_is_entered()
    {
        var secretary = await house.SignIn("dod.ig-chair");
        var bare = new { text = "Without a mark" };
        (string Path, object Body, string Field)[] requests =
        [
            ("/contacts", Kept(bare, null), "title.mark"),
            ($"{Pair}/baseline", new { category = "visit.chiefs", direction = "inbound", days = Days("1988-07-05"), title = bare }, "title.mark"),
            ($"{Pair}/corrections", new { entry = "by-hand/x", units = new { days = 3 }, reason = bare }, "reason.mark"),
            ($"{Pair}/return-dates", new { entry = "by-hand/x", returnBy = "1990-01-01", reference = bare }, "reference.mark"),
            ("/roster/appointments", new { action = "appoint", seat = "sig-alternate/CIA", person = "x", reference = bare }, "reference.mark"),
        ];

        foreach (var (path, body, field) in requests)
            (await secretary.Post(path, body, Secretary)).ShouldBe(422, "text.mark-missing").Json["errors"]![field].Should().NotBeNull(path);
        (await secretary.Post("/contacts", Kept("A plain text", null), Secretary)).ShouldBe(400, "request.wrong-type");
    }

    [Fact]
    public async Task What_names_an_entry_is_no_place_for_free_words() =>
        (await (await house.SignIn("dod.ig-chair")).Post($"{Pair}/corrections", new { entry = "what they said", units = new { days = 3 }, reason = Papers.Text("U", "Report.") }, Secretary))
            .ShouldBe(400, "request.wrong-value").Json["errors"]!["entry"].Should().NotBeNull();

    private async Task Enter(object body) => (await (await house.SignIn("dod.ig-chair")).Post($"{Pair}/baseline", body, Secretary)).ShouldBe(200);

    private static object Visit(string day) => new
    {
        category = "visit.chiefs", direction = "inbound", days = Days(day), units = new { events = 1, days = 7 }, title = Papers.Text("C", "The marshal came"),
        doubt = Papers.Text("S", "Dates from one newspaper"), shortfall = Papers.Text("C", "A base was closed to him"),
    };

    private static object Kept(object title, object? doubt) => new { kind = "incident", days = Days("1988-02-12"), title, doubt };

    private static object Days(string day) => new { from = day, to = day };
}
