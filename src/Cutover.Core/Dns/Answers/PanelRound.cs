using System.Collections.Immutable;

namespace Cutover.Core.Dns.Answers;

/// <summary>One answer of each resolver of a panel.</summary>
/// <param name="At">When they were asked.</param>
/// <param name="Answers">In the order of the panel.</param>
/// <param name="Indistinct">Why answers cannot be told apart by their values; null when they can.</param>
public sealed record PanelRound(DateTimeOffset At, ImmutableArray<ResolverAnswer> Answers, string? Indistinct)
{
    public AnswerCounts Counts => new(
        Count(AnsweredStack.Source), Count(AnsweredStack.Target), Count(AnsweredStack.Unknown), Count(AnsweredStack.Failed));

    /// <summary>
    /// The share of resolvers, 0 to 1, that name this stack: of the one that has no weight any more, the stale tail. Null when no answer
    /// names a stack.
    /// </summary>
    public double? ShareOf(AnsweredStack stack) =>
        Counts is { Source: var source, Target: var target } && source + target > 0 ? (double)Count(stack) / (source + target) : null;

    /// <summary>The longest time that an answer naming this stack is still given by the panel; null when none is.</summary>
    public TimeSpan? LongestLeft(AnsweredStack stack) => Answers.Where(answer => answer.Stack == stack).Max(answer => answer.TimeToLive);

    private int Count(AnsweredStack stack) => Answers.Count(answer => answer.Stack == stack);
}
