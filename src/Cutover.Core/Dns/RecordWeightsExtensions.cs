using System.Collections.Immutable;

namespace Cutover.Core.Dns;

public static class RecordWeightsExtensions
{
    /// <summary>True when both name the same pairs with the same weights, in any order.</summary>
    public static bool SameAs(this ImmutableArray<RecordWeights> weights, ImmutableArray<RecordWeights> other) =>
        weights.Length == other.Length && weights.All(other.Contains);

    /// <summary>The largest share of answers that any of the pairs gives the target.</summary>
    public static double TargetShare(this ImmutableArray<RecordWeights> weights) => weights.Max(pair => pair.Weights.TargetShare);

    /// <summary>The weights in words, for example "wss.example.com A 90/10".</summary>
    public static string InWords(this ImmutableArray<RecordWeights> weights) => string.Join(", ", weights);

    /// <summary>The weights in words, each with its TTL where that is not the same on the other side.</summary>
    public static string InWordsBeside(this ImmutableArray<RecordWeights> weights, ImmutableArray<RecordWeights> other) => string.Join(
        ", ", weights.Select(pair => other.Any(with => with.Record == pair.Record && with.Ttl != pair.Ttl) ? $"{pair} TTL {pair.Ttl}" : $"{pair}"));
}
