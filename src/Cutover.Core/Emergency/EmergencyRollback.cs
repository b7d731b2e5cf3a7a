using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Plans;

namespace Cutover.Core.Emergency;

/// <summary>
/// Decides a rollback from nothing but what a zone holds. Where an ownership mark stands, its run's initial weights are restored.
/// Where none does, a pair whose target has weight 0 already keeps its weights, and any other becomes source 100, target 0.
/// </summary>
public static class EmergencyRollback
{
    private static readonly PairWeights EverythingBack = new(100, 0);

    /// <param name="requests">Of one zone.</param>
    /// <param name="sets">Every record set of the requests' names and of the names of their marks, as just read.</param>
    /// <param name="by">What the marks are to say of this rollback.</param>
    public static ZoneRollback Decide(ImmutableArray<RollbackRequest> requests, ImmutableArray<RecordSet> sets, BreakGlass by)
    {
        var search = requests.SelectMany(request => PairSearch.Find(request, sets)).ToList();
        var pairs = search.Select(found => found.Pair).OfType<FoundPair>()
            .DistinctBy(pair => (pair.Source.Name, pair.Source.Type))
            .Select(pair => Resolve(pair, MarkOf(pair.Source.Name, sets)))
            .ToImmutableArray();
        var names = pairs.Select(pair => pair.Source.Name).Distinct();
        return new ZoneRollback(
            pairs,
            [.. names.Select(name => Rewrite(name, sets, by)).OfType<MarkRewrite>()],
            [.. search.Select(found => found.Refusal).OfType<Refusal>().Distinct()],
            [.. RollbackWarnings.Of(pairs, sets)]);
    }

    internal static OwnershipMark? MarkOf(string name, ImmutableArray<RecordSet> sets) =>
        OwnershipMark.StandingAt(name, sets) is { } set ? OwnershipMark.Parse(set) : null;

    private static PairRollback Resolve(FoundPair pair, OwnershipMark? mark)
    {
        var remembered = mark?.Initial.FirstOrDefault(initial =>
            initial.Type.ToString() == pair.Source.Type && initial.Weights is not { Source: 0, Target: 0 });
        return new PairRollback(
            pair.Source,
            pair.Target,
            remembered?.Weights ?? WithoutMark(pair),
            remembered?.Ttl,
            remembered is null ? null : mark!.Run,
            pair.Others);
    }

    private static PairWeights WithoutMark(FoundPair pair) =>
        pair is { Source.Weight: > 0 and var weight, Target.Weight: 0 } ? new PairWeights(weight, 0) : EverythingBack;

    private static MarkRewrite? Rewrite(string name, ImmutableArray<RecordSet> sets, BreakGlass by) =>
        MarkOf(name, sets) is { } mark
            ? new MarkRewrite(OwnershipMark.StandingAt(name, sets)!, (mark with { BreakGlass = by }).ToRecordSet(name))
            : null;
}
