namespace Cutover.Core.Dns;

/// <summary>The weights of one pair, as they are or as they are asked for, and the TTL that both record sets have.</summary>
/// <param name="Ttl">Seconds; null for a pair of aliases.</param>
public sealed record RecordWeights(RecordKey Record, PairWeights Weights, long? Ttl)
{
    public override string ToString() => $"{Record} {Weights}";
}
