using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Notation;
using CsCheck;

namespace Cutover.Core.Tests.Playbooks;

public sealed class NotationTests
{
    [Theory]
    [InlineData("10s", 10_000)]
    [InlineData("1m30s", 90_000)]
    [InlineData("1m 30s", 90_000)]
    [InlineData("1.5h", 5_400_000)]
    [InlineData("500ms", 500)]
    [InlineData("2m", 120_000)]
    [InlineData("2 m", 120_000)]
    [InlineData("5m500ms", 300_500)]
    [InlineData("1d", 86_400_000)]
    [InlineData("0s", 0)]
    [InlineData("31d", 31L * 86_400_000)]
    public void A_duration_is_read(string text, long milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), DurationNotation.Read(text).Value);

    [Theory]
    [InlineData("10", "10s or 10m")]
    [InlineData("1.5", "1.5s or 1.5m")]
    [InlineData("1,5h", "1h30m")]
    [InlineData("10 seconds", "10s")]
    [InlineData("2 Minutes", "2m")]
    [InlineData("1 hour 30 mins", "1h30m")]
    [InlineData("250 millis", "250ms")]
    [InlineData("32d", "31d")]
    public void A_duration_in_other_words_is_refused_with_the_right_ones(string text, string mend) =>
        Assert.Equal(mend, DurationNotation.Read(text).Fault?.Mend);

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("30s1m")]
    [InlineData("-1s")]
    [InlineData("1e3s")]
    [InlineData("99999999s")]
    [InlineData("soon")]
    public void What_is_no_duration_is_refused(string text) => Assert.False(DurationNotation.Read(text).IsGood);

    [Fact]
    public void A_duration_that_was_written_reads_back() => Gen.Long[0, DurationNotation.Longest.Ticks].Sample(ticks =>
        DurationNotation.Read(DurationNotation.Write(TimeSpan.FromTicks(ticks))).Value == TimeSpan.FromTicks(ticks));

    [Theory]
    [InlineData("1 %", 1)]
    [InlineData("1%", 1)]
    [InlineData("0.5 %", 0.5)]
    [InlineData("100 %", 100)]
    [InlineData("0 %", 0)]
    public void A_percentage_is_read(string text, double percent) =>
        Assert.Equal((decimal)percent, PercentageNotation.Read(text).Value.Percent);

    [Theory]
    [InlineData("1", "1 %")]
    [InlineData("0.5", "0.5 %")]
    [InlineData("0,5 %", "0.5 %")]
    [InlineData("10 percent", "10 %")]
    [InlineData("5pct", "5 %")]
    [InlineData("100.1 %", "100 %")]
    [InlineData("255 %", "100 %")]
    public void A_percentage_in_other_words_is_refused_with_the_right_ones(string text, string mend) =>
        Assert.Equal(mend, PercentageNotation.Read(text).Fault?.Mend);

    [Theory]
    [InlineData("< 5", Comparison.Less, 5, ObjectiveUnit.Number)]
    [InlineData("<5", Comparison.Less, 5, ObjectiveUnit.Number)]
    [InlineData("<= 0", Comparison.LessOrEqual, 0, ObjectiveUnit.Number)]
    [InlineData("> 1000", Comparison.Greater, 1000, ObjectiveUnit.Number)]
    [InlineData(">= 99.5 %", Comparison.GreaterOrEqual, 99.5, ObjectiveUnit.Percent)]
    [InlineData("<= 250 ms", Comparison.LessOrEqual, 250, ObjectiveUnit.Milliseconds)]
    [InlineData("<= 1.5s", Comparison.LessOrEqual, 1500, ObjectiveUnit.Milliseconds)]
    [InlineData("< 2 m", Comparison.Less, 120_000, ObjectiveUnit.Milliseconds)]
    public void An_objective_is_read(string text, Comparison comparison, double threshold, ObjectiveUnit unit) =>
        Assert.Equal(new Objective(comparison, threshold, unit), ObjectiveNotation.Read(text).Value);

    [Theory]
    [InlineData("<= 1.1 x source", 1.1, 0, ObjectiveUnit.Number)]
    [InlineData("<=2x source", 2, 0, ObjectiveUnit.Number)]
    [InlineData("<= source", 1, 0, ObjectiveUnit.Number)]
    [InlineData("<= source + 50 ms", 1, 50, ObjectiveUnit.Milliseconds)]
    [InlineData("<= 1.1 x source + 0.1 %", 1.1, 0.1, ObjectiveUnit.Percent)]
    [InlineData("<= source + 1.5s", 1, 1500, ObjectiveUnit.Milliseconds)]
    public void An_objective_against_the_source_is_read(string text, double factor, double allowance, ObjectiveUnit unit)
    {
        var goal = new RelativeObjective(Comparison.LessOrEqual, factor, allowance, unit);
        Assert.Equal(goal, ObjectiveNotation.Read(text).Value);
        Assert.Equal(goal, ObjectiveNotation.Read(goal.ToString()).Value);
    }

    [Fact]
    public void Where_more_is_better_the_target_may_stay_behind_the_source() => Assert.Equal(
        new RelativeObjective(Comparison.GreaterOrEqual, 0.999, 0.5, ObjectiveUnit.Percent),
        ObjectiveNotation.Read(">= 0.999 x source - 0.5 %").Value);

    [Theory]
    [InlineData("< 1.1 x source", "\"<= 1.1 x source\"")]
    [InlineData("<= 1.1 × source", "\"<= 1.1 x source\"")]
    [InlineData("<= 1,1 * the source", "\"<= 1.1 x source\"")]
    [InlineData("> 0.9 x source", "\">= 0.9 x source\"")]
    [InlineData("<= 0 x source", "\"<= source\"")]
    [InlineData("<= 5000 x source", "\"<= 1000 x source\"")]
    [InlineData("<= source + 200 %", "\"<= source + 100 %\"")]
    public void An_objective_against_the_source_that_cannot_be_is_refused_with_one_that_can(string text, string mend) =>
        Assert.Equal(mend, ObjectiveNotation.Read(text).Fault?.Mend);

    [Theory]
    [InlineData("<= 1.1 x source - 5 ms")]
    [InlineData(">= 0.9 x source + 1 %")]
    [InlineData("1.1 x source")]
    [InlineData("<= source x 1.1")]
    public void What_is_no_objective_against_the_source_is_refused(string text) =>
        Assert.Contains("against the source", ObjectiveNotation.Read(text).Fault?.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("≤ 250 ms", "\"<= 250 ms\"")]
    [InlineData("=> 99,5 %", "\">= 99.5 %\"")]
    [InlineData("=< 5", "\"<= 5\"")]
    [InlineData("< 0", "\"<= 0\"")]
    [InlineData("> 100 %", "\">= 100 %\"")]
    [InlineData("5", "\"< 5\" when less is better, \">= 5\" when more is")]
    public void An_objective_that_cannot_hold_is_refused_with_one_that_can(string text, string mend) =>
        Assert.Equal(mend, ObjectiveNotation.Read(text).Fault?.Mend);

    [Theory]
    [InlineData("")]
    [InlineData("== 5")]
    [InlineData("< five")]
    [InlineData("< 5 apples")]
    [InlineData("< -5")]
    [InlineData("< NaN")]
    public void What_is_no_objective_is_refused(string text) => Assert.False(ObjectiveNotation.Read(text).IsGood);

    [Theory]
    [InlineData("2 of 3", 2, 3)]
    [InlineData("1 of 1", 1, 1)]
    [InlineData("100 of 100", 100, 100)]
    public void A_breach_rule_is_read(string text, int breaches, int of) =>
        Assert.Equal(new BreachRule(breaches, of), BreachNotation.Read(text).Value);

    [Theory]
    [InlineData("101 of 101", "100 of 100")]
    [InlineData("2 out of 3", "2 of 3")]
    [InlineData("3 of 2", "2 of 3")]
    [InlineData("0 of 0", "1 of 1")]
    public void A_breach_rule_that_cannot_hold_is_refused_with_one_that_can(string text, string mend) =>
        Assert.Equal(mend, BreachNotation.Read(text).Fault?.Mend);

    [Theory]
    [InlineData("p99")]
    [InlineData("p99.9")]
    [InlineData("p100")]
    [InlineData("SampleCount")]
    public void A_statistic_is_read(string text) => Assert.Equal(text, StatNotation.Read(text).Value);

    [Theory]
    [InlineData("p101")]
    [InlineData("tm99")]
    [InlineData("P99")]
    public void What_is_no_statistic_is_refused(string text) => Assert.False(StatNotation.Read(text).IsGood);

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("8.8.8.8:53")]
    [InlineData("::1")]
    [InlineData("[2606:4700:4700::1111]:5353")]
    [InlineData("[::1]")]
    public void A_resolver_is_read_as_it_stands(string text) => Assert.Equal(text, ResolverNotation.Read(text).Value);

    [Theory]
    [InlineData("1.1.1")]
    [InlineData("1.1.1.256")]
    [InlineData("1.1.1.1:0")]
    [InlineData("1.1.1.1:65536")]
    [InlineData("::1:")]
    [InlineData("[::1")]
    [InlineData("dns.google")]
    [InlineData("")]
    public void What_is_no_resolver_is_refused(string text) => Assert.False(ResolverNotation.Read(text).IsGood);

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("2001:DB8:0:0::7", "2001:db8::7")]
    [InlineData("Envoy.Example.", "envoy.example")]
    public void An_answer_is_read_in_its_shortest_form(string text, string answer) => Assert.Equal(answer, AnswerNotation.Read(text).Value);

    [Theory]
    [InlineData("203.0.113")]
    [InlineData("203.0.113.300")]
    [InlineData("010.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("fe80::1%eth0")]
    [InlineData("two words")]
    public void What_is_no_answer_is_refused(string text) => Assert.False(AnswerNotation.Read(text).IsGood);
}
