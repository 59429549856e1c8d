using Nsdd311.Calendar;
using Nsdd311.Charters;

namespace Nsdd311.Tests.Charters;

/// <summary>The tables of sections 3.1 and 3.2 as the rule book prints them, beside the charter printed the same way.</summary>
public sealed class TheTablesOfCategories
{
    private const string Vetting = """
        | `statement.public` | public statement | final | 3 | 1 | 5 | proceed | STATE DOD NSC | – | as necessary |
        | `statement.press-guidance` | public statement | final | 4 WH | 1 WH | 0 | silence-procedure | STATE DOD NSC | – | as necessary |
        | `statement.private` | private statement | final | 5 | 2 | 10 | escalate+1 | all | – | as necessary |
        | `statement.joint` | public statement | final | 3 | 1 | 5 | escalate+1 | all | – | as necessary |
        | `visit.ministerial` | visit | concept, plan, final | 10, 10, 5 | 3 | 45 | escalate+2 | all | concept | as necessary |
        | `visit.chiefs` | visit | concept, plan, final | 10, 10, 5 | 3 | 45 | escalate+2 | all | concept | as necessary |
        | `visit.service-secretary` | visit | concept, plan, final | 10, 5, 5 | 3 | 35 | escalate+2 | all | concept | as necessary |
        | `visit.service-chief` | visit | concept, plan, final | 10, 5, 5 | 3 | 35 | escalate+2 | all | concept | as necessary |
        | `visit.delegation` | visit | plan, final | 5, 5 | 2 | 20 | proceed | STATE DOD OCJCS CIA | plan | as necessary |
        | `exchange.ship-visit` | exchange activity | concept, plan, final | 10, 10, 5 | 3 | 60 | escalate+2 | all | concept | as necessary |
        | `exchange.observation` | exchange activity | concept, plan, final | 10, 10, 5 | 3 | 40 | escalate+2 | all | concept | as necessary |
        | `exchange.education` | exchange activity | plan, final | 5, 5 | 2 | 20 | proceed | STATE DOD OCJCS | plan | as necessary |
        | `exchange.sports` | exchange activity | plan, final | 5, 3 | 2 | 15 | proceed | STATE DOD | plan | as necessary |
        | `talks.ministerial` | exchange activity | plan, final | 5, 5 | 2 | 15 | escalate+1 | all | plan | as necessary |
        | `talks.chiefs` | exchange activity | plan, final | 5, 5 | 2 | 15 | escalate+1 | all | plan | as necessary |
        | `talks.working-group` | exchange activity | final | 5 | 2 | 10 | proceed | STATE DOD OCJCS | final | as necessary |
        | `talks.incsea` | exchange activity | plan, final | 5, 3 | 2 | 20 | proceed | STATE DOD OCJCS | plan | as necessary |
        | `agreement.proposed` | proposed agreement | concept, final | 10, 15 | 3 | 45 | escalate+2 | all | – | always |
        | `agreement.plan-of-contacts` | proposed agreement | concept, final | 10, 10 | 3 | 40 | escalate+2 | all | – | always |
        | `guidance.policy` | policy guidance | final | 10 | 3 | 0 | escalate+2 | all | – | always |
        """;

    private const string Counting = """
        | `visit.ministerial` | 1 / 1 | 8 / 8 | 30 / 30 | 8 / 8 | – | 12 months | 1 | neither |
        | `visit.chiefs` | 1 / 1 | 12 / 12 | 30 / 30 | 10 / 10 | – | 12 months | 1 | neither |
        | `visit.service-secretary` | 1 / 1 | 8 / 8 | 20 / 20 | 6 / 6 | – | 12 months | 1 | neither |
        | `visit.service-chief` | 1 / 1 | 8 / 8 | 20 / 20 | 6 / 6 | – | 12 months | 1 | neither |
        | `visit.delegation` | 2 / 1 | 14 / 10 | 20 / 20 | 6 / 4 | – | 12 months | 3 | neither |
        | `exchange.ship-visit` | 1 / 1 | 6 / 6 | – | – | 3 / 3 | 3 months | 2 | neither |
        | `exchange.observation` | 1 / 1 | – | 50 / 50 | – | – | 1 month | 1 | neither |
        | `exchange.education` | 2 / 1 | 10 / 5 | 6 / 6 | – | – | 12 months | 2 | neither |
        | `exchange.sports` | 1 / 1 | – | 60 / 60 | – | – | 12 months | 1 | half each |
        | `talks.ministerial` | 1 / 1 | – | – | – | – | 12 months | 2 | neither |
        | `talks.chiefs` | 1 / 1 | – | – | – | – | 12 months | 2 | neither |
        | `talks.working-group` | 1 / 1 | – | – | – | – | 6 months | 4 | neither |
        | `talks.incsea` | 1 / 1 | – | – | – | – | 13 months | 1 | neither |
        """;

    private static readonly string[] Columns = ["events", "days", "persons", "sites", "hulls"];

    private static readonly Charter Charter = Nsdd311Charter.Load();

    [Fact]
    public void Each_category_is_vetted_as_the_book_says() => Print(Charter.Categories.Select(VettingRow)).Should().Be(Vetting);

    [Fact]
    public void Each_contact_is_counted_as_the_book_says() => Print(Charter.Categories.Where(category => category.Reciprocity is not null).Select(CountingRow)).Should().Be(Counting);

    [Fact]
    public void Every_category_is_marked_as_project_policy() => Charter.Categories.Should().OnlyContain(category => category.Policy == PolicySource.Project);

    [Fact]
    public void Only_press_guidance_is_final_at_once_and_its_clock_never_stops()
    {
        Charter.Categories.Where(category => category.Reclama == 0).Select(category => category.Code.Value).Should().Equal("statement.press-guidance");
        Charter.Categories.Where(category => !category.ClockMayStop).Select(category => category.Code.Value).Should().Equal("statement.press-guidance");
        Charter.Categories.Select(category => category.Reclama).Distinct().Should().BeEquivalentTo([0, 2]);
    }

    [Fact]
    public void Visits_and_ship_visits_list_sites_and_items_in_which_DOD_and_CIA_concur()
    {
        var listing = Charter.Categories.Where(category => category.Disclosure is not null).ToList();

        listing.Select(category => category.Code.Value).Should().Equal(
            "visit.ministerial", "visit.chiefs", "visit.service-secretary", "visit.service-chief", "visit.delegation", "exchange.ship-visit");
        listing.Should().OnlyContain(category => string.Join(' ', category.Disclosure!.Concurring) == "DOD CIA");
    }

    [Theory]
    [InlineData("visit.ministerial", "summit-margins")]
    [InlineData("visit.chiefs", "summit-margins")]
    [InlineData("exchange.ship-visit", "distress-call")]
    [InlineData("talks.ministerial", "head-of-state-party, multilateral-margins")]
    [InlineData("talks.chiefs", "head-of-state-party, multilateral-margins, summit-margins")]
    [InlineData("visit.delegation", "")]
    public void Some_grounds_count_for_nothing(string code, string grounds) =>
        string.Join(", ", Charter.Find(CategoryCode.Parse(code))!.Reciprocity!.OffQuota).Should().Be(grounds);

    private static string Print(IEnumerable<string> rows) => string.Join('\n', rows);

    private static string VettingRow(Category category) => Row(
        $"`{category.Code}`",
        category.Kind switch
        {
            MatterKind.PublicStatement => "public statement",
            MatterKind.PrivateStatement => "private statement",
            MatterKind.Visit => "visit",
            MatterKind.ExchangeActivity => "exchange activity",
            MatterKind.ProposedAgreement => "proposed agreement",
            _ => "policy guidance",
        },
        string.Join(", ", category.Stages.Select(stage => Word(stage.Stage))),
        string.Join(", ", category.Stages.Select(stage => Number(stage.Suspense))),
        Number(category.WarnBefore),
        $"{category.LeadTime}",
        category.Silence switch
        {
            SilenceRule.Escalate escalate => $"escalate+{escalate.After}",
            SilenceRule.Procedure => "silence-procedure",
            _ => "proceed",
        },
        category.Mandatory.Count == Charter.Agencies.Count ? "all" : string.Join(' ', category.Mandatory),
        category.Reciprocity is { } rule ? Word(rule.HoldAt) : "–",
        category.SigAlways ? "always" : "as necessary");

    private static string CountingRow(Category category) => Row(
        [
            $"`{category.Code}`",
            .. Columns.Select(name => Bound(category.Reciprocity!, name)),
            category.Reciprocity!.ReturnByMonths is 1 ? "1 month" : $"{category.Reciprocity.ReturnByMonths} months",
            $"{category.Reciprocity.CapPerYear}",
            category.Reciprocity.ThirdCountry is ThirdCountryRule.Neither ? "neither" : "half each",
        ]);

    private static string Bound(ReciprocityRule rule, string name) =>
        rule.Dimensions.FirstOrDefault(dimension => dimension.Dimension.Code == name) is { } bound ? $"{bound.Tolerance} / {bound.Most}" : "–";

    private static string Number(WorkingSpan span) => span is WorkingSpan.Days days ? $"{days.Count}" : span.ToString()!.Replace("wh", " WH", StringComparison.Ordinal);

    private static string Word(Stage stage) => stage.ToString().ToLowerInvariant();

    private static string Row(params string[] cells) => $"| {string.Join(" | ", cells)} |";
}
