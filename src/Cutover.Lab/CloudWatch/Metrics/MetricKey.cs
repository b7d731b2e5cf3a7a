using System.Collections.Immutable;

namespace Cutover.Lab.CloudWatch.Metrics;

/// <summary>What makes a metric itself: namespace, name and the whole set of its dimensions, whatever their order.</summary>
internal sealed class MetricKey(string @namespace, string name, ImmutableSortedDictionary<string, string> dimensions)
    : IEquatable<MetricKey>
{
    // A character that no request can hold separates the parts, so that no two metrics share an identity.
    internal string Identity { get; } = string.Join(
        '\0', dimensions.SelectMany(pair => (string[])[pair.Key, pair.Value]).Prepend(name).Prepend(@namespace));

    internal string Namespace { get; } = @namespace;

    internal string Name { get; } = name;

    internal ImmutableSortedDictionary<string, string> Dimensions { get; } = dimensions;

    public bool Equals(MetricKey? other) => other is not null && other.Identity == Identity;

    public override bool Equals(object? obj) => Equals(obj as MetricKey);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Identity);
}
