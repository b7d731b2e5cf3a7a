using System.Collections.Immutable;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Dns;

public static class RecordWeightsExtensions
{
    /// <summary>True when both name the same pairs with the same weights and TTLs, in any order.</summary>
    public static bool SameAs(this ImmutableArray<RecordWeights> weights, ImmutableArray<RecordWeights> other) =>
        weights.Length == other.Length && weights.All(other.Contains);

    /// <summary>The largest share of answers that any of the pairs gives the target.</summary>
    public static double TargetShare(this ImmutableArray<RecordWeights> weights) => weights.Max(pair => pair.Weights.TargetShare);

    /// <summary>The share of answers that every pair gives the target; null where they differ, as they do between waves.</summary>
    public static Share? CommonShare(this ImmutableArray<RecordWeights> weights) =>
        weights.Select(pair => pair.Weights.TargetShare).Distinct().ToList() is [var share] ? new Share((decimal)share * 100) : null;

    /// <summary>True when any pair gives the target a larger share of answers than it had before.</summary>
    public static bool RisesOver(this ImmutableArray<RecordWeights> weights, ImmutableArray<RecordWeights> before) => weights.Any(
        pair => before.Any(earlier => earlier.Record == pair.Record && pair.Weights.TargetShare > earlier.Weights.TargetShare));

    /// <summary>The pairs of one hosted zone.</summary>
    public static ImmutableArray<RecordWeights> In(this ImmutableArray<RecordWeights> weights, string zoneId) =>
        [.. weights.Where(pair => pair.Record.ZoneId == zoneId)];

    /// <summary>The same pairs in the same order, with what the other has to say of them.</summary>
    public static ImmutableArray<RecordWeights> UpdatedBy(
        this ImmutableArray<RecordWeights> weights, ImmutableArray<RecordWeights> newer) =>
        [.. weights.Select(pair => newer.FirstOrDefault(other => other.Record == pair.Record) ?? pair)];

    /// <summary>The longest TTL among the pairs that the other does not hold as they are.</summary>
    public static TimeSpan LongestTtlBut(this ImmutableArray<RecordWeights> weights, ImmutableArray<RecordWeights> other) =>
        weights.Where(pair => !other.Contains(pair)).Select(TtlOf).DefaultIfEmpty().Max();

    /// <summary>The weights in words, for example "wss.example.com A 90/10".</summary>
    public static string InWords(this ImmutableArray<RecordWeights> weights) => string.Join(", ", weights);

    /// <summary>The weights in words, each with its TTL where that is not the same on the other side.</summary>
    public static string InWordsBeside(this ImmutableArray<RecordWeights> weights, ImmutableArray<RecordWeights> other) =>
        string.Join(", ", weights.Select(pair => HasOtherTtl(pair, other) ? $"{pair} TTL {pair.Ttl}" : $"{pair}"));

    private static bool HasOtherTtl(RecordWeights pair, ImmutableArray<RecordWeights> other) =>
        other.Any(with => with.Record == pair.Record && with.Ttl != pair.Ttl);

    // Route 53 answers an alias to a load balancer with 60 seconds.
    private static TimeSpan TtlOf(RecordWeights pair) => TimeSpan.FromSeconds(pair.Ttl ?? 60);
}
