using Nsdd311.Charters;
using Nsdd311.Contacts;
using Nsdd311.Views;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Contacts;

public sealed class KeptContacts
{
    private static readonly Context Context = new(
        new(1989, 12, 31, 9, 0, 0, TimeSpan.FromHours(-5)), new Actor.Person(new("dod.ig-chair"), "Secretary", new(SeatKind.ExecutiveSecretary)), Nsdd311Charter.Load());

    private static readonly ContactCommand.Record Bumping = new(
        CommandId.Of("bumping").ToGuid(), "incident", PairId.Parse("cno~cinc-navy"), new(1988, 2, 12), new(1988, 2, 12), U("Bumping in the Black Sea"), null);

    [Fact]
    public void A_contact_is_kept_as_the_lists_show_it()
    {
        var recorded = Decide(ContactDecider.Initial, Bumping).Should().BeOfType<Decision<ContactEvent>.Accepted>().Which.Events.Should().ContainSingle().Which;

        ContactDecider.Rows(recorded).Should().Equal(
            new ContactRow(Bumping.Id.ToString(), "incident", Bumping.Pair, Bumping.From, Bumping.To, U("Bumping in the Black Sea"), null));
        var kept = ContactDecider.Evolve(ContactDecider.Initial, recorded);
        RefusedWith(kept, Bumping).Should().Be("contact.exists");
        Decide(kept, new ContactCommand.CheckDeadline()).Should().Be(Decision<ContactEvent>.Nothing);
        (ContactDecider.NextWake(kept), ContactDecider.Owed(kept).Count).Should().Be((null, 0));
    }

    [Theory]
    [InlineData("unofficial")]
    [InlineData("legislative")]
    [InlineData("courtesy-call")]
    public void Unofficial_legislative_and_courtesy_contacts_are_recorded_and_never_counted(string kind)
    {
        var recorded = Decide(ContactDecider.Initial, Bumping with { Kind = kind }).Should().BeOfType<Decision<ContactEvent>.Accepted>().Which.Events.Should().ContainSingle().Which;
        var kept = ContactDecider.Evolve(ContactDecider.Initial, recorded);

        ContactDecider.Rows(recorded).Should().ContainSingle().Which.Kind.Should().Be(kind);
        ContactDecider.Owed(kept).Should().BeEmpty("a contact reaches a ledger as an obligation, and none is owed");
        Context.Charter.Categories.Should().NotContain(category => category.Code.ToString().Contains(kind, StringComparison.Ordinal), "there is no account for it");
    }

    [Fact]
    public void Each_rule_of_form_has_its_refusal()
    {
        Refused(Bumping with { Kind = "visit" }, "contact.kind-unknown");
        Refused(Bumping with { Pair = PairId.Parse("some~other") }, "contact.pair-unknown");
        Refused(Bumping with { To = new(1988, 2, 11) }, "contact.days");
        Refused(Bumping with { To = new(1990, 1, 1) }, "contact.days");
        Refused(Bumping with { Title = U(" ") }, "contact.title");
        Refused(Bumping with { Title = U(new('x', 301)) }, "contact.title");
    }

    [Fact]
    public void Only_the_executive_secretary_enters_one() =>
        ContactDecider.Decide(ContactDecider.Initial, Bumping, Context with { Actor = new Actor.Person(new("dod.ig-chair"), "Chair", new(SeatKind.IgChair)) })
            .Should().BeOfType<Decision<ContactEvent>.Refused>().Which.Reason.Code.Should().Be("seat.not-entitled");

    private static void Refused(ContactCommand command, string code) => RefusedWith(ContactDecider.Initial, command).Should().Be(code);

    private static string RefusedWith(ContactState state, ContactCommand command) =>
        Decide(state, command).Should().BeOfType<Decision<ContactEvent>.Refused>().Which.Reason.Code;

    private static Decision<ContactEvent> Decide(ContactState state, ContactCommand command) => ContactDecider.Decide(state, command, Context);
}
