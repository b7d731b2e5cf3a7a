using System.Collections.Immutable;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Gates;

/// <summary>What a burn gate has counted of both stacks. Immutable.</summary>
/// <param name="Target">Of the target, or of both stacks at once where the gate knows none.</param>
public sealed record BurnEvidence(BurnCounts Target, BurnCounts Source)
{
    public static BurnEvidence None { get; } = new(BurnCounts.None, BurnCounts.None);

    public BurnCounts this[StackRole role] => role == StackRole.Target ? Target : Source;

    /// <summary>With what a measurement of a stack counted, if it counted anything.</summary>
    public BurnEvidence With(StackRole role, Measurement? measurement)
    {
        var counts = (measurement?.Counts ?? ImmutableArray<EventCount>.Empty).Aggregate(this[role], (all, one) => all.With(one));
        return role == StackRole.Target ? this with { Target = counts } : this with { Source = counts };
    }
}
