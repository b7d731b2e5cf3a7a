using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Dns;

namespace Cutover.Core.Conversions;

/// <summary>Record sets and the answers they give, in words.</summary>
public static class RecordWords
{
    /// <summary>A record set without its name and type, for example <c>"haproxy" weight 100, TTL 60 s, 203.0.113.5</c>.</summary>
    public static string Of(RecordSet set) => $"{Routing(set)}, {Content(set)}"
        + (set.HealthCheckId is { } check ? $", health check {check}" : string.Empty);

    /// <summary>What is answered and for how long it is kept, for example <c>TTL 60 s, 203.0.113.5</c>.</summary>
    public static string Content(RecordSet set) => set.Alias is { } alias
        ? $"alias to {alias.DnsName.TrimEnd('.')} in zone {alias.HostedZoneId}"
            + (alias.EvaluateTargetHealth ? " with target health" : string.Empty)
        : string.Create(CultureInfo.InvariantCulture, $"TTL {set.Ttl} s, {string.Join(" ", set.Values)}");

    /// <summary>The answers that the record sets of one name and type give, each with its share unless it is all.</summary>
    public static string Answers(ImmutableArray<RecordSet> siblings)
    {
        // Zero weights throughout mean equal shares.
        var equal = siblings.Sum(set => set.Weight ?? 1) == 0;
        var answering = siblings.Select(set => (Set: set, Part: equal ? 1 : set.Weight ?? 1)).Where(set => set.Part > 0).ToList();
        return answering is [var only]
            ? Content(only.Set)
            : string.Join("; ", answering.Select(set => $"{Content(set.Set)} ({Percent(set.Part, answering.Sum(other => other.Part))})"));
    }

    /// <summary>For example "10 %".</summary>
    public static string Percent(int part, int whole) => (100m * part / whole).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    private static string Routing(RecordSet set) => set switch
    {
        { OtherRouting: { } policy } => $"\"{set.SetIdentifier}\" {policy} routing",
        { Weight: { } weight } => string.Create(CultureInfo.InvariantCulture, $"\"{set.SetIdentifier}\" weight {weight}"),
        _ => "simple",
    };
}
