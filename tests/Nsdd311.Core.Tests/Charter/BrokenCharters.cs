using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Nsdd311.Charters;

namespace Nsdd311.Tests.Charters;

public sealed class BrokenCharters
{
    [Fact]
    public void Every_fault_is_told_at_once() => string.Join('\n', CharterFile.Parse(CharterFiles.Broken).Faults()).Should().Be(Expected);

    [Theory]
    [InlineData("\"leadTime\": \"45wd\"", "\"leadTime\": \"30wd\"", "$.categories[4].leadTime: must be at least 31wd: suspenses 25, reclama 6, SIG 0.")]
    [InlineData("\"holdAt\": \"concept\"", "\"holdAt\": \"later\"", "$.categories[4].reciprocity.holdAt: must be concept, plan or final.")]
    [InlineData("\"days\": { \"tolerance\": 8,", "\"days\": { \"tolerance\": 7,", "$.categories[4].reciprocity.dimensions.days.tolerance: must be at least the most of one contact, 8, else the category can never open.")]
    [InlineData("\"events\": {", "\"Events\": {", "$.categories[4].reciprocity.dimensions.Events: must be a code of lower-case letters, digits and hyphens.")]
    [InlineData("\"categories\": [ \"visit.ministerial\",", "\"categories\": [ \"visit.royal\",", "$.pairs[0].categories[0]: visit.royal is no category of this charter.")]
    [InlineData("\"mandatory\": [ \"STATE\",", "\"mandatory\": [ \"COMMERCE\",", "$.categories[0].mandatory[0]: COMMERCE is no agency of this charter.")]
    [InlineData("\"seats\": [ \"ig-member/CIA\" ]", "\"seats\": [ \"observer\" ]", "$.persons: must hold somebody in the seat ig-member/CIA.")]
    [InlineData("\"kind\": \"visit\",", "\"kind\": \"visit\", \"plansContacts\": true,", "$.categories[4].plansContacts: belongs to agreements only; remove it.")]
    [InlineData("\"sig-member/CIA\"", "\"sig-alternate/CIA\"", "$.persons: must hold somebody in the seat sig-member/CIA.")]
    [InlineData("\"code\": \"visit.chiefs\"", "\"code\": \"visit.ministerial\"", "$.categories[5].code: is the code of another category too; codes are unique.")]
    [InlineData("America/New_York", "America/New_Amsterdam", "$.calendar.zone: 'America/New_Amsterdam' is not a zone of the time zone database; write one like \"America/New_York\".")]
    [InlineData("\"quorum\": 4", "\"quorum\": 6", "$.bodies.ig.quorum: must be no more than the 5 agencies there are.")]
    [InlineData("\"quorum\": 4", "\"quorum\": 4.5", "$.bodies.ig.quorum: must be a whole number from 1 to 99.")]
    [InlineData("\"home\": \"US\"", "\"home\": \"US\", \"Home\": \"US\"", "$.Home: is not known here; remove it.")]
    [InlineData("\"name\": \"START\"", "\"name\": \"Strategic Arms\"", "$.underNegotiation[1].name: is the name of another subject too.")]
    [InlineData("\"name\": \"START\"", "\"name\": \" START\"", "$.underNegotiation[1].name: must be a short name of 1 to 120 characters, without spaces around it.")]
    [InlineData("\"disclosure\": [ \"DOD\",", "\"disclosure\": [ \"COMMERCE\",", "$.categories[4].disclosure[0]: COMMERCE is no agency of this charter.")]
    [InlineData("\"disclosure\": [ \"DOD\", \"CIA\" ]", "\"disclosure\": []", "$.categories[4].disclosure: must name one agency or more, else what is shown would be concurred in by nobody.")]
    [InlineData("\"disclosure\": [ \"DOD\", \"CIA\" ]", "\"disclosure\": [ \"CIA\", \"CIA\" ]", "$.categories[4].disclosure[1]: stands in this list twice; keep one.")]
    [InlineData("\"clockMayStop\": false", "\"clockMayStop\": false, \"disclosure\": [ \"DOD\" ]", "$.categories[1].disclosure: belongs to visits and exchanges only; remove it.")]
    [InlineData("\"imports\"", "\"import\"", "$.imports: is missing.")]
    public void A_fault_is_told_with_its_place_and_what_belongs_there(string piece, string other, string fault) =>
        CharterFiles.Nsdd311With(piece, other).Faults().Select(found => found.ToString()).Should().Contain(fault);

    [Theory]
    [InlineData("", "$: is not JSON")]
    [InlineData("[]", "$: must be an object.")]
    [InlineData("{ \"name\": \"x\" /* why */ }", "$: is not JSON")]
    [InlineData("{ \"name\": \"\\ud800\" }", "$: holds text that is not Unicode")]
    [InlineData("{ \"\\ud800\": 1 }", "$: holds text that is not Unicode")]
    public void What_is_no_charter_at_all_is_told_in_a_sentence(string text, string start) =>
        CharterFile.Parse(Encoding.UTF8.GetBytes(text)).Faults().Should().ContainSingle(fault => fault.ToString().StartsWith(start, StringComparison.Ordinal));

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_told_in_a_sentence() =>
        CharterFile.Parse((byte[])[.. "{ \"title\": \""u8, 0xff, .. "\" }"u8]).Faults().Should().Contain(new CharterFault("$", "holds text that is not Unicode; save the file as UTF-8."));

    [Fact]
    public void No_damage_to_a_file_makes_reading_throw() =>
        Prop.ForAll(Gen.Choose(0, Nsdd311Charter.Bytes.Length - 1).ToArbitrary(), Gen.Choose(0, 255).ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (at, value, cut) =>
        {
            var bytes = Nsdd311Charter.Bytes.ToArray();
            bytes[at] = (byte)value;
            var damaged = bytes[..at].Concat(bytes[Math.Min(bytes.Length, at + cut)..]).ToArray();

            return CharterFile.Parse(bytes) is not null && CharterFile.Parse(damaged) is not null;
        }).QuickCheckThrowOnFailure();

    private const string Expected = """
        $.home: stands here twice; keep one.
        $.name: must be a code of lower-case letters, digits and hyphens.
        $.title: must be a text of 1 to 300 characters on one line.
        $.counterpart: must be a text.
        $.underNegotiation[1].forum: must be a text of 1 to 300 characters on one line.
        $.underNegotiation[2].forum: is missing.
        $.baselineFrom: must be a day: "1987-01-01".
        $.calendar.zone: 'Mars/Olympus' is not a zone of the time zone database; write one like "America/New_York".
        $.calendar.closes: must be later than the time at which a working day opens.
        $.calendar.observed: is missing.
        $.calendar.holidays[0].day: is a day that the month never has.
        $.calendar.holidays[1].rule: must be fixed, nth-weekday, last-weekday or easter.
        $.calendar.holidays[2].weekday: must be a weekday: "monday".
        $.calendar.holidays[2].number: must be a whole number from 1 to 4.
        $.calendar.closures[1]: stands in this list twice; keep one.
        $.marking.regime: must be "eo-12356" or "eo-13526".
        $.agencies[2].id: is the code of another agency too; codes are unique.
        $.agencies[2].liftsNegotiation: must be true or false.
        $.agencies[3].id: must be an agency's code: 2 to 12 capital letters.
        $.bodies.ig.suspense: is not known here; remove it.
        $.deadlines: is missing.
        $.categories[2].code: is the code of another category too; codes are unique.
        $.categories[2].kind: must be public-statement, private-statement, visit, exchange, agreement or guidance.
        $.categories[2].warnBefore: must be working days or hours: "10wd", "4wh".
        $.categories[2].leadTime: must be working days: "10wd", "0wd".
        $.categories[2].reclama: must be working days: "10wd", "0wd".
        $.categories[2].silence.after: is missing.
        $.categories[2].mandatory: must be a list.
        $.categories[2].sig: must be "always" or "as-necessary".
        $.categories[2].policy: must be "project" or "directive": whose words these rules are.
        $.categories[2].colour: is not known here; remove it.
        $.pairs[1].id: is the code of another pair too; codes are unique.
        $.pairs[2].id: must be two lower-case names with a tilde between them: "secdef~minister-of-defense".
        $.motto: is not known here; remove it.
        $.goals[0].number: must be 1: goals are numbered from 1 in their order.
        $.goals[1].name: is the name of another goal too.
        $.underNegotiation[1].name: is the name of another subject too.
        $.bodies.ig.quorum: must be no more than the 2 agencies there are.
        $.bodies.ig.sessions.papersDue: must be no later than the agenda closes.
        $.bodies.sig.chairAgency: OMEGA is no agency of this charter.
        $.bodies.sig.warnBefore: must be shorter than the suspense, and no days before hours.
        $.categories[0].stages[1].stage: must be later than the stage before it: concept, plan, final, each once.
        $.categories[0].stages: must end with the final stage.
        $.categories[0].warnBefore: must be shorter than the suspense of each stage, and no days before hours.
        $.categories[0].mandatory[1]: OMEGA is no agency of this charter.
        $.categories[0].leadTime: must be at least 22wd: suspenses 15, reclama 4, SIG 3.
        $.categories[0].reciprocity.holdAt: must be one of the category's stages.
        $.categories[0].reciprocity.dimensions: must hold events, in which debts are counted.
        $.categories[0].reciprocity.dimensions.days.tolerance: must be at least the most of one contact, 8, else the category can never open.
        $.categories[1].warnBefore: must be shorter than the suspense of each stage, and no days before hours.
        $.categories[1].mandatory: must name one agency or more, else a matter could be cleared unheard.
        $.categories[1].reciprocity: belongs to visits and exchanges only; remove it.
        $.pairs[0].agency: OMEGA is no agency of this charter.
        $.pairs[0].categories[0]: visit.unknown is no category of this charter.
        $.pairs[0].categories[1]: guidance.plain has no reciprocity rule, so a pair has nothing to count in it.
        $.pairs[1].categories: must name one category or more.
        $.persons[0].seats[1]: is a seat of another agency than the person's own.
        $.persons[1].seats[0]: is held by another person too; this seat is for one.
        $.persons[1].seats[1]: is named in a session by the chair, never beforehand.
        $.persons: must hold somebody in the seat sig-chair.
        $.persons: must hold somebody in the seat executive-secretary.
        $.persons: must hold somebody in the seat ig-chair.
        $.persons: must hold somebody in the seat sig-member/ALPHA.
        $.persons: must hold somebody in the seat sig-member/BETA.
        $.persons: must hold somebody in the seat ig-member/BETA.
        """;
}
