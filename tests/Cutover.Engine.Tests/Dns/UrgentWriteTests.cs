using Cutover.Core.Runs;
using Cutover.Lab.Route53;

namespace Cutover.Engine.Tests.Dns;

public sealed class UrgentWriteTests
{
    [Fact]
    public async Task A_rollback_of_what_was_written_last_reads_nothing_first()
    {
        await using var bench = await PairBench.StartAsync();
        await bench.ApplyAsync();
        var before = bench.Route53.Requests.Requests.Length;

        Assert.IsType<ChangeAcceptedEvent>(await bench.RollBackAsync(overwrite: false));

        Assert.Equal("100/0", bench.Weights);
        // More than one when Route 53 still works on the change before.
        Assert.All(bench.Route53.Requests.Requests.Skip(before), seen => Assert.Equal(Route53Operation.ChangeResourceRecordSets, seen.Operation));
    }

    [Fact]
    public async Task A_rollback_over_what_someone_else_wrote_reads_the_zone_and_conflicts_or_says_what_it_replaced()
    {
        await using var bench = await PairBench.StartAsync();
        await bench.ApplyAsync();
        bench.Zone.Seed(bench.Find("envoy")! with { Weight = 77 });

        var conflict = Assert.IsType<ChangeFailedEvent>(await bench.RollBackAsync(overwrite: false));
        var replaced = Assert.IsType<ChangeAcceptedEvent>(await bench.RollBackAsync(overwrite: true));

        Assert.Equal(ChangeFailure.Conflict, conflict.Failure);
        Assert.Contains("50/77", replaced.Replaced, StringComparison.Ordinal);
        Assert.Equal("100/0", bench.Weights);
    }
}
