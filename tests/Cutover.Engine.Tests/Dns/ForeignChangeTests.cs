using Cutover.Core.Runs;
using Cutover.Lab.Route53;

namespace Cutover.Engine.Tests.Dns;

public sealed class ForeignChangeTests
{
    [Theory]
    [MemberData(nameof(ForeignChange.All), MemberType = typeof(ForeignChange))]
    public async Task What_someone_else_wrote_is_a_conflict_and_stays(string change, string difference)
    {
        await using var bench = await PairBench.StartAsync();
        await ForeignChange.MakeAsync(bench, change);
        var before = bench.Zone.Accepted;

        var failed = Assert.IsType<ChangeFailedEvent>(await bench.ApplyAsync());

        Assert.Equal(ChangeFailure.Conflict, failed.Failure);
        Assert.Contains(difference, failed.Why, StringComparison.Ordinal);
        Assert.Same(before, bench.Zone.Accepted);
    }

    [Theory]
    [MemberData(nameof(ForeignChange.All), MemberType = typeof(ForeignChange))]
    public async Task A_person_may_replace_it_by_exactly_what_the_plan_says(string change, string difference)
    {
        await using var bench = await PairBench.StartAsync();
        await ForeignChange.MakeAsync(bench, change);

        var accepted = Assert.IsType<ChangeAcceptedEvent>(await bench.ApplyAsync(overwrite: true));

        Assert.Contains(difference, accepted.Replaced, StringComparison.Ordinal);
        Assert.Equal("50/50", bench.Weights);
        Assert.Equal((60L, "127.0.1.2"), (bench.Find("envoy")!.Ttl, Assert.Single(bench.Find("envoy")!.Values)));
        Assert.Null(bench.Find(null));
    }

    [Fact]
    public async Task What_someone_else_writes_between_the_reading_and_the_write_is_not_overwritten()
    {
        await using var bench = await PairBench.StartAsync();
        bench.Route53.Requests.Arrived += request =>
        {
            if (request.Operation == Route53Operation.ChangeResourceRecordSets)
            {
                bench.Zone.Seed(bench.Find("envoy")! with { Weight = 77 });
            }
        };

        var failed = Assert.IsType<ChangeFailedEvent>(await bench.ApplyAsync());

        Assert.Equal(ChangeFailure.Conflict, failed.Failure);
        Assert.Equal("100/77", bench.Weights);
        Assert.Empty(bench.Accepted);
    }
}
