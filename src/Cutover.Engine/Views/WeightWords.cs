using Cutover.Core.Dns;

namespace Cutover.Engine.Views;

/// <summary>The weights of a pair, with the TTL where that differs from what they are compared with.</summary>
internal static class WeightWords
{
    public static string Of(RecordWeights pair, RecordWeights? beside) => beside is null || beside.Ttl == pair.Ttl
        ? pair.Weights.ToString()
        : FormattableString.Invariant($"{pair.Weights} TTL {pair.Ttl}");
}
