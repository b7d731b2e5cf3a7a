using System.Collections.Immutable;
using Bunit;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Views;
using Cutover.Web.Components.Charts;

namespace Cutover.Web.Tests.Components;

public sealed class GateChartTests : BunitContext
{
    private static readonly ChartSpan Minute = new(SampleRuns.Noon, SampleRuns.Noon.AddSeconds(60));

    private static readonly GateView Gate = new(
        "handshakes", "probe: handshake success", ">= 99.5 %", 99.5, ObjectiveUnit.Percent, "2 of 3", 10, null, null, SampleRuns.Noon);

    [Fact]
    public void Without_verdicts_it_says_so_in_sight_and_in_words()
    {
        var chart = Draw([]);

        Assert.Contains("No verdicts yet", chart.Find(".chart-empty").TextContent, StringComparison.Ordinal);
        Assert.Contains("no verdicts yet", chart.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_value_is_a_gap_and_breaks_the_line()
    {
        var chart = Draw([At(1, 100), At(2, 100), At(3, null), At(4, 100), At(5, 100)]);

        Assert.Single(chart.FindAll(".chart-gap"));
        Assert.Equal(2, chart.Find(".chart-target").GetAttribute("d")!.Count(c => c == 'M'));
        Assert.Contains("1 gap without data", chart.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_silence_is_a_gap_as_well()
    {
        var chart = Draw([At(1, 100), At(2, 100), At(3, 100), At(40, 100), At(41, 100)]);

        Assert.Single(chart.FindAll(".chart-gap"));
    }

    [Fact]
    public void The_threshold_is_in_sight_even_when_every_value_is_far_from_it()
    {
        var model = GateChartModel.Of(Gate, [At(1, 20), At(2, 21)], Minute, ("HAProxy", "Envoy"));

        Assert.InRange(model.Frame.Y(99.5), 1, ChartFrame.Height - 1);
        Assert.Equal(ChartFrame.Height, model.BadFrom + model.BadHeight, 3);
    }

    [Fact]
    public void The_area_above_a_limit_is_the_bad_one_when_less_is_better()
    {
        var gate = Gate with { Objective = "< 5", Threshold = 5, Unit = ObjectiveUnit.Number };

        var model = GateChartModel.Of(gate, [At(1, 0), At(2, 2)], Minute, ("HAProxy", "Envoy"));

        Assert.Equal(0, model.BadFrom);
        Assert.Equal(model.Frame.Y(5), model.BadHeight, 3);
        Assert.Equal(0, model.Frame.Low);
    }

    [Fact]
    public void A_burn_has_its_line_where_it_fails_within_an_hour()
    {
        var burn = Gate with { Objective = "burn < 14.4x of 99.9 % over 30d", Threshold = 14.4, Unit = ObjectiveUnit.Burn, Breach = "in both windows" };

        var chart = Render<GateChart>(parameters => parameters
            .Add(c => c.Gate, burn).Add(c => c.Verdicts, [At(1, 0.5), At(2, 20, Verdict.Failed)]).Add(c => c.Span, Minute).Add(c => c.Names, ("HAProxy", "Envoy")));

        Assert.Single(chart.FindAll(".chart-threshold"));
        Assert.Contains("burn < 14.4x of 99.9 % over 30d", chart.Find(".chart-label").TextContent, StringComparison.Ordinal);
        Assert.Contains("latest 20x, lowest 0.5x", chart.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal("0", chart.Find(".chart-bad").GetAttribute("y"));
    }

    [Fact]
    public void The_data_is_one_button_away_and_names_verdicts_in_words()
    {
        var chart = Draw([At(1, 100), At(2, 90, Verdict.Failed)]);

        chart.Find("button.link").Click();

        var first = chart.Find(".data-table tbody tr");
        Assert.Contains("90 %", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("Failed", first.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", chart.Find("button.link").GetAttribute("aria-expanded"));
    }

    [Fact]
    public void Ten_thousand_verdicts_are_drawn_as_a_few_hundred_points()
    {
        var many = Enumerable.Range(0, 10_000).Select(i => At(i * 0.006, 100)).ToImmutableArray();

        var path = GateChartModel.Of(Gate, many, Minute, ("HAProxy", "Envoy")).TargetPath;

        Assert.InRange(path.Count(c => c == 'L'), 100, 300);
    }

    private static VerdictView At(double second, double? value, Verdict verdict = Verdict.Passed)
    {
        var at = SampleRuns.Noon.AddSeconds(second);
        return new VerdictView(
            (long)(second * 1000), "handshakes", StackRole.Target, at, verdict, value, 100, at.AddSeconds(-10), at, "in words");
    }

    private IRenderedComponent<GateChart> Draw(ImmutableArray<VerdictView> verdicts) => Render<GateChart>(chart => chart
        .Add(c => c.Gate, Gate).Add(c => c.Verdicts, verdicts).Add(c => c.Span, Minute).Add(c => c.Names, ("HAProxy", "Envoy")));
}
