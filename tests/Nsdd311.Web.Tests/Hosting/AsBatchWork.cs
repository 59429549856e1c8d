using Nsdd311.Testing;

namespace Nsdd311.Web.Tests.Hosting;

/// <summary>How Linux is to share the cores between a service and everybody else: docs/adr/0022-services-are-batch-work.md.</summary>
public sealed class AsBatchWork
{
    [FactOnLinux]
    public async Task Every_thread_of_the_service_is_batch_work()
    {
        await using var house = new ChildHouse();
        await house.Start();

        Scheduling.PoliciesOf(house.ProcessId).Should().NotBeEmpty().And.OnlyContain(policy => policy == Scheduling.Batch);
    }

    [FactOnLinux]
    public async Task A_policy_that_somebody_has_chosen_stays()
    {
        await using var house = new ChildHouse { Before = ["chrt", "--idle", "0"] };
        await house.Start();

        Scheduling.PoliciesOf(house.ProcessId).Should().NotBeEmpty().And.OnlyContain(policy => policy == Scheduling.Idle);
    }
}
