using System.Collections.Immutable;

namespace Cutover.Engine.Aws.CloudWatch;

/// <param name="Dimensions">All the metric was published with: CloudWatch finds nothing when one is missing.</param>
public sealed record Metric(string Namespace, string Name, ImmutableSortedDictionary<string, string> Dimensions);
