using System.Globalization;
using System.Text;
using System.Text.Json;
using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Tests.Playbooks;

/// <summary>Writes a playbook out in full, so that reading it back can be compared.</summary>
internal static class PlaybookText
{
    public static string Write(Playbook playbook)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"version: {Playbook.FormatVersion}\nname: {Quoted(playbook.Name)}\nrecords:\n");
        foreach (var record in playbook.Records)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  - {{ zone: {record.Zone}, name: {record.Name}, types: [{string.Join(", ", record.Types)}] }}\n");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"stacks:\n  source: {Stack(playbook.Stacks.Source)}\n  target: {Stack(playbook.Stacks.Target)}\ngates:\n");
        foreach (var gate in playbook.Gates)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {Quoted(gate.Name)}: {{ {Source(gate)}{(gate.Goal is Objective ? $", breach: {gate.Breach}" : "")}, freshness: {Time(gate.Freshness)} }}\n");
        }

        return text
            .Append(MovesText.Write(playbook))
            .Append(
                CultureInfo.InvariantCulture,
                $"noData: {{ holdAfter: {Time(playbook.NoData.HoldAfter)}, rollBackAfter: {Time(playbook.NoData.RollBackAfter)} }}\n")
            .Append(DnsText.Write(playbook.Dns))
            .ToString();
    }

    private static string Stack(Stack stack) =>
        $"{{ name: {Quoted(stack.Name)}, setIdentifier: {Quoted(stack.SetIdentifier)}, endpoint: {Quoted(stack.Endpoint!.ToString())}{(stack.MetricsName is null ? "" : $", metricsName: {Quoted(stack.MetricsName)}")}{Answers(stack)}{Statistics(stack)} }}";

    private static string Answers(Stack stack) =>
        stack.Answers.IsEmpty ? "" : $", answers: [{string.Join(", ", stack.Answers.Select(Quoted))}]";

    private static string Statistics(Stack stack) => stack.Statistics.IsEmpty
        ? ""
        : $", statistics: [{string.Join(", ", stack.Statistics.Select(endpoint => $"{{ {Endpoint(endpoint)}{(endpoint.Credentials is null ? "" : $", credentials: {Quoted(endpoint.Credentials.ToString())}")} }}"))}]";

    private static string Endpoint(StatisticsEndpoint endpoint) => endpoint switch
    {
        EnvoyAdmin envoy => $"envoy: {Quoted(envoy.Address.ToString())}{(envoy.StatPrefix is null ? "" : $", statPrefix: {Quoted(envoy.StatPrefix)}")}",
        HaproxyStatistics haproxy => $"haproxy: {Quoted(haproxy.Address.ToString())}{Proxy(haproxy.Proxy)}",
        HaproxyPrometheus prometheus => $"haproxyPrometheus: {Quoted(prometheus.Address.ToString())}{Proxy(prometheus.Proxy)}",
        _ => throw new InvalidOperationException("An endpoint that no playbook has."),
    };

    private static string Proxy(string? proxy) => proxy is null ? "" : $", proxy: {Quoted(proxy)}";

    private static string Source(Gate gate) => gate.Source switch
    {
        WebSocketProbe probe => $"probe: {probe.Measure.Keyword()}, {Judgement(gate)}",
        CloudWatchMetric metric => $"cloudwatch: {Metric(metric)}, kind: {gate.Kind.Keyword()}, {Judgement(gate)}",
        CloudWatchExpression math => $"cloudwatch: {Math(math)}, kind: {gate.Kind.Keyword()}, {Judgement(gate)}",
        StackStatistic statistic => $"stack: {statistic.Measure.Keyword()}, {Judgement(gate)}",
        CloudWatchAlarm alarm => $"cloudwatch: {{ alarm: {Quoted(alarm.AlarmName)} }}",
        _ => throw new InvalidOperationException("A source that no playbook has."),
    };

    private static string Metric(CloudWatchMetric metric) =>
        $"{{ {Metric(new MathMetric(metric.Namespace, metric.Metric, metric.Dimensions, metric.Stat))}, period: {Time(metric.Period)}"
        + (metric.Traffic is null ? " }" : $", traffic: {Quoted(metric.Traffic)} }}");

    private static string Math(CloudWatchExpression math) =>
        $"{{ expression: {Quoted(math.Expression)}, period: {Time(math.Period)}, metrics: "
        + $"{{ {string.Join(", ", math.Metrics.Select(metric => $"{metric.Key}: {{ {Metric(metric.Value)} }}"))} }}"
        + (math.Traffic is null ? " }" : $", traffic: {math.Traffic} }}");

    private static string Metric(MathMetric metric) =>
        $"namespace: {Quoted(metric.Namespace)}, metric: {Quoted(metric.Metric)}, stat: {metric.Stat}, "
        + $"dimensions: {{ {string.Join(", ", metric.Dimensions.Select(pair => $"{Quoted(pair.Key)}: {Quoted(pair.Value)}"))} }}";

    private static string Judgement(Gate gate) =>
        $"{Goal(gate.Goal)}, window: {Time(gate.Window)}, minSamples: {gate.MinSamples}";

    private static string Goal(Goal goal) => goal is BurnObjective burn
        ? string.Create(CultureInfo.InvariantCulture, $"burn: {{ slo: {burn.Slo} %, over: {Time(burn.Over)}{(burn.Budget is { } most ? $", budget: {most} %" : "")} }}")
        : $"objective: {Quoted(Written(goal))}";

    private static string Written(Goal goal) => goal is Objective objective ? Written(objective) : goal.ToString();

    private static string Written(Objective objective) => string.Create(CultureInfo.InvariantCulture,
        $"{objective.Comparison.Symbol()} {objective.Threshold}{objective.Unit switch { ObjectiveUnit.Percent => "%", ObjectiveUnit.Milliseconds => "ms", _ => "" }}");

    private static string Time(TimeSpan time) => DurationNotation.Write(time);

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
