using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>One entry of "gates".</summary>
internal static class GateFormat
{
    public static Key<GateSource> CloudWatch { get; } = new(
        "cloudwatch",
        CloudWatchFormat.Format,
        "Measured by CloudWatch: one metric, metric math over several, or the state of an existing alarm.");

    public static Key<ProbeMeasure> Probe { get; } = new(
        "probe",
        Scalars.Measure,
        "Measured by Cutover's own WebSocket connections, straight against each stack's endpoint.");

    public static Key<StackMeasure> Stack { get; } = new(
        "stack",
        StatisticsScalars.Measure,
        "Measured by the stacks themselves, in the statistics that both name.");

    public static Key<GateKind> Kind { get; } = new(
        "kind",
        Scalars.Kind,
        "What absence means. errors: zero, where the traffic metric is present; traffic: nothing can be seen; latency: no "
            + "samples, no judgement. A CloudWatch metric must say it.")
    { DefaultRule = "probe for a probe; what the measure of a stack is; an alarm has none" };

    public static Key<Goal> Objective { get; } = new(
        "objective",
        Scalars.Objective,
        "What the value must satisfy. Percent for shares such as handshake-success and held-drop-rate, ms or s for probed times, a "
            + "plain number for abnormal-closes and certificate-days, and one in the metric's own unit for CloudWatch. Or what the target "
            + "must keep against the source over the same minutes: \"<= 1.1 x source\", with an allowance \"<= 1.1 x source + 0.1 %\". "
            + "Required but for an alarm, and where a burn stands in its place.")
    { Example = "\"< 5\", \">= 99.5 %\", \"<= 250 ms\" or \"<= 1.1 x source\"" };

    public static Key<BurnObjective> Burn { get; } = new(
        "burn",
        BurnFormat.Format,
        "In the place of an objective: how fast an SLO's error budget may burn. Fails at 14.4 times the SLO's rate over 1 h and 5 min, and at "
            + "6 times over 6 h and 30 min, each cut to the age of the run. For what counts events: handshake-success, handshake-failure, "
            + "held-drop-rate, connection-errors, 5xx, and a metric of kind errors with traffic.");

    public static Key<TimeSpan> Window { get; } = new(
        "window",
        Scalars.Duration,
        "How much time one measurement covers; for a metric a multiple of its period.")
    { DefaultRule = PlaybookDefaults.WindowRule };

    public static Key<int> MinSamples { get; } = new(
        "minSamples",
        Scalars.Count,
        "Fewer samples than this in the window are never a verdict.")
    { DefaultRule = PlaybookDefaults.MinSamplesRule };

    public static Key<BreachRule> Breach { get; } = new(
        "breach",
        Scalars.Breach,
        "How many misses among how many of the last measurements fail the gate. Not beside an objective against the source or a burn.")
    { DefaultRule = PlaybookDefaults.BreachRule };

    public static Key<TimeSpan> Freshness { get; } = new(
        "freshness",
        Scalars.Duration,
        "Data that ended longer ago than this is no data. At least 2 periods of a metric.")
    { DefaultRule = PlaybookDefaults.FreshnessRule };

    public static Key<ImmutableArray<Located<string>?>> Cohorts { get; } = new(
        "cohorts",
        new ListFormat<string>("cohorts", Scalars.Name),
        "The gate is judged for each of these by itself, as name[cohort]: names under cohorts. For a probe, and for a metric with "
            + "{cohort} in a dimension.")
    { DefaultRule = "one gate for everybody" };

    public static MappingFormat<GateDraft> Format { get; } = new(
        "a gate", [Probe, CloudWatch, Stack, Kind, Objective, Burn, Window, MinSamples, Breach, Freshness, Cohorts], BuildDraft)
    {
        Choice = new KeyChoice("one source", [[Probe, Objective], [Probe, Burn], [CloudWatch], [Stack, Objective], [Stack, Burn]]),
    };

    private static GateDraft? BuildDraft(Section section)
    {
        var cohorts = section.Read(Cohorts);
        return Build(section) is { } gate ? new GateDraft(gate, cohorts) : null;
    }

    private static Gate? Build(Section section)
    {
        var (probe, cloudWatch, stack) = (section.Read(Probe), section.Read(CloudWatch), section.Read(Stack));
        if (((KeyFormat[])[Probe, CloudWatch, Stack]).Count(section.Has) != 1)
        {
            ReadRest(section);
            return null;
        }

        if (section.Has(Probe))
        {
            return ProbeGate.Build(section, probe?.Value);
        }

        if (section.Has(Stack))
        {
            return StackGate.Build(section, stack?.Value);
        }

        // A source that cannot be read still tells which rules hold for the other keys.
        return section.Inside(CloudWatch) is { } source && CloudWatchFormat.IsAlarm(source)
            ? AlarmGate.Build(section, cloudWatch?.Value)
            : MetricGate.Build(section, cloudWatch?.Value as CloudWatchSource);
    }

    /// <summary>Without one source no rule can be applied, but what cannot be read at all is said nevertheless.</summary>
    private static void ReadRest(Section section)
    {
        section.Read(Kind);
        Goals.Read(section);
        section.Read(Window);
        section.Read(MinSamples);
        section.Read(Breach);
        section.Read(Freshness);
    }
}
