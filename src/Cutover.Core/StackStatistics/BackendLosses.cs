using System.Collections.Immutable;

namespace Cutover.Core.StackStatistics;

/// <summary>Tells the loss of a backend's connections from connections that end in the ordinary course.</summary>
public static class BackendLosses
{
    private const long FewestOpen = 5;
    private const double Significance = 1e-6;

    // Until it is known: sessions of a minute on average, which no chat has. Connections that begin and end between two looks (a probe's
    // handshakes) would be taken for a loss by it, so only those that are missing count as lost until then.
    private static readonly UsualEnds Unknown = new(1, 0);

    /// <summary>Backends of one process that lost at least half of their connections, too many to be chance.</summary>
    /// <param name="before">The earlier sample.</param>
    /// <param name="after">A later sample of the same process.</param>
    /// <param name="usual">How many end in the ordinary course, in all of the instance; null when not known.</param>
    public static ImmutableArray<BackendLoss> Find(InstanceSample before, InstanceSample after, UsualEnds? usual)
    {
        var minutes = (after.At - before.At).TotalMinutes;
        var now = after.Backends.ToDictionary(backend => backend.Name);
        return [.. before.Backends
            .Select(backend => (Before: backend, Lost: Lost(backend, now.GetValueOrDefault(backend.Name), usual is null)))
            .Where(pair => IsLoss(pair.Before.Open, pair.Lost, (usual ?? Unknown).Expected(pair.Before.Open, minutes)))
            .Select(pair => new BackendLoss(after.At, pair.Before.Name, Math.Min(pair.Lost, pair.Before.Open), pair.Before.Open))];
    }

    // A backend that is listed no more has lost what it had.
    private static long Lost(BackendSample before, BackendSample? after, bool missingOnly) =>
        after is null ? before.Open
        : missingOnly ? before.Open - after.Open
        : before.Open + Math.Max(0, after.Upgrades - before.Upgrades) - after.Open;

    private static bool IsLoss(long open, long lost, double expected) =>
        open >= FewestOpen && lost * 2 >= open && TailBound(expected, lost) < Significance;

    /// <summary>Chernoff's bound of P(X ≥ k) for a Poisson X of mean λ: e^-λ (eλ/k)^k for k &gt; λ.</summary>
    private static double TailBound(double mean, long count) =>
        count <= mean ? 1 : mean <= 0 ? 0 : Math.Exp(count - mean + (count * Math.Log(mean / count)));
}
