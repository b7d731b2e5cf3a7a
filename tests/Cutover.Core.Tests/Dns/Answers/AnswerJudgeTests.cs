using CsCheck;
using Cutover.Core.Dns.Answers;
using Cutover.Core.Statistics;

namespace Cutover.Core.Tests.Dns.Answers;

public sealed class AnswerJudgeTests
{
    private static readonly AnswerPlan FromOneToTen = AnswerPlan.For(0.01, 0.1, SamplingLimits.Default);
    private static readonly AnswerPlan FromTenToFifty = AnswerPlan.For(0.1, 0.5, SamplingLimits.Default);
    private static readonly AnswerPlan FromHalfToAll = AnswerPlan.For(0.5, 1, SamplingLimits.Default);

    [Fact]
    public void Answers_near_the_asked_share_match_and_show_the_arithmetic() => Assert.Equal(
        new AnswerVerdict.Matches("wss.example.com A: of 212 answers 21 named Envoy (9.9 %, 95 % CI 6.2-14.7 %); asked 10 % (p = 1.00)"),
        AnswerJudge.Judge(Observed.Pair, FromOneToTen.With(212), Observed.Sample(191, 21)));

    [Fact]
    public void Answers_far_from_the_asked_share_differ_and_say_what_to_do() => Assert.Equal(
        new AnswerVerdict.Differs(
            "wss.example.com A: of 300 answers 2 named Envoy (0.67 %, 95 % CI 0.081-2.4 %); asked 50 % (p < 1e-85): the name servers do "
            + "not give what the zone holds. Ask one yourself, a few times: dig +norecurse +short @ns-1.example wss.example.com. A",
            AnswerDifference.Share),
        AnswerJudge.Judge(Observed.Pair, FromTenToFifty.With(300), Observed.Sample(298, 2)));

    [Fact]
    public void Answers_that_fit_the_old_share_say_so() => Assert.Contains(
        "; the 10 % from before the change would fit. ",
        AnswerJudge.Judge(Observed.Pair, FromTenToFifty, Observed.Sample(91, 9)).Words,
        StringComparison.Ordinal);

    [Fact]
    public void With_everything_asked_for_one_answer_of_the_other_stack_differs()
    {
        Assert.IsType<AnswerVerdict.Matches>(AnswerJudge.Judge(Observed.Pair, FromHalfToAll, Observed.Sample(0, 100)));
        var differs = Assert.IsType<AnswerVerdict.Differs>(AnswerJudge.Judge(Observed.Pair, FromHalfToAll, Observed.Sample(1, 99)));
        Assert.Contains("asked 100 % (p = 0)", differs.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_answers_are_no_match_however_well_they_fit()
    {
        var few = Observed.Sample(50, 39, failed: 11, more: new ServerAnswers("ns-2.example", new(0, 0, 0, 3), "timed out after 2 s"));
        var unseen = Assert.IsType<AnswerVerdict.Unseen>(AnswerJudge.Judge(Observed.Pair, FromTenToFifty, few));
        Assert.Equal(UnseenReason.TooFewAnswers, unseen.Reason);
        Assert.Contains(
            "; 14 of 103 queries failed; no answer from ns-2.example (timed out after 2 s)", unseen.Words, StringComparison.Ordinal);
        Assert.Contains("100 answers were wanted and at least 90 are needed", unseen.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_answers_can_still_differ() => Assert.IsType<AnswerVerdict.Differs>(
        AnswerJudge.Judge(Observed.Pair, FromTenToFifty, Observed.Sample(40, 0, failed: 60)));

    [Fact]
    public void No_answer_at_all_is_unseen()
    {
        var unseen = Assert.IsType<AnswerVerdict.Unseen>(
            AnswerJudge.Judge(Observed.Pair, FromTenToFifty, Observed.Sample(0, 0, failed: 9)));
        Assert.StartsWith(
            "wss.example.com A: none of 9 queries was answered; no answer from ns-1.example (timed out).",
            unseen.Words,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_the_zone_does_not_hold_are_a_difference_of_their_own()
    {
        var differs = Assert.IsType<AnswerVerdict.Differs>(
            AnswerJudge.Judge(Observed.Pair, FromTenToFifty, Observed.Sample(47, 47, unknown: 6)));
        Assert.Equal(AnswerDifference.Values, differs.Difference);
        Assert.Contains(", 6 neither HAProxy nor Envoy (203.0.113.9); ", differs.Words, StringComparison.Ordinal);
        Assert.IsType<AnswerVerdict.Matches>(AnswerJudge.Judge(Observed.Pair, FromTenToFifty, Observed.Sample(47, 48, unknown: 5)));
        Assert.IsType<AnswerVerdict.Differs>(AnswerJudge.Judge(Observed.Pair, FromHalfToAll, Observed.Sample(0, 99, unknown: 1)));
    }

    [Fact]
    public void New_addresses_of_a_load_balancer_differ_or_match_only_where_nothing_hangs_on_them()
    {
        Assert.IsType<AnswerVerdict.Matches>(AnswerJudge.Judge(Observed.Balancers, FromTenToFifty, Observed.Sample(45, 45, unknown: 10)));
        Assert.IsType<AnswerVerdict.Differs>(AnswerJudge.Judge(Observed.Balancers, FromTenToFifty, Observed.Sample(85, 5, unknown: 10)));
        var unseen = Assert.IsType<AnswerVerdict.Unseen>(
            AnswerJudge.Judge(Observed.Balancers, FromTenToFifty, Observed.Sample(30, 30, unknown: 40)));
        Assert.Equal(UnseenReason.TooManyUnknown, unseen.Reason);
        Assert.Contains("hangs on whose the 40 unknown answers are", unseen.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_that_cannot_be_told_apart_are_unseen() => Assert.Equal(
        new AnswerVerdict.Unseen("wss.example.com A: answers cannot be told apart, since both are alike", UnseenReason.Indistinct),
        AnswerJudge.Judge(Observed.Pair, FromTenToFifty, Observed.Sample(0, 0, indistinct: "both are alike")));

    [Fact]
    public void Naming_the_unknown_answers_never_overturns_a_verdict() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 40], Gen.Double[0, 1]).Sample(
            (source, target, unknown, of) =>
            {
                var plan = AnswerPlan.For(0.1, 0.5, new(Least: 10));
                var before = AnswerJudge.Judge(Observed.Balancers, plan, Observed.Sample(source, target, unknown));
                var named = (int)(unknown * of);
                var after = AnswerJudge.Judge(Observed.Balancers, plan, Observed.Sample(source + unknown - named, target + named));
                Assert.True(before is AnswerVerdict.Unseen || before.GetType() == after.GetType(), $"{before} {after}");
            },
            seed: "0000000000009");

    [Fact]
    public void Without_unknown_answers_the_verdict_is_the_plan_s() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1]).Sample(
            (before, asked, of) =>
            {
                var plan = AnswerPlan.For(before, asked, new(Most: 150));
                var target = (int)(plan.Samples * of);
                var verdict = AnswerJudge.Judge(Observed.Pair, plan, Observed.Sample(plan.Samples - target, target));
                Assert.Equal(plan.Accepted.Contains(target), verdict is AnswerVerdict.Matches);
                Assert.Equal(BinomialTest.PValue(target, plan.Samples, asked) <= 0.001, verdict is AnswerVerdict.Differs);
            },
            iter: 60,
            seed: "0000000000010");
}
