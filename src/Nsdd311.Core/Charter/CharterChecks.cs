using Nsdd311.Imports;

namespace Nsdd311.Charters;

/// <summary>What the parts of a charter must say of one another (8-charter, end of section 3.1). Every fault is found, none stops the search.</summary>
internal static class CharterChecks
{
    public static void Check(CharterDraft draft, ICollection<CharterFault> faults)
    {
        Goals(draft, faults);
        Subjects(draft, faults);
        Agencies(draft, faults);
        Bodies(draft, faults);
        if (draft.Categories.Count == 0 && !faults.IsWithin("$.categories")) faults.Add(new("$.categories", "must hold one category or more."));
        foreach (var category in draft.Categories) CategoryChecks.Check(category, draft, faults);
        foreach (var pair in draft.Pairs) Pair(pair, draft, faults);
        if (draft.Persons.Count > 0) PersonChecks.Check(draft, faults);
        Imports(draft, faults);
    }

    /// <remarks>Only where all categories and pairs could be read, else one fault would look like many.</remarks>
    private static void Imports(CharterDraft draft, ICollection<CharterFault> faults)
    {
        if (draft.Categories.Count != draft.CategoryCodes.Count || draft.Pairs.Count != draft.PairIds.Count) return;

        var categories = draft.Categories.Select(category => category.Value).ToList();
        ImportChecks.Check(draft.Imports, categories, draft.Pairs.Select(pair => pair.Value).ToList(), faults);
    }

    private static void Goals(CharterDraft draft, ICollection<CharterFault> faults)
    {
        if (draft.Goals.Count == 0 && !faults.IsWithin("$.goals")) faults.Add(new("$.goals", "must hold one goal or more."));
        for (var i = 0; i < draft.Goals.Count; i++)
        {
            var (path, goal) = draft.Goals[i];
            if (path == $"$.goals[{i}]" && goal.Number != i + 1) faults.Add(new($"{path}.number", $"must be {i + 1}: goals are numbered from 1 in their order."));
            if (draft.Goals.Take(i).Any(other => other.Value.Name == goal.Name)) faults.Add(new($"{path}.name", "is the name of another goal too."));
        }
    }

    /// <remarks>A name with spaces around it would match no subject that anybody writes.</remarks>
    private static void Subjects(CharterDraft draft, ICollection<CharterFault> faults)
    {
        for (var i = 0; i < draft.UnderNegotiation.Count; i++)
        {
            var (path, subject) = draft.UnderNegotiation[i];
            if (subject.Name != subject.Name.Trim() || subject.Name.Length > 120) faults.Add(new($"{path}.name", "must be a short name of 1 to 120 characters, without spaces around it."));
            if (draft.UnderNegotiation.Take(i).Any(other => string.Equals(other.Value.Name, subject.Name, StringComparison.OrdinalIgnoreCase)))
                faults.Add(new($"{path}.name", "is the name of another subject too."));
        }
    }

    private static void Agencies(CharterDraft draft, ICollection<CharterFault> faults)
    {
        // An agency that cannot be read may be the one that is missed.
        if (faults.IsWithin("$.agencies")) return;

        if (draft.Agencies.Count == 0) faults.Add(new("$.agencies", "must hold one agency or more."));
        else if (!draft.Agencies.Any(agency => agency.Value.LiftsNegotiation))
            faults.Add(new("$.agencies", "must hold one that liftsNegotiation, else that objection could never be lifted."));
    }

    private static void Bodies(CharterDraft draft, ICollection<CharterFault> faults)
    {
        foreach (var (body, path) in new[] { (draft.Ig, "$.bodies.ig"), (draft.Sig, "$.bodies.sig") })
        {
            if (body is null) continue;
            if (body.Quorum > draft.AgencyCodes.Count) faults.Add(new($"{path}.quorum", $"must be no more than the {draft.AgencyCodes.Count} agencies there are."));
            if (body.ChairAgency is { } agency && !draft.AgencyCodes.Has(agency)) faults.Add(new($"{path}.chairAgency", $"{agency} is no agency of this charter."));
            if (body.Own is { } own && !Spans.IsWithin(own.WarnBefore, own.Suspense)) faults.Add(new($"{path}.warnBefore", "must be shorter than the suspense, and no days before hours."));
            if (body.Sessions.PapersDue < body.Sessions.AgendaCloses) faults.Add(new($"{path}.sessions.papersDue", "must be no later than the agenda closes."));
        }
    }

    private static void Pair(Placed<CounterpartPair> placed, CharterDraft draft, ICollection<CharterFault> faults)
    {
        var (path, pair) = placed;
        if (!draft.AgencyCodes.Has(pair.Agency)) faults.Add(new($"{path}.agency", $"{pair.Agency} is no agency of this charter."));
        if (pair.Categories.Count == 0) faults.Add(new($"{path}.categories", "must name one category or more."));
        for (var i = 0; i < pair.Categories.Count; i++)
        {
            var code = pair.Categories[i];
            var category = draft.Categories.Select(other => other.Value).FirstOrDefault(other => other.Code == code);
            if (!draft.CategoryCodes.Has(code)) faults.Add(new($"{path}.categories[{i}]", $"{code} is no category of this charter."));
            else if (category is { Reciprocity: null }) faults.Add(new($"{path}.categories[{i}]", $"{code} has no reciprocity rule, so a pair has nothing to count in it."));
        }
    }
}
