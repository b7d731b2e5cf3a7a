using Cutover.Engine.Aws;
using Cutover.Engine.Tests.Aws.Wire;

namespace Cutover.Engine.Tests.Aws;

public sealed class MetricsTests
{
    [Fact]
    public async Task Every_request_is_counted_by_service_operation_and_outcome()
    {
        using var meter = new RecordedMeter();
        await using var wire = await AwsWire.StartAsync(meters: meter.Factory);
        wire.Server.Then(
            ScriptedAnswer.Throttling, new ScriptedAnswer(200, Route53Xml.RecordSets("")), ScriptedAnswer.Error(403, "AccessDenied"));

        var listing = wire.Route53.ListRecordSetsAsync("Z1", null, CallPriority.Normal, TestContext.Current.CancellationToken);
        await wire.PassWaitsAsync(listing);
        await wire.CloudWatch.DescribeAlarmsAsync(["a"], CallPriority.Normal, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                ("throttled ListResourceRecordSets Route53", 1.0),
                ("success ListResourceRecordSets Route53", 1),
                ("denied DescribeAlarms CloudWatch", 1),
            ],
            meter.Of("cutover.aws.requests").Select(one => (one.Tags, one.Value)));
        Assert.Equal([("ListResourceRecordSets Route53", 1.0)], meter.Of("cutover.aws.throttles").Select(one => (one.Tags, one.Value)));
    }

    [Fact]
    public async Task Waits_for_a_token_are_measured_by_priority_and_the_queue_and_the_rate_can_be_seen()
    {
        using var meter = new RecordedMeter();
        await using var wire = await AwsWire.StartAsync(options => options with { Route53RequestsPerSecond = 1 }, meter.Factory);
        wire.Server.Then(Enumerable.Repeat(new ScriptedAnswer(200, Route53Xml.RecordSets("")), 3).ToArray());
        await ListAsync(wire, CallPriority.Normal);

        var (normal, urgent) = (ListAsync(wire, CallPriority.Normal), ListAsync(wire, CallPriority.Urgent));
        Assert.Equal([("normal", 0)], meter.Of("cutover.aws.budget.wait.duration"));
        meter.Observe();
        Assert.Equal([("normal", 1), ("urgent", 1)], meter.Of("cutover.aws.budget.queue.length"));
        Assert.Equal([("", 1)], meter.Of("cutover.aws.budget.rate"));
        wire.Time.Advance(TimeSpan.FromMilliseconds(1050));
        await urgent;
        wire.Time.Advance(TimeSpan.FromMilliseconds(1050));
        await normal;

        Assert.Equal([("urgent", 1.05), ("normal", 2.1)], meter.Of("cutover.aws.budget.wait.duration"));
    }

    [Fact]
    public async Task Every_instrument_has_a_unit_that_OpenTelemetry_knows()
    {
        using var meter = new RecordedMeter();
        await using var wire = await AwsWire.StartAsync(meters: meter.Factory);

        Assert.Equal(
            new SortedDictionary<string, string?>(StringComparer.Ordinal)
            {
                ["cutover.aws.budget.queue.length"] = "{request}",
                ["cutover.aws.budget.rate"] = "{request}/s",
                ["cutover.aws.budget.wait.duration"] = "s",
                ["cutover.aws.clock.offset"] = "s",
                ["cutover.aws.requests"] = "{request}",
                ["cutover.aws.throttles"] = "{request}",
            },
            new SortedDictionary<string, string?>(meter.Units.ToDictionary(), StringComparer.Ordinal));
    }

    private static async Task ListAsync(AwsWire wire, CallPriority priority) =>
        (await wire.Route53.ListRecordSetsAsync("Z1", null, priority, TestContext.Current.CancellationToken)).Value();
}
