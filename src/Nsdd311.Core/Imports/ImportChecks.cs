using Nsdd311.Charters;

namespace Nsdd311.Imports;

/// <summary>What an import profile must say of the rest of its charter, so that no row of a sound file can be refused by a ledger.</summary>
internal static class ImportChecks
{
    /// <summary>Checks the profiles; what is wrong is added to the faults.</summary>
    public static void Check(
        ValueList<ImportProfile> profiles, IReadOnlyCollection<Category> categories, IReadOnlyCollection<CounterpartPair> pairs, ICollection<CharterFault> faults)
    {
        for (var i = 0; i < profiles.Count; i++) new Checking($"$.imports[{i}]", profiles[i], categories, pairs, faults).Check();
    }

    private sealed class Checking(
        string path, ImportProfile profile, IReadOnlyCollection<Category> categories, IReadOnlyCollection<CounterpartPair> pairs, ICollection<CharterFault> faults)
    {
        public void Check()
        {
            for (var i = 0; i < profile.Rules.Count; i++) Rule(profile.Rules[i], $"{path}.rules[{i}]");
            for (var i = 0; i < profile.Roles.Count; i++) Role(i);
            for (var i = 0; i < profile.Corrections.Count; i++) Correction(profile.Corrections[i], i, $"{path}.corrections[{i}]");
        }

        private void Rule(ImportRule rule, string at)
        {
            switch (rule.Becomes)
            {
                case Becomes.Entry entry:
                    Counted(entry.Category, $"{at}.ledger");
                    if (entry.Pair is { } pair) Open(pair, entry.Category, $"{at}.pair");
                    break;
                case Becomes.Part part:
                    for (var i = 0; i < part.Of.Count; i++) Counted(part.Of[i], $"{at}.of[{i}]");
                    break;
            }
        }

        private void Role(int index)
        {
            var role = profile.Roles[index];
            if (profile.Roles.Take(index).Any(other => other.Role == role.Role)) Fault($"{path}.roles[{index}].role", "stands in this list twice; keep one.");
            if (pairs.All(pair => pair.Id != role.Pair)) Fault($"{path}.roles[{index}].pair", $"{role.Pair} is no pair of this charter.");
        }

        private void Correction(RowCorrection correction, int index, string at)
        {
            if (profile.Corrections.Take(index).Any(other => other.Row == correction.Row)) Fault($"{at}.row", "is corrected twice; keep one.");
            if (correction.Category is { } category) Counted(category, $"{at}.ledger");
            var accounts = categories.Where(known => correction.Category is null || known.Code == correction.Category);
            if (correction.OffQuota is { } ground && !accounts.Any(known => known.Reciprocity?.OffQuota.Contains(ground) is true))
                Fault($"{at}.offQuota", $"{ground} is no ground on which a contact there counts for nothing.");
            if (correction.ReturnBy < correction.FirstDay) Fault($"{at}.returnBy", "must not be before the contact.");
            if (correction.Units.Halves(Dimension.Events) is not null) Fault($"{at}.units.events", "must be left out: an entry is one contact.");
        }

        private void Counted(CategoryCode code, string at)
        {
            if (categories.FirstOrDefault(category => category.Code == code)?.Reciprocity is null) Fault(at, $"{code} is no category with a reciprocity rule.");
        }

        private void Open(PairId id, CategoryCode category, string at)
        {
            if (pairs.FirstOrDefault(pair => pair.Id == id) is not { } pair) Fault(at, $"{id} is no pair of this charter.");
            else if (!pair.Categories.Contains(category)) Fault(at, $"{category} is not open for {id}.");
        }

        private void Fault(string at, string because) => faults.Add(new(at, because));
    }
}
