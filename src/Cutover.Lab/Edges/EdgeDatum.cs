using System.Collections.Immutable;

namespace Cutover.Lab.Edges;

/// <summary>One high-resolution CloudWatch datum of an edge.</summary>
/// <param name="Name">Metric name.</param>
/// <param name="Values">At least one and at most 150, as PutMetricData takes.</param>
/// <param name="Unit">A CloudWatch unit: Count or Milliseconds.</param>
/// <param name="Timestamp">Start of the period that the values belong to.</param>
public sealed record EdgeDatum(string Name, ImmutableArray<double> Values, string Unit, DateTimeOffset Timestamp);
