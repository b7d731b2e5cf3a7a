using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>A "cloudwatch" source: a metric, or an alarm that exists already.</summary>
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
        "For kind errors: a metric of the same namespace and dimensions whose presence proves that an absent error metric means zero.")
    { DefaultRule = "none, so that an absent error metric is no data" };

    public static MappingFormat<GateSource> Format { get; } = new(
        "cloudwatch", [Namespace, Metric, Dimensions, Stat, Period, Traffic, Alarm], Build)
    {
        Choice = new KeyChoice("one metric or one alarm", [[Metric, Namespace, Stat], [Alarm]]),
    };

    public static bool IsAlarm(Section section) => section.Has(Alarm) && !section.Has(Metric);

    private static GateSource? Build(Section section)
    {
        var alarm = section.Read(Alarm);
        return IsAlarm(section) ? BuildAlarm(section, alarm) : BuildMetric(section);
    }

    private static CloudWatchAlarm? BuildAlarm(Section section, Located<string>? alarm)
    {
        foreach (KeyFormat key in (KeyFormat[])[Namespace, Dimensions, Stat, Period, Traffic])
        {
            section.RefuseKey(key, $"an alarm brings its own {key.Name}", $"no {key.Name} beside an alarm");
        }

        return alarm is null ? null : new CloudWatchAlarm(alarm.Value);
    }

    private static CloudWatchMetric? BuildMetric(Section section)
    {
        var (place, metric, stat) = (section.Read(Namespace), section.Read(Metric), section.Read(Stat));
        var (period, traffic) = (section.Read(Period), section.Read(Traffic));
        var dimensions = section.ReadOr(Dimensions, () => []);
        var isPeriod = period is not null && CheckPeriod(section, period);
        return place is null || metric is null || stat is null || period is null || dimensions is null || !isPeriod
            ? null
            : new CloudWatchMetric(place.Value, metric.Value, Sorted(dimensions.Value), stat.Value, period.Value, traffic?.Value);
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

    private static ImmutableSortedDictionary<string, string> Sorted(ImmutableArray<(string Name, Located<string>? Value)> dimensions)
    {
        var sorted = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in dimensions)
        {
            sorted[name] = value?.Value ?? "";
        }

        return sorted.ToImmutable();
    }
}
