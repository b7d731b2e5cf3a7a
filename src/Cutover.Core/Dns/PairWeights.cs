using Cutover.Core.Playbooks;

namespace Cutover.Core.Dns;

/// <summary>The weights of a pair, 0-255 each.</summary>
public readonly record struct PairWeights(int Source, int Target)
{
    /// <summary>The largest weight Route 53 takes.</summary>
    public const int Maximum = 255;

    /// <summary>The smallest share other than zero that a pair can express, in percent: 1/256.</summary>
    public const decimal SmallestShare = 100m / 256;

    /// <summary>The share of answers that name the target: 0 to 1. Two zero weights mean equal shares, as in Route 53.</summary>
    public double TargetShare => Source + Target == 0 ? 0.5 : (double)Target / (Source + Target);

    /// <summary>
    /// The weights whose share is as near to the asked one as integers of 0-255 allow. Of equally near pairs the one that adds up to 100
    /// is taken, since a person reads it as percent, and else the one with the largest sum.
    /// </summary>
    public static PairWeights Nearest(Share asked)
    {
        var candidates =
            from source in Enumerable.Range(0, Maximum + 1)
            from target in Enumerable.Range(0, Maximum + 1)
            where IsCandidate(asked, source, target)
            select new PairWeights(source, target);
        return candidates.OrderBy(pair => pair.ErrorAgainst(asked)).ThenBy(pair => pair.Source + pair.Target == 100 ? 0 : 1)
            .ThenByDescending(pair => pair.Source + pair.Target).First();
    }

    public override string ToString() => FormattableString.Invariant($"{Source}/{Target}");

    // A share between 0 and 100 % must reach both stacks: zero weights only where exactly nothing or everything was asked for.
    private static bool IsCandidate(Share asked, int source, int target) =>
        source == 0 == (asked >= Share.All) && target == 0 == (asked <= Share.None);

    private decimal ErrorAgainst(Share asked) => Math.Abs(100m * Target / (Source + Target) - asked.Percent);
}
