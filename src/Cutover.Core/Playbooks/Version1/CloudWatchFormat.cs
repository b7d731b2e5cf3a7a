using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>A "cloudwatch" source: a metric, metric math, or an alarm that exists already.</summary>
internal static class CloudWatchFormat
{
    public static Key<string> Alarm { get; } = new(
        "alarm",
        Scalars.NameWithStack,
        "An alarm that exists already: OK passes, ALARM fails, INSUFFICIENT_DATA is no data. {stack} stands for the stack's set "
            + "identifier.");

    public static Key<string> Namespace { get; } = new(
        "namespace",
        Scalars.Name,
        "The metric's namespace, for example AWS/ApplicationELB.")
    { Example = "AWS/ApplicationELB" };

    public static Key<string> Metric { get; } = new("metric", Scalars.Name, "The metric's name.") { Example = "HTTPCode_ELB_5XX_Count" };

    public static Key<ImmutableArray<(string Name, Located<string>? Value)>> Dimensions { get; } = new(
        "dimensions",
        new NamedFormat<string>("dimensions", Scalars.Dimension),
        "Every dimension the metric was published with. {stack} stands for the stack's metricsName, {cohort} for the region of each "
            + "of the gate's cohorts.")
    { DefaultRule = "none" };

    public static Key<string> Stat { get; } = new(
        "stat",
        Scalars.Stat,
        "The statistic: Sum, Average, Minimum, Maximum, SampleCount or a percentile such as p99.");

    public static Key<TimeSpan> Period { get; } = new(
        "period",
        Scalars.Duration,
        "1s, 5s, 10s, 20s, 30s or whole minutes, up to 1d; no shorter than the metric is published.")
    { Default = PlaybookDefaults.Period };

    public static Key<string> Traffic { get; } = new(
        "traffic",
        Scalars.Name,
        "For kind errors: a metric of the same namespace and dimensions whose presence proves that an absent error metric means zero. "
            + "Beside an expression the id of one of its metrics.")
    { DefaultRule = "none, so that an absent error metric is no data" };

    public static MappingFormat<GateSource> Format { get; } = new(
        "cloudwatch",
        [Namespace, Metric, Dimensions, Stat, ExpressionFormat.Expression, ExpressionFormat.Metrics, Period, Traffic, Alarm],
        Build)
    {
        Choice = new KeyChoice(
            "one metric, one expression or one alarm",
            [[Metric, Namespace, Stat], [ExpressionFormat.Expression, ExpressionFormat.Metrics], [Alarm]]),
    };

    public static bool IsAlarm(Section section) => section.Has(Alarm) && !section.Has(Metric) && !IsExpression(section);

    public static bool IsExpression(Section section) => section.Has(ExpressionFormat.Expression) && !section.Has(Metric);

    private static GateSource? Build(Section section)
    {
        var alarm = section.Read(Alarm);
        return IsAlarm(section) ? BuildAlarm(section, alarm) : BuildSeries(section);
    }

    private static CloudWatchAlarm? BuildAlarm(Section section, Located<string>? alarm)
    {
        foreach (KeyFormat key in (KeyFormat[])[Namespace, Dimensions, Stat, ExpressionFormat.Metrics, Period, Traffic])
        {
            section.RefuseKey(key, $"an alarm brings its own {key.Name}", $"no {key.Name} beside an alarm");
        }

        return alarm is null ? null : new CloudWatchAlarm(alarm.Value);
    }

    private static CloudWatchSource? BuildSeries(Section section)
    {
        var (period, traffic) = (section.Read(Period), section.Read(Traffic));
        var good = period is not null && CheckPeriod(section, period) ? period : null;
        if (!IsExpression(section))
        {
            section.RefuseKey(ExpressionFormat.Metrics, "metrics belong to an expression", "an expression over them, or no metrics");
            return BuildMetric(section, good, traffic);
        }

        foreach (KeyFormat key in (KeyFormat[])[Namespace, Dimensions, Stat])
        {
            section.RefuseKey(key, $"each metric of an expression brings its own {key.Name}", $"{key.Name} inside metrics");
        }

        return ExpressionFormat.Build(section, good, traffic);
    }

    private static CloudWatchMetric? BuildMetric(Section section, Located<TimeSpan>? period, Located<string>? traffic)
    {
        var (place, metric, stat) = (section.Read(Namespace), section.Read(Metric), section.Read(Stat));
        var dimensions = section.ReadOr(Dimensions, () => []);
        return place is null || metric is null || stat is null || period is null || dimensions is null
            ? null
            : new CloudWatchMetric(
                place.Value, metric.Value, MathMetricFormat.Sorted(dimensions.Value), stat.Value, period.Value, traffic?.Value);
    }

    private static bool CheckPeriod(Section section, Located<TimeSpan> period)
    {
        var valid = Periods.IsValid(period.Value);
        if (!valid)
        {
            section.Refuse(
                period.Place,
                $"CloudWatch has no period of {DurationNotation.Write(period.Value)}: it has 1s, 5s, 10s, 20s, 30s and whole "
                    + "minutes up to 1d",
                period.Place.With(DurationNotation.Write(Periods.NearestTo(period.Value))));
        }

        return valid;
    }
}
