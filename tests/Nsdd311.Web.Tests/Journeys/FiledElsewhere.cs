using System.Text.Json.Nodes;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

/// <summary>"System II 90597": whoever has the number of another system finds the matter by it (1-domain, section 3).</summary>
[TestCaseOrderer(InOrder.Name, InOrder.Assembly)]
public abstract class FiledElsewhere(FiledElsewhere.Story story)
{
    public abstract class Story(Venue venue) : Journey("1989-12-01T09:00:00-05:00", venue);

    [Fact]
    public async Task _1_A_matter_is_found_by_each_of_its_references()
    {
        story.Noted["visit"] = (await story.Post("dod.ao", "/proposals", Filed(true, ("System II", 1988, "90597"), ("NSC-LOG", null, "8890597/2.1")))).Is("in-vetting").Id;
        await story.Post("dod.ao", "/proposals", Filed(true, ("System II", 1988, "905")));

        foreach (var reference in new[] { "System II,1988,90597", "system ii,90597", "NSC-LOG,8890597/2.1" })
            (await Found("state.ao", reference)).Has("items[0].id", story.Noted["visit"]).Json.GetProperty("items").GetArrayLength().Should().Be(1, reference);

        foreach (var reference in new[] { "System II,1989,90597", "System III,90597", "NSC-LOG,1988,8890597/2.1" })
            (await Found("state.ao", reference)).Has("items", "[]");

        (await story.Get("state.ao", "/proposals?reference=NSC-LOG,8890597/2.1&status=cleared")).Has("items", "[]");
    }

    [Fact]
    public async Task _2_Nobody_finds_what_is_not_for_that_reader()
    {
        var draft = (await story.Post("dod.ao", "/proposals", Filed(false, ("System II", null, "7")))).Is("draft").Id;

        (await Found("dod.ig", "System II,7")).Has("items[0].id", draft);
        (await Found("state.ao", "System II,7")).Has("items", "[]");
        (await Found("operator", "System II,1988,90597")).Has("items", "[]");
    }

    [Fact]
    public async Task _3_A_later_text_is_found_by_its_own_references_alone()
    {
        (await story.Post("dod.ig-chair as ig-chair", story.Matter("visit") + "/decision", new { body = "ig", decision = "return", remarks = Journey.U("Say more.") })).Is("returned");
        (await story.Post("dod.ao", story.Matter("visit") + "/resubmission", Filed(false, ("System II", null, "8")).WithoutSubmit())).Is("in-vetting");

        (await Found("state.ao", "System II,90597")).Has("items", "[]");
        (await Found("state.ao", "System II,8")).Has("items[0].id", story.Noted["visit"]);
    }

    [Theory]
    [InlineData("90597")]
    [InlineData("System II,")]
    [InlineData("System II,next year,90597")]
    [InlineData("System II,1899,90597")]
    [InlineData("System II,1988,1,90597")]
    [InlineData("System II,see tab A")]
    public async Task _4_What_is_no_reference_is_refused_by_name(string reference) =>
        (await Found("dod.ao", reference)).Refused(400, "query.malformed").Text.Should().Contain("\"reference\"");

    private Task<Answer> Found(string who, string reference) => story.Get(who, $"/proposals?reference={Uri.EscapeDataString(reference)}");

    private static JsonObject Filed(bool submit, params (string System, int? Year, string Number)[] references)
    {
        var visit = Papers.Visit(submit: submit);
        visit["references"] = new JsonArray([.. references.Select(reference => new JsonObject { ["system"] = reference.System, ["year"] = reference.Year, ["number"] = reference.Number })]);
        return visit;
    }
}
