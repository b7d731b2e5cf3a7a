using System.Collections.Immutable;

namespace Cutover.Core.Playbooks;

/// <summary>
/// One CloudWatch metric. "{stack}" in a dimension value stands for the stack's metrics name or, without one, its set identifier.
/// </summary>
/// <param name="Namespace">For example AWS/ApplicationELB.</param>
/// <param name="Metric">The metric's name.</param>
/// <param name="Dimensions">Every dimension the metric was published with.</param>
/// <param name="Stat">Sum, Average, Minimum, Maximum, SampleCount or pNN.</param>
/// <param name="Period">1, 5, 10, 20, 30 or a multiple of 60 seconds.</param>
/// <param name="Traffic">
/// A metric of the same namespace and dimensions whose presence proves that the stack was seen in a period;
/// without it an absent error metric is no data.
/// </param>
public sealed record CloudWatchMetric(
    string Namespace,
    string Metric,
    ImmutableSortedDictionary<string, string> Dimensions,
    string Stat,
    TimeSpan Period,
    string? Traffic = null) : CloudWatchSource
{
    /// <summary>What a dimension value writes where each stack's own name belongs.</summary>
    public const string StackPlaceholder = "{stack}";

    /// <summary>What a dimension value writes where the region of each cohort belongs.</summary>
    public const string CohortPlaceholder = "{cohort}";

    private const string Value = "value";
    private const string Evidence = "evidence";

    public override bool IsPerStack => MetricDimensions.ArePerStack(Dimensions);

    public override bool NamesCohort => MetricDimensions.NameCohort(Dimensions);

    public override string Label => Metric;

    public override string? MergedBy => Stat;

    public override string? TrafficLabel => Traffic;

    public override CloudWatchSource Of(string region) => this with { Dimensions = MetricDimensions.Of(Dimensions, region) };

    /// <summary>The dimensions under which this stack publishes the metric.</summary>
    public ImmutableSortedDictionary<string, string> DimensionsFor(Stack stack) => MetricDimensions.Of(Dimensions, stack);

    /// <summary>
    /// The metric, and what says how many observations stand behind it: for errors the traffic, for a latency the metric's own count.
    /// </summary>
    public override CloudWatchQuestion About(Stack stack, GateKind kind)
    {
        var metric = new MetricStatistic(Value, Namespace, Metric, DimensionsFor(stack), Stat);
        var evidence = Traffic is not null ? metric with { Id = Evidence, Metric = Traffic, Stat = "Sum" }
            : kind == GateKind.Latency ? metric with { Id = Evidence, Stat = "SampleCount" }
            : null;
        return new CloudWatchQuestion(evidence is null ? [metric] : [metric, evidence], null, Value, evidence?.Id);
    }
}
