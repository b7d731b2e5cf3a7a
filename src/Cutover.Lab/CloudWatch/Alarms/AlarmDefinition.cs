using System.Collections.Immutable;
using Cutover.Lab.CloudWatch.Metrics;

namespace Cutover.Lab.CloudWatch.Alarms;

/// <summary>An alarm as it was put.</summary>
internal sealed record AlarmDefinition
{
    internal required string Name { get; init; }

    internal required MetricStat Stat { get; init; }

    /// <summary>N of "M of N".</summary>
    internal required int EvaluationPeriods { get; init; }

    /// <summary>M as it was given; all N when null.</summary>
    internal int? DatapointsToAlarm { get; init; }

    internal required AlarmComparison Comparison { get; init; }

    internal required double Threshold { get; init; }

    /// <summary>As it was given; Missing when null.</summary>
    internal MissingData? TreatMissingData { get; init; }

    internal string? Description { get; init; }

    internal bool ActionsEnabled { get; init; } = true;

    /// <summary>Kept and told, never carried out: the lab has nobody to notify.</summary>
    internal ImmutableArray<string> OkActions { get; init; } = [];

    internal ImmutableArray<string> AlarmActions { get; init; } = [];

    internal ImmutableArray<string> InsufficientDataActions { get; init; } = [];

    internal required DateTimeOffset UpdatedAt { get; init; }

    internal int RequiredBreaches => DatapointsToAlarm ?? EvaluationPeriods;
}
