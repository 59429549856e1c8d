using Nsdd311.Charters;
using Nsdd311.Reciprocity;

namespace Nsdd311.Web.Api.Bodies;

/// <summary>A plan to be tried.</summary>
/// <param name="Contacts">At most 2,000.</param>
internal sealed record PlanBody(IReadOnlyList<PlannedContactBody> Contacts)
{
    /// <summary>The contacts, and every fault with its path.</summary>
    public static (ValueList<PlannedContact> Contacts, ValueList<PlanFault> Faults) Read(PlanBody body, Charter charter, DateOnly today)
    {
        if (PlanChecks.FaultOfLength(body.Contacts.Count, "contacts") is { } length) return ([], [length]);

        List<PlanFault> faults = [];
        List<PlannedContact> contacts = [];
        foreach (var (index, one) in body.Contacts.Index())
        {
            if (one is null)
            {
                faults.Add(new("plan.value", $"contacts[{index}]", "This is not a contact."));
                continue;
            }

            var contact = new PlannedContact(index + 1, one.Pair, one.Category, one.Direction, one.Days.From, one.Days.To, one.Units ?? new([]));
            faults.AddRange(PlanChecks.Faults(contact, charter, today, member => $"contacts[{index}].{(member is "from" or "to" ? $"days.{member}" : member)}"));
            contacts.Add(contact);
        }

        return (contacts.ToValueList(), faults.ToValueList());
    }
}

/// <summary>A contact of a plan.</summary>
/// <param name="Pair">The counterpart offices.</param>
/// <param name="Category">A category that is counted and open to the pair.</param>
/// <param name="Direction">Who hosts.</param>
/// <param name="Days">First and last day.</param>
/// <param name="Units">Its figures; a dimension that is left open is held at the most of one contact.</param>
internal sealed record PlannedContactBody(PairId Pair, CategoryCode Category, Direction Direction, WindowBody Days, Units? Units = null);
