using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Engine.Gates.CloudWatch;
using Cutover.Lab.CloudWatch;

namespace Cutover.Engine.Tests.Gates.CloudWatch;

public sealed class SeriesReaderTests
{
    private const string Errors =
        """{ cloudwatch: { namespace: Lab/Edge, metric: Errors, dimensions: { Stack: "{stack}" }, stat: Sum, period: 1m, traffic: Handshakes }, kind: errors, objective: "< 5" }""";

    private static readonly TimeSpan Within = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Every_page_of_a_long_answer_is_read_and_the_unfinished_period_is_not_asked_for()
    {
        await using var cloudWatch = await EmulatedCloudWatch.StartAsync(pageSize: 4);
        cloudWatch.Put("Errors", "envoy", 10, ago => ago);
        cloudWatch.Put("Handshakes", "envoy", 10, _ => 60);

        var read = Assert.IsType<SeriesRead>(Assert.Single(await ReadAsync(cloudWatch, [Request(cloudWatch, Errors)])));

        Assert.Equal([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], read.Values.Select(point => point.Value));
        Assert.Equal(10, read.Evidence.Length);
        Assert.Equal(5, cloudWatch.Emulator.Counts.Requests("GetMetricData"));
    }

    [Fact]
    public async Task Two_hundred_gates_on_both_stacks_are_two_calls()
    {
        await using var cloudWatch = await EmulatedCloudWatch.StartAsync();
        cloudWatch.Put("Handshakes", "envoy", 3, _ => 60);

        var readings = await ReadAsync(cloudWatch, [.. Enumerable.Repeat(Request(cloudWatch, Errors), 400)]);

        Assert.Equal(400, readings.OfType<SeriesRead>().Count(read => read.Evidence.Length == 3));
        Assert.Equal((2, 800), (cloudWatch.Emulator.Counts.Requests("GetMetricData"), cloudWatch.Emulator.Counts.Metrics));
    }

    [Fact]
    public async Task Series_of_one_period_are_asked_together_on_its_own_grid()
    {
        await using var cloudWatch = await EmulatedCloudWatch.StartAsync();
        var slow = Request(cloudWatch, Errors.Replace("period: 1m", "period: 5m", StringComparison.Ordinal));

        await ReadAsync(cloudWatch, [Request(cloudWatch, Errors), slow, Request(cloudWatch, Errors)]);

        Assert.Equal(2, cloudWatch.Emulator.Counts.Requests("GetMetricData"));
        Assert.Equal(0, slow.From.ToUnixTimeSeconds() % 300);
        Assert.Equal(0, slow.To.ToUnixTimeSeconds() % 300);
    }

    [Fact]
    public async Task Expressions_of_one_call_keep_their_metrics_apart()
    {
        await using var cloudWatch = await EmulatedCloudWatch.StartAsync();
        foreach (var (stack, errors) in new[] { ("haproxy", 3), ("envoy", 6) })
        {
            cloudWatch.Put("Errors", stack, 3, _ => errors);
            cloudWatch.Put("Handshakes", stack, 3, _ => 60);
        }

        var gate = Expression("100 * m2 / m1");
        var readings = await ReadAsync(cloudWatch, [Request(cloudWatch, gate), Request(cloudWatch, gate, StackRole.Source)]);

        Assert.Equal([10, 5], readings.Cast<SeriesRead>().Select(read => read.Values[0].Value));
        Assert.Equal([60, 60], readings.Cast<SeriesRead>().Select(read => read.Evidence[0].Value));
        Assert.Equal(1, cloudWatch.Emulator.Counts.Requests("GetMetricData"));
    }

    [Fact]
    public async Task An_expression_that_CloudWatch_refuses_does_not_blind_the_others()
    {
        await using var cloudWatch = await EmulatedCloudWatch.StartAsync();
        cloudWatch.Put("Handshakes", "envoy", 3, _ => 60);
        var (good, bad) = (Request(cloudWatch, Errors), Request(cloudWatch, Expression("100 * m2 / + m1")));

        var readings = await ReadAsync(cloudWatch, [good, good, bad, good]);

        var refused = Assert.IsType<SeriesUnread>(readings[2]);
        Assert.True(refused.IsRefused);
        Assert.Contains("Syntax error", refused.Why, StringComparison.Ordinal);
        Assert.Equal(3, readings.OfType<SeriesRead>().Count());
    }

    [Fact]
    public async Task An_expression_that_gives_several_series_is_no_value()
    {
        await using var cloudWatch = await EmulatedCloudWatch.StartAsync();

        var reading = Assert.Single(await ReadAsync(cloudWatch, [Request(cloudWatch, Expression("[m1, m2]"))]));

        Assert.Equal(
            new SeriesUnread("the expression gives 2 series, and a gate judges one", IsRefused: true), Assert.IsType<SeriesUnread>(reading));
    }

    [Theory]
    [InlineData("throttled", "Throttling")]
    [InlineData("denied", "AccessDenied")]
    [InlineData("forbidden", "CloudWatch forbids reading")]
    [InlineData("partial", "CloudWatch gave only part of")]
    [InlineData("failing", "InternalServiceError")]
    public async Task What_CloudWatch_does_not_give_is_unread_with_its_reason(string fault, string why)
    {
        await using var cloudWatch = await EmulatedCloudWatch.StartAsync();
        cloudWatch.Put("Handshakes", "envoy", 3, _ => 60);
        Break(cloudWatch.Emulator.Faults, fault);

        var unread = Assert.IsType<SeriesUnread>(Assert.Single(await ReadAsync(cloudWatch, [Request(cloudWatch, Errors)])));

        Assert.Contains(why, unread.Why, StringComparison.Ordinal);
        Assert.False(unread.IsRefused);
    }

    private static void Break(CloudWatchFaults faults, string fault)
    {
        switch (fault)
        {
            case "throttled":
                faults.ThrottleNext(1000);
                break;
            case "denied":
                faults.AccessDenied = true;
                break;
            case "forbidden":
                faults.Forbidden = true;
                break;
            case "partial":
                faults.PartialData = true;
                break;
            default:
                faults.FailNext(1000);
                break;
        }
    }

    private static string Expression(string text) =>
        $$"""{ cloudwatch: { expression: "{{text}}", metrics: { m1: { namespace: Lab/Edge, metric: Handshakes, dimensions: { Stack: "{stack}" }, stat: Sum }, m2: { namespace: Lab/Edge, metric: Errors, dimensions: { Stack: "{stack}" }, stat: Sum } }, traffic: m1, period: 1m }, kind: errors, objective: "< 5" }""";

    private static SeriesRequest Request(EmulatedCloudWatch cloudWatch, string gate, StackRole role = StackRole.Target)
    {
        var playbook = EmulatedCloudWatch.With(gate);
        return SeriesRequests.Of(
            playbook.Gates[0], playbook.Stacks[role], cloudWatch.Minute.AddMinutes(-10), cloudWatch.Minute.AddSeconds(30));
    }

    private static Task<ImmutableArray<SeriesReading>> ReadAsync(EmulatedCloudWatch cloudWatch, ImmutableArray<SeriesRequest> requests) =>
        cloudWatch.Reader.ReadAsync(requests, Within, TestContext.Current.CancellationToken);
}
