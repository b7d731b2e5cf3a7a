using Cutover.Core.Dns;

namespace Cutover.Core.Plans;

/// <summary>A weighted pair exactly as the zone held it when the plan was made.</summary>
public sealed record PlannedRecord(RecordKey Key, RecordSet Source, RecordSet Target)
{
    /// <summary>The weights before the first step: what a rollback restores.</summary>
    public RecordWeights Initial => new(Key, new PairWeights(Source.Weight ?? 0, Target.Weight ?? 0), Source.Ttl);
}
