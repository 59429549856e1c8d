using System.Collections;
using Nsdd311.Marking;

namespace Nsdd311.Tests.Marking;

/// <summary>Meets every text that a command, an event or a state can hold. What a person writes in free words is marked; the rest is listed here, with its reason.</summary>
public sealed class FreeTextIsMarked
{
    /// <summary>Identifiers, which are checked, derived or given by the program.</summary>
    private static readonly string[] Identifiers =
    [
        "ContactRow.Reference", "CorrectionNotApplied.Row", "EntryId.Value", "ExternalReference.Number", "ExternalReference.System", "EntryPart.InReturnFor", "EntryPart.Reference", "FailedRow.Claim",
        "FailedRow.Row", "ImportCommand.RecordPosted.ObligationId", "ImportEvent.Accepted.File", "ImportEvent.LotAnswered.ObligationId",
        "ImportEvent.LotOwed.ObligationId", "ImportState.Imported.File", "LedgerContact.Reference", "Obligation.Id", "OwedLot.ObligationId",
        "PairCommand.RecordTold.ObligationId", "PairEvent.MatterTold.ObligationId", "PairEvent.WaitingHoldGranted.ObligationId", "PersonId.Value",
        "ProposalCommand.RecordAnswer.ObligationId", "ProposalEvent.HoldBlocked.ObligationId", "ProposalEvent.HoldGranted.ObligationId",
        "ProposalEvent.LedgerAnswered.ObligationId", "ProposalEvent.QueuedForSession.ObligationId", "ProposalEvent.Numbered.ObligationId", "RefusedLot.ObligationId", "SessionBookCommand.RecordAnswer.ObligationId", "SessionCommand.RecordAnswer.ObligationId",
        "Telling.Id",
        "AskHold.Id", "CommitContact.Id", "DecideMotion.Id", "NumberMatter.Id", "OpenSession.Id", "PostEntries.Id", "PutDecision.Id", "PutOnAgendaOf.Id",
        "ReleaseHold.Id", "ReturnMatter.Id", "TakeUpAtNextSession.Id", "TellHold.Id", "LeaveAgenda.Id", "TellOfAgenda.Id", "ProposalEvent.OffAgenda.ObligationId",
    ];

    /// <summary>Words of a closed list, of the charter or of the rules.</summary>
    private static readonly string[] Codes =
    [
        "Attachment.MediaType", "ProposalCommand.Attach.MediaType",
        "CategoryCode.Value", "ChangeBreach.Status", "ContactCommand.Record.Kind", "ContactRow.Kind", "Dimension.Code", "FailedRow.Because", "Impediment.Code",
        "ImportCommand.RecordPosted.RefusedWith", "ImportEvent.Accepted.Profile", "ImportEvent.LotAnswered.RefusedWith",
        "ImportState.Imported.Profile", "LedgerContact.NotCounted", "Outcome.OffQuota.Ground", "PairCommand.RecordTold.RefusedWith",
        "PairCommand.Release.Reason", "PairEvent.HoldReleased.Reason", "PairEvent.MatterTold.RefusedWith", "PairId.Value",
        "ProposalEvent.LedgerAnswered.RefusedWith", "ProposalEvent.QueuedForSession.RefusedWith", "RefusedLot.Code", "ReleaseHold.Reason", "LeaveAgenda.Status", "SessionCommand.EndMatter.Status", "SessionEvent.MatterTold.RefusedWith", "ProposalEvent.OffAgenda.RefusedWith", "MatterRefusal.Code",
        "SessionAnswer.Refused.Code", "SessionBookCommand.RecordAnswer.RefusedWith", "SessionBookEvent.AssignmentAnswered.RefusedWith",
        "SessionBookEvent.SessionOpened.RefusedWith", "SessionEvent.ItemRefused.Code", "SessionEvent.ItemReturned.RefusedWith",
        "SettledWith.Refused.Code", "Standing.OffQuota.Ground",
        "Standing.VisitorsChoice.Cause",
    ];

    /// <summary>Sentences of this program; they quote codes, figures and days only.</summary>
    private static readonly string[] Sentences =
    [
        "CorrectionNotApplied.Because", "Impediment.Because", "MatterRefusal.Because", "SessionAnswer.Refused.Because", "SessionEvent.ItemRefused.Because",
        "SettledWith.Refused.Because",
    ];

    /// <summary>Unclassified by definition, for lists and alerts (3-api).</summary>
    private static readonly string[] Unclassified =
    [
        "AgendaMatter.ShortTitle", "Paper.ShortTitle",
    ];

    /// <summary>Who holds a seat is known to all who meet them; the roster is everybody's.</summary>
    private static readonly string[] Persons =
    [
        "Appointment.Name",
    ];

    [Fact]
    public void Every_plain_text_of_a_command_an_event_or_a_state_is_plain_for_a_reason()
    {
        string[] plain = [.. Identifiers, .. Codes, .. Sentences, .. Unclassified, .. Persons];
        var met = PlainTexts(Families());

        met.Except(plain).Should().BeEmpty("free text is a MarkedText; what is plain is listed here with its reason (docs/adr/0008)");
        plain.Except(met).Should().BeEmpty("what is no more need not be listed");
    }

    [Fact]
    public void A_plain_text_is_found_however_deep_it_lies() =>
        PlainTexts([typeof(Planted)]).Should().Equal("Inner.Beside", "Inner.List", "Inner.Words", "Planted.Case.Reason");

    private static IEnumerable<Type> Families() => typeof(MarkedText).Assembly.GetExportedTypes()
        .Where(type => type.DeclaringType is null && !type.IsSubclassOf(typeof(Refusal)))
        .Where(type => type.Name.EndsWith("Event", StringComparison.Ordinal) || type.Name.EndsWith("Command", StringComparison.Ordinal) || type.Name.EndsWith("State", StringComparison.Ordinal));

    private static IReadOnlyCollection<string> PlainTexts(IEnumerable<Type> roots)
    {
        var (met, found) = (new HashSet<Type>(), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var root in roots) Meet(root, met, found);
        return found;
    }

    private static void Meet(Type member, HashSet<Type> met, SortedSet<string> found)
    {
        var type = Nullable.GetUnderlyingType(member) ?? member;
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type)) type = type.GetGenericArguments()[0];
        if (type.IsEnum || type == typeof(MarkedText) || !IsOurs(type) || !met.Add(type)) return;

        // The cases of a family are nested in it or stand beside it.
        if (type.IsAbstract)
            foreach (var one in type.Assembly.GetTypes().Where(type.IsAssignableFrom)) Meet(one, met, found);
        foreach (var (name, holds) in Members(type))
        {
            if (holds == typeof(string) || holds == typeof(ValueList<string>)) found.Add($"{Named(type)}.{name}");
            Meet(holds, met, found);
        }
    }

    /// <summary>What the constructor takes and what is set beside it.</summary>
    private static IEnumerable<(string Name, Type Holds)> Members(Type type) =>
        type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => (parameter.Name!, parameter.ParameterType))
            .Concat(type.GetProperties().Where(property => property.SetMethod is { IsPublic: true, IsStatic: false }).Select(property => (property.Name, property.PropertyType)))
            .Distinct();

    private static bool IsOurs(Type type) => type.Assembly == typeof(MarkedText).Assembly || type.Assembly == typeof(FreeTextIsMarked).Assembly;

    private static string Named(Type type) => type.DeclaringType is { } family && family.IsAssignableFrom(type) ? $"{family.Name}.{type.Name}" : type.Name;

    private abstract record Planted
    {
        public sealed record Case(ValueList<Inner> Several, MarkedText Marked, string Reason) : Planted;
    }

    private sealed record Inner(string? Words, ValueList<string> List, DateOnly? Day)
    {
        public string? Beside { get; init; }
    }
}
