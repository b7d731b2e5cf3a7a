using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Conversions;

/// <summary>What the target's record sets hold once a record is adopted. It is the same for every name of the playbook.</summary>
/// <param name="Values">By type, or without one where the playbook moves a single type.</param>
/// <param name="Alias">For every type that <paramref name="Values"/> does not name; null when there is none.</param>
public sealed record TargetContent(ImmutableArray<TargetValue> Values, AliasTarget? Alias)
{
    /// <summary>From values as people write them, see <see cref="TargetValue.Parse"/>.</summary>
    public static TargetContent Of(IEnumerable<string> values, AliasTarget? alias) => new(
        [.. values.Select(TargetValue.Parse)],
        alias is null ? null : alias with { DnsName = alias.DnsName.Trim().TrimEnd('.').ToLowerInvariant() + "." });
}
