namespace Nsdd311.Charters;

/// <summary>What must hold of a category (8-charter, end of section 3.1).</summary>
internal static class CategoryChecks
{
    public static void Check(Placed<Category> placed, CharterDraft draft, ICollection<CharterFault> faults)
    {
        var (path, category) = placed;
        Stages(path, category, faults);
        Mandatory(path, category, draft, faults);
        LeadTime(path, category, draft, faults);
        if (category is { PlansContacts: true, Kind: not MatterKind.ProposedAgreement }) faults.Add(new($"{path}.plansContacts", "belongs to agreements only; remove it."));
        if (category.Disclosure is { } disclosure) Disclosure(path, category, disclosure, draft, faults);
        if (category.Reciprocity is { } rule) Reciprocity(path, category, rule, faults);
    }

    private static void Stages(string path, Category category, ICollection<CharterFault> faults)
    {
        var stages = category.Stages;
        for (var i = 1; i < stages.Count; i++)
            if (stages[i].Stage <= stages[i - 1].Stage) faults.Add(new($"{path}.stages[{i}].stage", "must be later than the stage before it: concept, plan, final, each once."));

        if (stages.Count == 0 || stages[^1].Stage is not Stage.Final) faults.Add(new($"{path}.stages", "must end with the final stage."));
        if (stages.Any(stage => !Spans.IsWithin(category.WarnBefore, stage.Suspense)))
            faults.Add(new($"{path}.warnBefore", "must be shorter than the suspense of each stage, and no days before hours."));
    }

    private static void Mandatory(string path, Category category, CharterDraft draft, ICollection<CharterFault> faults)
    {
        if (category.Mandatory.Count == 0) faults.Add(new($"{path}.mandatory", "must name one agency or more, else a matter could be cleared unheard."));
        for (var i = 0; i < category.Mandatory.Count; i++)
            if (!draft.AgencyCodes.Has(category.Mandatory[i])) faults.Add(new($"{path}.mandatory[{i}]", $"{category.Mandatory[i]} is no agency of this charter."));
    }

    /// <remarks>A lead time of none asks for none. Otherwise a matter handed in on the last day must be able to be final in time, by every stage's full suspense.</remarks>
    private static void LeadTime(string path, Category category, CharterDraft draft, ICollection<CharterFault> faults)
    {
        if (category.LeadTime == 0 || (category.SigAlways && draft.Sig is null)) return;

        // Where the length of a day cannot be read, that is the fault to mend; eight hours find the others meanwhile.
        var workingDay = draft.WorkingDay ?? TimeSpan.FromHours(8);

        var suspenses = category.Stages.Sum(stage => Spans.InDays(stage.Suspense, workingDay));
        var reclama = category.Reclama * category.Stages.Count;
        var sig = category.SigAlways ? Spans.InDays(draft.Sig!.Suspense, workingDay) : 0;
        if (category.LeadTime < suspenses + reclama + sig)
            faults.Add(new($"{path}.leadTime", $"must be at least {suspenses + reclama + sig}wd: suspenses {suspenses}, reclama {reclama}, SIG {sig}."));
    }

    private static void Disclosure(string path, Category category, DisclosureRule rule, CharterDraft draft, ICollection<CharterFault> faults)
    {
        path += ".disclosure";
        if (category.Kind is not (MatterKind.Visit or MatterKind.ExchangeActivity)) faults.Add(new(path, "belongs to visits and exchanges only; remove it."));
        if (rule.Concurring.Count == 0) faults.Add(new(path, "must name one agency or more, else what is shown would be concurred in by nobody."));
        for (var i = 0; i < rule.Concurring.Count; i++)
            if (!draft.AgencyCodes.Has(rule.Concurring[i])) faults.Add(new($"{path}[{i}]", $"{rule.Concurring[i]} is no agency of this charter."));
    }

    private static void Reciprocity(string path, Category category, ReciprocityRule rule, ICollection<CharterFault> faults)
    {
        path += ".reciprocity";
        if (category.Kind is not (MatterKind.Visit or MatterKind.ExchangeActivity)) faults.Add(new(path, "belongs to visits and exchanges only; remove it."));
        if (!category.Stages.Any(stage => stage.Stage == rule.HoldAt)) faults.Add(new($"{path}.holdAt", "must be one of the category's stages."));
        if (rule.Dimensions.All(dimension => dimension.Dimension != Dimension.Events)) faults.Add(new($"{path}.dimensions", "must hold events, in which debts are counted."));
        foreach (var (dimension, tolerance, most) in rule.Dimensions)
            if (tolerance < most) faults.Add(new($"{path}.dimensions.{dimension}.tolerance", $"must be at least the most of one contact, {most}, else the category can never open."));
    }
}
