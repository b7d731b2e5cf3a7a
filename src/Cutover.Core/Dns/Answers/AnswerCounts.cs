namespace Cutover.Core.Dns.Answers;

/// <summary>How the answers to one question were distributed.</summary>
/// <param name="Source">Named the source's values.</param>
/// <param name="Target">Named the target's values.</param>
/// <param name="Unknown">Named neither stack, or no value at all.</param>
/// <param name="Failed">Queries without an answer that counts: timeouts, refusals, answers that were not authoritative.</param>
public readonly record struct AnswerCounts(int Source, int Target, int Unknown, int Failed)
{
    /// <summary>Queries that were answered.</summary>
    public int Answered => Source + Target + Unknown;

    /// <summary>Queries that were sent.</summary>
    public int Sent => Answered + Failed;

    /// <summary>The target's share of the answers that named a stack, 0 to 1; null without any.</summary>
    public double? TargetShare => Source + Target == 0 ? null : (double)Target / (Source + Target);

    public static AnswerCounts operator +(AnswerCounts left, AnswerCounts right) => Add(left, right);

    public static AnswerCounts Add(AnswerCounts left, AnswerCounts right) => new(
        left.Source + right.Source, left.Target + right.Target, left.Unknown + right.Unknown, left.Failed + right.Failed);
}
