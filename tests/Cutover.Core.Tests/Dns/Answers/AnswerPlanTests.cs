using CsCheck;
using Cutover.Core.Dns;
using Cutover.Core.Dns.Answers;
using Cutover.Core.Statistics;

namespace Cutover.Core.Tests.Dns.Answers;

public sealed class AnswerPlanTests
{
    private static readonly SamplingLimits NoFloor = new(Least: 1);

    [Theory]
    [InlineData(0, 0.01)]
    [InlineData(0.01, 0.1)]
    [InlineData(0.1, 0.5)]
    [InlineData(0.5, 1)]
    [InlineData(1, 0)]
    [InlineData(0.1, 0)]
    public void The_number_is_the_smallest_that_keeps_both_rates(double before, double asked)
    {
        var plan = AnswerPlan.For(before, asked, NoFloor);
        Assert.False(plan.IsCapped);
        Assert.True(Rates(plan.Samples, before, asked) is { FalseAlarm: <= 0.001, Miss: <= 0.001 });
        Assert.All(Enumerable.Range(1, plan.Samples - 1), fewer => Assert.True(Rates(fewer, before, asked).Miss > 0.001));
    }

    [Fact]
    public void Both_rates_are_the_exact_ones_and_the_false_alarm_rate_is_kept() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[1e-4, 0.05], Gen.Double[1e-4, 0.05]).Sample(
            (before, asked, alpha, beta) =>
            {
                var plan = AnswerPlan.For(before, asked, new(alpha, beta, Least: 10, Most: 300));
                var (falseAlarm, miss) = Rates(plan.Samples, before, asked, alpha);
                Assert.Equal(falseAlarm, plan.FalseAlarm, 1e-12);
                Assert.Equal(before == asked ? double.NaN : miss, plan.Miss ?? double.NaN, 1e-12);
                Assert.True(falseAlarm <= alpha + 1e-12);
                Assert.True(plan.IsCapped ? plan.Samples == 300 : before == asked || miss <= beta);
            },
            iter: 50,
            seed: "0000000000007");

    [Fact]
    public void Asking_for_less_certainty_never_takes_more_answers() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[1e-4, 0.05], Gen.Double[1, 10]).Sample(
            (before, asked, beta, slack) =>
                AnswerPlan.For(before, asked, new(0.001, Math.Min(0.5, beta * slack), 1, 200)).Samples
                <= AnswerPlan.For(before, asked, new(0.001, beta, 1, 200)).Samples,
            iter: 50,
            seed: "0000000000008");

    [Fact]
    public void All_means_all_and_none_means_none()
    {
        Assert.Equal(new CountRange(100, 100), AnswerPlan.For(0.5, 1, SamplingLimits.Default).Accepted);
        Assert.Equal(new CountRange(0, 0), AnswerPlan.For(0.5, 0, SamplingLimits.Default).Accepted);
        Assert.Equal(10, AnswerPlan.For(0.5, 1, NoFloor).Samples);
        Assert.Equal(0, AnswerPlan.For(0.5, 1, NoFloor).FalseAlarm);
    }

    [Fact]
    public void Where_nothing_changes_there_is_nothing_to_miss()
    {
        var plan = AnswerPlan.For(new PairWeights(90, 10), new PairWeights(9, 1), SamplingLimits.Default);
        Assert.Equal((100, null, false), (plan.Samples, plan.Miss, plan.IsCapped));
        Assert.Equal("100 answers show whether 10 % are given, as before: false alarms 0.063 %", plan.InWords());
    }

    [Fact]
    public void Shares_too_near_to_each_other_say_how_often_they_would_be_confused()
    {
        var plan = AnswerPlan.For(0.5, 0.51, SamplingLimits.Default);
        Assert.Equal((2_000, true), (plan.Samples, plan.IsCapped));
        Assert.True(plan.Miss > 0.9);
        Assert.EndsWith("above the 0.1 % aimed at, because no more than 2000 are asked for", plan.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_reads_as_a_sentence() => Assert.Equal(
        "757 answers tell 1 % from 0 %: false alarms 0.081 %, misses 0 %",
        AnswerPlan.For(0, 0.01, SamplingLimits.Default).InWords());

    /// <summary>Both rates by adding up every single count.</summary>
    private static (double FalseAlarm, double Miss) Rates(int samples, double before, double asked, double alpha = 0.001)
    {
        var (ifAsked, ifBefore) = (new Binomial(samples, asked), new Binomial(samples, before));
        var rejected = Enumerable.Range(0, samples + 1).ToLookup(count => BinomialTest.PValue(count, samples, asked) <= alpha);
        return (rejected[true].Sum(ifAsked.Probability), rejected[false].Sum(ifBefore.Probability));
    }
}
