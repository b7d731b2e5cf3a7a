using Cutover.Core.Statistics;

namespace Cutover.Core.Dns.Answers;

/// <summary>
/// Says whether sampled answers fit the asked share. Answers that name neither stack could be anybody's: a verdict stands only if it would
/// be the same with all of them the source's and with all of them the target's. Where the zone itself holds the values, its name servers
/// have no business giving others, so more than a few of those are a difference of their own.
/// </summary>
public static class AnswerJudge
{
    /// <summary>The share of the planned answers that must have come for a match.</summary>
    public const double LeastAnswered = 0.9;

    /// <summary>
    /// The share of answers with values of neither stack that is put up with, unless the asked share is 0 or 100 %, where one is too many.
    /// Not for aliases: a load balancer has new addresses every now and then.
    /// </summary>
    public const double MostStrange = 0.05;

    public static AnswerVerdict Judge(ObservedPair pair, AnswerPlan plan, AnswerSample sample)
    {
        var (counts, words) = (sample.Total, new AnswerAccount(pair, plan, sample));
        if (sample.Indistinct is not null)
        {
            return new AnswerVerdict.Unseen(words.Indistinct(), UnseenReason.Indistinct);
        }

        if (counts.Answered == 0)
        {
            return new AnswerVerdict.Unseen(words.TooFew(), UnseenReason.TooFewAnswers);
        }

        return !pair.HasAlias && IsStrange(counts, plan)
            ? new AnswerVerdict.Differs(words.Strange(), AnswerDifference.Values)
            : ByShare(plan, counts, words);
    }

    private static bool IsStrange(AnswerCounts counts, AnswerPlan plan) =>
        counts.Unknown > (plan.Asked is 0 or 1 ? 0 : MostStrange * counts.Answered);

    // A test of the answers that came keeps its false-alarm rate however few they are; noticing the old share takes the planned number.
    private static AnswerVerdict ByShare(AnswerPlan plan, AnswerCounts counts, AnswerAccount words)
    {
        var accepted = plan.With(counts.Answered).Accepted;
        var possible = new CountRange(counts.Target, counts.Target + counts.Unknown);
        if (!accepted.Overlaps(possible))
        {
            return new AnswerVerdict.Differs(words.OtherShare(), AnswerDifference.Share);
        }

        if (counts.Answered < LeastAnswered * plan.Samples)
        {
            return new AnswerVerdict.Unseen(words.TooFew(), UnseenReason.TooFewAnswers);
        }

        return accepted.Contains(possible)
            ? new AnswerVerdict.Matches(words.Match())
            : new AnswerVerdict.Unseen(words.TooManyUnknown(), UnseenReason.TooManyUnknown);
    }
}
