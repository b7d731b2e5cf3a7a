using Cutover.Core.Runs;
using Cutover.Engine.Tests.Dns;

namespace Cutover.Engine.Tests.Faults;

/// <summary>One write of the actuator through each fault of the wire, as a step and as a rollback makes it.</summary>
public sealed class PairFaultTests
{
    [Theory]
    [MemberData(nameof(WireFault.Passing), MemberType = typeof(WireFault))]
    public async Task It_ends_accepted_and_nothing_but_what_was_wanted_was_ever_written(string fault)
    {
        await using var bench = await PairBench.StartAsync();
        WireFault.Strike(bench.Route53, fault);
        var forward = await UntilAcceptedAsync(() => bench.ApplyAsync());
        WireFault.Strike(bench.Route53, fault);
        var back = await UntilAcceptedAsync(() => bench.RollBackAsync(overwrite: false));

        Assert.Equal((null, null), (forward.Replaced, back.Replaced));
        Assert.Equal(["50/50", "100/0"], bench.Accepted.Distinct());
        Assert.Equal("100/0", bench.Weights);
    }

    // What was not made, or may not have been, is asked for again by the run, with the same numbers.
    private static async Task<ChangeAcceptedEvent> UntilAcceptedAsync(Func<Task<RunEvent>> apply)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            switch (await apply())
            {
                case ChangeAcceptedEvent accepted: return accepted;
                case ChangeFailedEvent failed: Assert.Equal(ChangeFailure.Passing, failed.Failure); break;
            }
        }

        throw new InvalidOperationException("Three attempts were not enough.");
    }
}
