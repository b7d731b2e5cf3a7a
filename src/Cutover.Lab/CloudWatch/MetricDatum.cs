using System.Collections.Immutable;

namespace Cutover.Lab.CloudWatch;

/// <summary>What one metric measured at one time.</summary>
/// <param name="Name">1 to 255 characters.</param>
/// <param name="Dimensions">At most 30; a different set is a different metric.</param>
/// <param name="Values">One or more finite numbers.</param>
/// <param name="Timestamp">When it was measured.</param>
public sealed record MetricDatum(
    string Name,
    ImmutableSortedDictionary<string, string> Dimensions,
    ImmutableArray<double> Values,
    DateTimeOffset Timestamp)
{
    /// <summary>One of CloudWatch's units, for example <c>Count</c> or <c>Milliseconds</c>.</summary>
    public string Unit { get; init; } = "None";

    /// <summary>Kept by the second, so that it can be read with periods under a minute.</summary>
    public bool HighResolution { get; init; } = true;
}
