using Cutover.Core.Dns;

namespace Cutover.Core.Plans;

/// <summary>One way in which a zone differs from what a plan saw.</summary>
/// <param name="Record">The pair that it concerns; of a mark, the first pair of its name.</param>
/// <param name="Words">What differs, with its values; two differences of the same words are the same.</param>
public sealed record PairDifference(DifferenceKind Kind, RecordKey Record, string Words)
{
    public override string ToString() => Words;
}
