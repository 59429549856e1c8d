using System.Text;
using System.Text.Json.Nodes;
using Nsdd311.Charters;
using Nsdd311.Imports;

namespace Nsdd311.Tests.Imports;

/// <summary>A made-up charter with a profile of its own: other columns, other words, another separator; no change of code.</summary>
public sealed class AnotherCharter
{
    private const string Profile = """
        {
          "name": "port book",
          "mark": "S//NF",
          "columns": {
            "id": "Nr", "firstDay": "Von", "lastDay": "Bis", "precision": "Genau", "type": "Art", "category": "Unterart", "title": "Was", "homeRole": "Wir",
            "counterpartRole": "Die", "direction": "Wohin", "venue": "Wo", "answers": "Antwort", "doubt": "Zweifel"
          },
          "words": {
            "inbound": "her", "outbound": "hin", "thirdCountry": "dort", "noDirection": "-", "exactDays": "ja", "vagueDays": [ "nein" ], "noDoubt": "ohne",
            "placeSeparator": "+"
          },
          "rules": [
            { "type": "Besuch", "becomes": "entry", "ledger": "visit.chiefs" },
            { "type": "Ort", "becomes": "part", "of": [ "visit.chiefs" ], "otherwise": "place" },
            { "type": "Brief", "becomes": "not-a-contact" }
          ],
          "roles": [ { "role": "Admiral", "pair": "cjcs~chief-of-general-staff" } ],
          "corrections": [ { "row": "1", "type": "Besuch", "firstDay": "1988-01-01", "units": { "persons": 7 }, "reason": "Gezählt." } ]
        }
        """;

    private const string File = """
        Nr,Von,Bis,Genau,Art,Unterart,Was,Wir,Die,Wohin,Wo,Antwort,Zweifel,Mehr
        1,1988-01-01,1988-01-03,ja,Besuch,,"Ein ""Besuch"", lang",Admiral,Admiral,her,Kiel,,ohne,x
        2,1988-01-02,,ja,Ort,,Werft,Admiral,Admiral,her,Werft+Kai+,,ohne,
        3,1989-01-01,,nein,Besuch,,Gegenbesuch,Admiral,Admiral,hin,Reval,1,etwas,
        4,1989-01-01,,nein,Brief,,Dank,Admiral,Admiral,-,,,ohne,
        """;

    private static readonly Charter Charter = With(Profile);

    [Fact]
    public void Is_read_as_its_profile_says()
    {
        var plan = TheFile.Plan(Encoding.UTF8.GetBytes(File.ReplaceLineEndings("\r\n")), Charter);

        plan.Profile.Should().Be("port book");
        plan.Lots.SelectMany(lot => lot.Postings).Select(posting => posting.Title!.Mark.ToString()).Distinct().Should().Equal("S//NF");
        plan.Figures.Should().Be(new ImportFigures(4, 2, 0, 1, 0, 1, 0, new(1, 1, 0, 0, 0, 0)));
        var first = plan.Lots.Single().Postings[0];
        (first.Title!.Text, first.Held.Units.Halves(new("persons")), first.Held.Units.Halves(Dimension.Sites)).Should().Be(("Ein \"Besuch\", lang", 14, 4));
        BalanceWords.Of(TheFile.Ledgers(plan, Charter).Values.Single(), CategoryCode.Parse("visit.chiefs"), DateOnly.Parse("1989-12-31"), Charter)
            .Should().Be("1 : 1, days 0 with 1 figure missing, persons 0 with 1 figure missing, sites 0 with 1 figure missing");
    }

    [Theory]
    [InlineData("\"ledger\": \"visit.chiefs\"", "\"ledger\": \"statement.public\"", "$.imports[0].rules[0].ledger")]
    [InlineData("\"ledger\": \"visit.chiefs\"", "\"ledger\": \"visit.chiefs\", \"pair\": \"cno~cinc-navy\"", "$.imports[0].rules[0].pair")]
    [InlineData("\"of\": [ \"visit.chiefs\" ]", "\"of\": [ \"visit.nobody\" ]", "$.imports[0].rules[1].of[0]")]
    [InlineData("\"becomes\": \"part\"", "\"becomes\": \"whole\"", "$.imports[0].rules[1].becomes")]
    [InlineData("cjcs~chief", "cook~chief", "$.imports[0].roles[0].pair")]
    [InlineData("\"persons\": 7", "\"events\": 2", "$.imports[0].corrections[0].units.events")]
    [InlineData("\"persons\": 7", "\"persons\": -7", "$.imports[0].corrections[0].units.persons")]
    [InlineData("\"reason\"", "\"offQuota\": \"weather\", \"reason\"", "$.imports[0].corrections[0].offQuota")]
    [InlineData("\"reason\"", "\"because\"", "$.imports[0].corrections[0].reason")]
    [InlineData("\"placeSeparator\": \"+\"", "\"placeSeparator\": \"and\"", "$.imports[0].words.placeSeparator")]
    [InlineData("\"mark\": \"S//NF\"", "\"mark\": \"secret\"", "$.imports[0].mark")]
    [InlineData("\"mark\": \"S//NF\",", "", "$.imports[0].mark")]
    [InlineData("\"venue\": \"Wo\", ", "", "$.imports[0].columns.venue")]
    public void A_fault_in_a_profile_is_named_with_its_path(string word, string changed, string path) =>
        CharterFile.Parse(Text(Profile.Replace(word, changed, StringComparison.Ordinal))).Should().BeOfType<CharterReading.Faulty>()
            .Which.Faults.Select(fault => fault.Path).Should().Contain(path);

    private static Charter With(string profile) => CharterFile.Parse(Text(profile)).Should().BeOfType<CharterReading.Sound>().Which.Charter;

    private static byte[] Text(string profile)
    {
        var root = JsonNode.Parse(Nsdd311Charter.Bytes.Span)!;
        root["imports"] = new JsonArray(JsonNode.Parse(profile));
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }
}
