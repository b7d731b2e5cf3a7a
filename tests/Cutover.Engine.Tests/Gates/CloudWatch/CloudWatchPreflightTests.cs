using Cutover.Engine.Gates.CloudWatch;

namespace Cutover.Engine.Tests.Gates.CloudWatch;

public sealed class CloudWatchPreflightTests
{
    private const string Errors =
        """{ cloudwatch: { namespace: Lab/Edge, metric: Errors, dimensions: { Stack: "{stack}" }, stat: Sum, period: 1m, traffic: Handshakes }, kind: errors, objective: "< 5" }""";

    [Fact]
    public async Task Errors_that_never_happened_are_fine_where_the_source_has_traffic()
    {
        await using var cloudWatch = await EmulatedCloudWatch.StartAsync();
        cloudWatch.Put("Handshakes", "haproxy", 90, ago => ago > 60 ? 60 : null);

        var (refusals, warnings) = await CheckAsync(cloudWatch, Errors);

        Assert.Empty(refusals);
        Assert.Empty(warnings);
    }

    [Fact]
    public async Task A_metric_that_is_not_there_is_named_with_what_to_do()
    {
        await using var cloudWatch = await EmulatedCloudWatch.StartAsync();
        cloudWatch.Put("Handshakes", "Haproxy", 10, _ => 60);

        var (refusals, warnings) = await CheckAsync(cloudWatch, Errors);

        Assert.Empty(refusals);
        Assert.Equal(
            "gate watched: no data in the last 3h for Lab/Edge Handshakes {Stack=haproxy} on HAProxy, in periods of 1m. Check namespace, "
                + "name, every dimension and the period it is published with: "
                + "aws cloudwatch list-metrics --namespace 'Lab/Edge' --metric-name 'Handshakes'.",
            Assert.Single(warnings));
    }

    [Fact]
    public async Task An_alarm_that_does_not_exist_is_refused()
    {
        await using var cloudWatch = await EmulatedCloudWatch.StartAsync();

        var (refusals, warnings) = await CheckAsync(cloudWatch, """{ cloudwatch: { alarm: "wss-{stack}" } }""");

        Assert.Empty(warnings);
        Assert.Equal(2, refusals.Length);
        Assert.StartsWith("gate watched: CloudWatch has no alarm wss-envoy. Create it or mend the name", refusals[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expression_that_CloudWatch_does_not_understand_is_refused()
    {
        await using var cloudWatch = await EmulatedCloudWatch.StartAsync();

        var (refusals, _) = await CheckAsync(
            cloudWatch,
            """{ cloudwatch: { expression: "100 * / m1", metrics: { m1: { namespace: Lab/Edge, metric: Handshakes, stat: Sum } }, period: 1m }, kind: traffic, objective: ">= 5" }""");

        Assert.Contains("gate watched: CloudWatch refuses what it asks: ", Assert.Single(refusals), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Errors, "cloudwatch:GetMetricData: the gates could not be checked: AccessDenied")]
    [InlineData("{ cloudwatch: { alarm: wss } }", "cloudwatch:DescribeAlarms: the gates could not be checked: AccessDenied")]
    public async Task Where_CloudWatch_cannot_be_asked_the_plan_says_so_and_goes_on(string gate, string expected)
    {
        await using var cloudWatch = await EmulatedCloudWatch.StartAsync();
        cloudWatch.Emulator.Faults.AccessDenied = true;

        var (refusals, warnings) = await CheckAsync(cloudWatch, gate);

        Assert.Empty(refusals);
        Assert.StartsWith(expected, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_the_gates_use_is_asked_for_once_and_of_the_source_alone()
    {
        await using var cloudWatch = await EmulatedCloudWatch.StartAsync();

        await CheckAsync(cloudWatch, Errors.Replace("period: 1m", "period: 10s", StringComparison.Ordinal));
        Assert.Equal((1, 0), (cloudWatch.Emulator.Counts.Requests("GetMetricData"), cloudWatch.Emulator.Counts.Requests("DescribeAlarms")));
        Assert.Equal(2, cloudWatch.Emulator.Counts.Metrics);
    }

    private static async Task<(string[] Refusals, string[] Warnings)> CheckAsync(EmulatedCloudWatch cloudWatch, string gate)
    {
        var (refusals, warnings) = await new CloudWatchPreflight(cloudWatch.Aws.CloudWatch, TimeProvider.System)
            .CheckAsync(EmulatedCloudWatch.With(gate), TestContext.Current.CancellationToken);
        return ([.. refusals.Select(refusal => refusal.ToString())], [.. warnings.Select(warning => warning.ToString())]);
    }
}
