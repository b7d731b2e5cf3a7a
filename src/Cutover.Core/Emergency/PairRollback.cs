using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Emergency;

/// <summary>One pair as the zone holds it, and as it is to be.</summary>
/// <param name="Source">The record set that traffic goes back to.</param>
/// <param name="Target">The record set that traffic leaves.</param>
/// <param name="After">Never both zero.</param>
/// <param name="Ttl">Seconds; null leaves the TTL as it is.</param>
/// <param name="Run">The run whose mark remembers <paramref name="After"/>; null when no mark does, and the source gets everything.</param>
/// <param name="Others">Further record sets of the same name and type, which are left alone.</param>
public sealed record PairRollback(
    RecordSet Source, RecordSet Target, PairWeights After, long? Ttl, string? Run, ImmutableArray<RecordSet> Others)
{
    // Route 53 answers an alias to a load balancer with a TTL of 60 seconds that nobody can change.
    private const long AliasTtl = 60;

    /// <summary>The name and type, for example "wss.example.com A".</summary>
    public string Record => $"{Source.Name.TrimEnd('.')} {Source.Type}";

    public PairWeights Before => new(Source.Weight ?? 0, Target.Weight ?? 0);

    public RecordSet SourceAfter => Written(Source, After.Source);

    public RecordSet TargetAfter => Written(Target, After.Target);

    /// <summary>How long resolvers may hold an answer that they have now, in seconds.</summary>
    public long StaleSeconds => Math.Max(Source.Ttl ?? AliasTtl, Target.Ttl ?? AliasTtl);

    /// <summary>The share of the answers that each record set has now, the others included; 0 to 1.</summary>
    public double ShareBefore(RecordSet set) => Share(set.Weight ?? 0, Before);

    /// <summary>As <see cref="ShareBefore"/>, with the weights that are to be.</summary>
    public double ShareAfter(RecordSet set) =>
        Share(set == Source ? After.Source : set == Target ? After.Target : set.Weight ?? 0, After);

    // With nothing but zero weights Route 53 answers with equal shares.
    private double Share(int weight, PairWeights pair)
    {
        var sum = pair.Source + pair.Target + Others.Sum(other => other.Weight ?? 0);
        return sum == 0 ? 1.0 / (Others.Length + 2) : (double)weight / sum;
    }

    private RecordSet Written(RecordSet set, int weight) =>
        set with { Weight = weight, Ttl = set.Alias is null && Ttl is { } seconds ? seconds : set.Ttl };
}
