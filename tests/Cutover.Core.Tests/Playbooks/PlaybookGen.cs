using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;
using CsCheck;

namespace Cutover.Core.Tests.Playbooks;

/// <summary>Random playbooks that keep every rule.</summary>
internal static class PlaybookGen
{
    private static readonly Gen<string> Name = Gen.String[Gen.Char["abcXYZ019 -_./:#'\"{}[]&*!|>%@`,?é漢"], 1, 20]
        .Select(text => $"n{text.Replace("{", "(", StringComparison.Ordinal)}n");

    private static readonly Gen<TimeSpan> Time = Gen.Int[1, 100_000].Select(tenths => TimeSpan.FromMilliseconds(100 * tenths));

    private static readonly Gen<TimeSpan> Period = Gen.OneOf(1, 5, 10, 20, 30, 60, 120, 300, 3600)
        .Select(seconds => TimeSpan.FromSeconds(seconds));

    private static readonly Gen<BreachRule> Breach = Gen.Select(
        Gen.Int[1, 10], Gen.Int[0, 10], (breaches, more) => new BreachRule(breaches, breaches + more));

    private static readonly Gen<Gate> Probe = Gen.Select(
        Gen.Enum<ProbeMeasure>(),
        Gen.Bool,
        Gen.Int[1, 1000],
        Time,
        Gen.Int[1, 5000],
        Breach,
        Time,
        (measure, equal, tenths, window, samples, breach, freshness) =>
            new Gate(
                "",
                new WebSocketProbe(measure),
                GateKind.Probe,
                new Objective(Side(measure.MoreIsBetter(), equal || tenths == 1000), tenths / 10.0, measure.Unit()),
                window,
                samples,
                breach,
                freshness));

    private static readonly Gen<Gate> Comparable =
        Probe.Where(gate => gate.Source is not WebSocketProbe { Measure: ProbeMeasure.CertificateDays });

    private static readonly Gen<Gate> Relative = Gen.Select(Comparable, Gen.Int[1, 1000], Gen.Int[0, 99], (gate, thousandths, tenths) =>
    {
        var measure = ((WebSocketProbe)gate.Source).Measure;
        var factor = measure.MoreIsBetter() ? thousandths / 1000.0 : thousandths / 100.0;
        return gate with
        {
            Goal = new RelativeObjective(Side(measure.MoreIsBetter(), true), factor, tenths / 10.0, measure.Unit()),
            Breach = new BreachRule(2, 3),
        };
    });

    private static readonly Gen<Gate> Burn = Gen.Select(
        Gen.OneOf(ProbeMeasure.HandshakeSuccess, ProbeMeasure.HandshakeFailure), Gen.Int[9_500, 9_990], Gen.Int[1, 90], Gen.Int[1, 1_000].Nullable(),
        (measure, slo, days, budget) => new Gate(
            "", new WebSocketProbe(measure), GateKind.Probe, new BurnObjective(slo / 100m, TimeSpan.FromDays(days), budget / 10m),
            TimeSpan.FromMinutes(2), 20, new BreachRule(2, 3), TimeSpan.FromSeconds(15)));

    private static readonly Gen<CloudWatchMetric> MetricSource = Gen.Select(
        Name,
        Name,
        Name.Array[0, 3],
        Gen.OneOf("Sum", "Average", "p99", "p99.9", "SampleCount"),
        Period,
        Name.Null(),
        (place, metric, dimensions, stat, period, traffic) =>
            new CloudWatchMetric(
                place,
                metric,
                dimensions.Distinct().ToImmutableSortedDictionary(name => name, name => "{stack}" + name, StringComparer.Ordinal),
                stat,
                period,
                traffic));

    private static readonly Gen<Gate> Metric = Gen.Select(
        MetricSource,
        Gen.OneOf(GateKind.Errors, GateKind.Traffic, GateKind.Latency),
        Gen.Bool,
        Gen.Int[1, 100_000],
        Gen.Int[1, 6],
        Gen.Int[1, 100],
        Breach,
        (source, kind, equal, threshold, periods, samples, breach) =>
            new Gate(
                "",
                kind == GateKind.Errors ? source : source with { Traffic = null },
                kind,
                new Objective(Side(kind == GateKind.Traffic, equal), threshold / 100.0, ObjectiveUnit.Number),
                periods * source.Period,
                samples,
                breach,
                3 * source.Period));

    private static readonly Gen<MathMetric> MathMetric = MetricSource.Select(metric => new MathMetric(
        metric.Namespace, metric.Metric, metric.Dimensions, metric.Stat));

    private static readonly Gen<Gate> Math = Gen.Select(
        Metric, MathMetric, MathMetric, Gen.OneOf("m1 / traffic", "IF(traffic > 10, 100 * m1 / traffic)", "SUM([m1, traffic])"), (gate, one, other, text) =>
            gate with
            {
                Source = new CloudWatchExpression(
                    text,
                    ImmutableSortedDictionary.Create<string, MathMetric>(StringComparer.Ordinal).Add("m1", one).Add("traffic", other with { Stat = "Sum" }),
                    ((CloudWatchMetric)gate.Source).Period,
                    gate.Kind == GateKind.Errors ? "traffic" : null),
            });

    private static readonly Gen<Gate> Alarm = Gen.Select(Name, Breach, Time, (name, breach, freshness) =>
        new Gate(
            "",
            new CloudWatchAlarm("{stack}" + name),
            GateKind.Traffic,
            CloudWatchAlarm.Quiet,
            TimeSpan.FromMinutes(1),
            1,
            breach,
            freshness));

    private static readonly Gen<Gate> Statistic = Gen.Select(
        Gen.Enum<StackMeasure>(), Gen.Bool, Gen.Int[1, 1000], Gen.Int[1, 3600], Breach, (measure, equal, tenths, seconds, breach) => new Gate(
            "",
            new StackStatistic(measure),
            measure.Kind(),
            new Objective(
                Side(measure.Kind() == GateKind.Traffic, equal),
                tenths / 10.0,
                measure.HasShare() && tenths < 1000 ? ObjectiveUnit.Percent : ObjectiveUnit.Number),
            TimeSpan.FromSeconds(seconds),
            1,
            breach,
            TimeSpan.FromSeconds(30)));

    private static readonly Gen<ImmutableArray<StatisticsEndpoint>> Endpoints = Gen.Select(
        Name.Null(), Gen.Bool, (name, hasCredentials) =>
        {
            var credentials = hasCredentials ? new CredentialsReference(CredentialsOrigin.Environment, "STATS") : null;
            return ImmutableArray.Create<StatisticsEndpoint>(
                new EnvoyAdmin(new Uri("http://10.0.0.5:9901/"), name, credentials),
                new HaproxyStatistics(new Uri("https://10.0.0.4:8404/stats;csv"), name, credentials),
                new HaproxyStatistics(new Uri("unix:///run/haproxy.sock"), name),
                new HaproxyStatistics(new Uri("tcp://10.0.0.4:9999/"), name),
                new HaproxyPrometheus(new Uri("http://10.0.0.4:8404/metrics"), name));
        });

    private static readonly Gen<ImmutableArray<Gate>> Gates = Gen.OneOf(Probe, Relative, Burn, Metric, Math, Alarm, Statistic).Array[1, 5]
        .Select(gates => gates.Select((gate, index) => gate with { Name = $"gate {index}" }).ToImmutableArray());

    private static readonly Gen<ImmutableArray<Step>> Steps = Gen.Select(
        Gen.Int[40, 9_999].HashSet[0, 8], Time.Array[9], Gen.Bool.Array[9], (weights, bakes, approvals) =>
            weights
                .Append(10_000)
                .Order()
                .Select((weight, index) => new Step(new Share(weight / 100m), bakes[index], approvals[index])
                {
                    ApprovalBySecond = approvals[index] && weight % 2 == 0,
                    Until = approvals[index] ? new ConnectionShareCondition(new Share(weight / 2 / 100m)) : null,
                })
                .ToImmutableArray());

    private static readonly Gen<ImmutableArray<string>> Answers = Gen.OneOf(
        ImmutableArray<string>.Empty, ["203.0.113.7", "2001:db8::7"], ["::1"], ["envoy-1234.elb.eu-west-1.amazonaws.com"]);

    private static readonly Gen<Stacks> Pair = Gen.Select(
        Name, Name, Name.Null(), Name.Null(), Answers, Endpoints, (name, identifier, one, other, answers, endpoints) => new Stacks(
            new Stack(name, identifier, new Uri("wss://127.0.1.1:7001/"), one) { Statistics = endpoints },
            new Stack(name + "2", identifier + "2", new Uri("wss://envoy.example/a?b=c"), other) { Answers = answers, Statistics = endpoints }));

    private static readonly Gen<ImmutableArray<RecordSelector>> Records = Gen.OneOf(
        ImmutableArray.Create(new RecordSelector("lab.example", "wss.lab.example", [RecordType.A])),
        [
            new RecordSelector("lab.example", "lab.example", [RecordType.AAAA, RecordType.A]),
            new RecordSelector("Z0123456789", "a.b", [RecordType.CNAME]),
        ]);

    public static Gen<Playbook> Playbook { get; } = Gen.Select(
        Gen.Select(Name, Pair, Gates, Time), Records, Steps, WavesGen.Dns, Gen.Select(Gen.Bool, WavesGen.Grouping, Steps.Nullable().Array[4]),
        (basis, records, steps, dns, waves) =>
        {
            var (name, stacks, gates, slack) = basis;
            var together = new Playbook(name, records, stacks, gates, steps, Policy(gates, slack)) { Dns = dns };
            return waves.Item1 ? WavesGen.Divide(together, waves.Item2, waves.Item3) : together;
        });

    private static NoDataPolicy Policy(ImmutableArray<Gate> gates, TimeSpan slack)
    {
        var hold = gates.Max(gate => gate.Window + gate.Freshness);
        return new NoDataPolicy(hold, hold + slack);
    }

    private static Comparison Side(bool more, bool equal) => (more, equal) switch
    {
        (true, true) => Comparison.GreaterOrEqual,
        (true, false) => Comparison.Greater,
        (false, true) => Comparison.LessOrEqual,
        (false, false) => Comparison.Less,
    };
}
