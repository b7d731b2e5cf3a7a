using Cutover.Core.Statistics;

namespace Cutover.Core.Dns.Answers;

/// <summary>
/// How many answers are sampled to tell the share of answers that was asked for from the one before it, and which counts are taken for
/// the asked share. All shares are the target's, 0 to 1.
/// </summary>
/// <param name="Before">The share that name servers gave before the change.</param>
/// <param name="Asked">The share that the zone holds now.</param>
/// <param name="Limits">The rates aimed at, and the bounds of the number of answers.</param>
/// <param name="Samples">How many answers to take.</param>
/// <param name="Accepted">How many of so many answers may name the target for the answers to match.</param>
/// <param name="FalseAlarm">The exact rate of false alarms; never above the one aimed at.</param>
/// <param name="Miss">The exact rate of misses; null when nothing was to change, so that there is nothing to miss.</param>
public sealed record AnswerPlan(
    double Before, double Asked, SamplingLimits Limits, int Samples, CountRange Accepted, double FalseAlarm, double? Miss)
{
    /// <summary>True when the most answers allowed are too few for the miss rate aimed at.</summary>
    public bool IsCapped => Miss > Limits.Miss;

    /// <summary>The smallest number of answers, within the limits, whose exact test keeps both rates; else the most allowed.</summary>
    public static AnswerPlan For(double before, double asked, SamplingLimits limits)
    {
        for (var samples = limits.Least; samples < limits.Most; samples++)
        {
            var plan = Of(samples, before, asked, limits);
            if (!plan.IsCapped)
            {
                return plan;
            }
        }

        return Of(limits.Most, before, asked, limits);
    }

    /// <summary>The same for the weights of a pair; two zero weights mean equal shares.</summary>
    public static AnswerPlan For(PairWeights before, PairWeights asked, SamplingLimits limits) =>
        For(before.TargetShare, asked.TargetShare, limits);

    /// <summary>The same test with another number of answers: for the answers that really came.</summary>
    public AnswerPlan With(int samples) => samples == Samples ? this : Of(samples, Before, Asked, Limits);

    /// <summary>For example "688 answers tell 1 % from 0 %: false alarms 0.099 %, misses 0 %".</summary>
    public string InWords()
    {
        var rates = $"false alarms {AnswerWords.Share(FalseAlarm)}";
        return Miss is not { } miss
            ? $"{Samples} answers show whether {AnswerWords.Share(Asked)} are given, as before: {rates}"
            : $"{Samples} answers tell {AnswerWords.Share(Asked)} from {AnswerWords.Share(Before)}: {rates}, "
                + $"misses {AnswerWords.Share(miss)}{Cap()}";
    }

    private string Cap() =>
        IsCapped ? $", above the {AnswerWords.Share(Limits.Miss)} aimed at, because no more than {Limits.Most} are asked for" : "";

    private static AnswerPlan Of(int samples, double before, double asked, SamplingLimits limits)
    {
        var accepted = BinomialTest.Accepted(samples, asked, limits.FalseAlarm);
        var falseAlarm = 1 - new Binomial(samples, asked).Within(accepted);
        double? miss = before == asked ? null : new Binomial(samples, before).Within(accepted);
        return new(before, asked, limits, samples, accepted, falseAlarm, miss);
    }
}
