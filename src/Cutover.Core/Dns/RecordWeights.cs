namespace Cutover.Core.Dns;

/// <summary>The weights of one pair, as they are or as they are asked for.</summary>
public sealed record RecordWeights(RecordKey Record, PairWeights Weights)
{
    public override string ToString() => $"{Record} {Weights}";
}
