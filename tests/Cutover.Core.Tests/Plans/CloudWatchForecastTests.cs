using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Plans;

public sealed class CloudWatchForecastTests
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_gate_on_both_stacks_pays_for_metric_and_traffic_of_each()
    {
        var forecast = Of(SamplePlans.Errors);

        Assert.Equal((4, 1, 0), (forecast.Metrics, forecast.MetricCalls, forecast.AlarmCalls));
        Assert.Equal(0.0144m, forecast.DollarsPerHour);
        Assert.Equal(0.002, forecast.MetricCallShare, 12);
    }

    [Fact]
    public void Calls_are_packed_by_the_queries_they_hold_and_by_period()
    {
        var gates = Enumerable.Range(0, 200).Select(number => SamplePlans.Errors with { Name = $"gate {number}" }).ToList();
        var slow = SamplePlans.Errors with
        {
            Name = "slow", Source = (CloudWatchMetric)SamplePlans.Errors.Source with { Period = TimeSpan.FromMinutes(1) },
        };

        Assert.Equal((800, 2), (Of([.. gates]).Metrics, Of([.. gates]).MetricCalls));
        Assert.Equal((804, 3), (Of([.. gates, slow]).Metrics, Of([.. gates, slow]).MetricCalls));
    }

    [Fact]
    public void An_expression_costs_what_it_stands_on()
    {
        var metric = new MathMetric("Lab/Edge", "Handshakes", ImmutableSortedDictionary<string, string>.Empty.Add("Stack", "{stack}"), "Sum");
        var math = SamplePlans.Errors with
        {
            Source = new CloudWatchExpression(
                "m2 / m1", ImmutableSortedDictionary<string, MathMetric>.Empty.Add("m1", metric).Add("m2", metric), Poll, "m1"),
        };
        Assert.Equal(4, Of(math).Metrics);
    }

    [Fact]
    public void Alarms_cost_requests_at_their_own_price()
    {
        var alarm = SamplePlans.Errors with { Source = new CloudWatchAlarm("wss-{stack}") };
        var forecast = CloudWatchForecast.Of(
            SamplePlans.Playbook([], [alarm]), TimeSpan.FromSeconds(1), new CloudWatchPrices(1, 0.5m))!;

        Assert.Equal((0, 0, 1), (forecast.Metrics, forecast.MetricCalls, forecast.AlarmCalls));
        Assert.Equal((1.8m, 1d / 9), (forecast.DollarsPerHour, forecast.AlarmCallShare));
    }

    [Fact]
    public void Who_asks_nothing_of_CloudWatch_pays_nothing() =>
        Assert.Null(CloudWatchForecast.Of(SamplePlans.Playbook([], [SamplePlans.Handshakes]), Poll, CloudWatchPrices.Listed));

    private static CloudWatchForecast Of(params ImmutableArray<Gate> gates) =>
        CloudWatchForecast.Of(SamplePlans.Playbook([], gates), Poll, CloudWatchPrices.Listed)!;
}
