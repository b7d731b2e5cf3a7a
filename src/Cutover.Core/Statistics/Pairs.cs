using System.Collections.Immutable;

namespace Cutover.Core.Statistics;

/// <summary>Counts pairs of values, one of each stack, in which exactly one lies above its limit.</summary>
public static class Pairs
{
    /// <summary>
    /// The k-th value of the target makes a pair with the k-th of the source; who has more leaves the rest without a partner. If a target's
    /// value is above its limit with no more chance than a source's above its own, a discordant pair is the target's with at most ½.
    /// </summary>
    public static Discordance Above(ImmutableArray<double> target, double targetLimit, ImmutableArray<double> source, double sourceLimit)
    {
        var (onTarget, onSource) = (0, 0);
        for (var k = 0; k < Math.Min(target.Length, source.Length); k++)
        {
            var (isTarget, isSource) = (target[k] > targetLimit, source[k] > sourceLimit);
            onTarget += isTarget && !isSource ? 1 : 0;
            onSource += isSource && !isTarget ? 1 : 0;
        }

        return new(onTarget, onSource);
    }
}
