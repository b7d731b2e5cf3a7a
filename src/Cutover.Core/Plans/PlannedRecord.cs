using System.Text.Json.Serialization;
using Cutover.Core.Dns;

namespace Cutover.Core.Plans;

/// <summary>A weighted pair exactly as the zone held it when the plan was made.</summary>
public sealed record PlannedRecord(RecordKey Key, RecordSet Source, RecordSet Target)
{
    /// <summary>The TTL of the pair's aliases, which nobody can change; null where neither is one, or where it is not known.</summary>
    public TimeSpan? AliasTtl { get; init; }

    /// <summary>The weights before the first step: what a rollback restores.</summary>
    public RecordWeights Initial => new(Key, new PairWeights(Source.Weight ?? 0, Target.Weight ?? 0), Source.Ttl);

    /// <summary>True when neither is an alias, so that the TTL can be lowered.</summary>
    [JsonIgnore]
    public bool HasOwnTtl => Source.Alias is null && Target.Alias is null;

    /// <summary>True when the TTL is that of aliases of which nothing is known: then <see cref="Ttl"/> is an assumption.</summary>
    [JsonIgnore]
    public bool IsTtlAssumed => !HasOwnTtl && AliasTtl is null;

    /// <summary>How long a resolver may hold an answer of the pair as the zone had it.</summary>
    [JsonIgnore]
    public TimeSpan Ttl
    {
        get
        {
            var own = TimeSpan.FromSeconds(Math.Max(Source.Ttl ?? 0, Target.Ttl ?? 0));
            var alias = HasOwnTtl ? TimeSpan.Zero : AliasTtl ?? Plans.AliasTtl.LoadBalancer;
            return own > alias ? own : alias;
        }
    }

    /// <summary>How long a resolver may hold an answer while these weights, and the TTL that goes with them, are in force.</summary>
    public TimeSpan TtlUnder(RecordWeights weights) => HasOwnTtl && weights.Ttl is { } seconds ? TimeSpan.FromSeconds(seconds) : Ttl;
}
