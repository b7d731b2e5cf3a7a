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

    public GateChartTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Without_verdicts_it_says_so_in_sight_and_in_words()
    {
        var chart = Draw([]);

        Assert.Contains("No verdicts yet", chart.Find(".chart-empty").TextContent, StringComparison.Ordinal);
        Assert.Contains("no verdicts yet", chart.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_value_is_a_gap_in_the_line_and_in_words()
    {
        var chart = Draw([At(1, 100), At(2, 100), At(3, null), At(4, 100), At(5, 100)]);

        Assert.Equal([100, 100, null, 100, 100], Sent().Y[0]);
        Assert.Contains("1 gap without data", chart.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_silence_is_a_gap_as_well()
    {
        Draw([At(1, 100), At(2, 100), At(3, 100), At(40, 100), At(41, 100)]);

        Assert.Equal([100, 100, 100, null, 100, 100], Sent().Y[0]);
    }

    [Fact]
    public void A_breach_is_marked_by_a_sign_of_its_own()
    {
        Draw([At(1, 100), At(2, 90, Verdict.Failed)]);

        var sent = Sent();
        Assert.Equal(["breach", "breach"], sent.Lines[2]);
        Assert.Equal([90], sent.Y[2]);
        Assert.Equal(99.5, sent.Limit);
        Assert.True(sent.More);
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
            .Add(c => c.Course, new GateCourse(burn, [At(1, 0.5), At(2, 20, Verdict.Failed)], Minute, ("HAProxy", "Envoy"))));

        Assert.Equal((14.4, false), (Sent().Limit!.Value, Sent().More));
        Assert.Contains("burn < 14.4x of 99.9 % over 30d", chart.Find(".chart-label").TextContent, StringComparison.Ordinal);
        Assert.Contains("latest 20x, lowest 0.5x", chart.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_data_is_behind_the_chart_and_names_verdicts_in_words()
    {
        var chart = Draw([At(1, 100), At(2, 90, Verdict.Failed)]);
        Assert.Empty(chart.FindAll(".data-table"));

        chart.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);

        var first = chart.Find(".data-table tbody tr");
        Assert.Contains("90 %", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("Failed", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("All 2", chart.Find("details").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_too_many_points_the_one_that_sticks_out_is_drawn()
    {
        var many = Enumerable.Range(0, 30_000).Select(i => At(i * 0.002, i == 17_321 ? 3 : 100)).ToImmutableArray();

        Draw(many);

        Assert.InRange(Sent().Y[0].Length, 5_000, 10_000);
        Assert.Contains(3, Sent().Y[0]);
        Assert.Contains("L", GateChartModel.Of(Gate, many, Minute, ("HAProxy", "Envoy")).TargetPath, StringComparison.Ordinal);
        Assert.True(GateChartModel.Of(Gate, many, Minute, ("HAProxy", "Envoy")).TargetPath.Length < 10_000);
    }

    // What the browser was told to draw.
    private PlotUpdate Sent() => (PlotUpdate)JSInterop.Invocations["cutoverPlot.show"][^1].Arguments[1]!;

    private static VerdictView At(double second, double? value, Verdict verdict = Verdict.Passed)
    {
        var at = SampleRuns.Noon.AddSeconds(second);
        return new VerdictView(
            (long)(second * 1000), "handshakes", StackRole.Target, at, verdict, value, 100, at.AddSeconds(-10), at, "in words");
    }

    private IRenderedComponent<GateChart> Draw(ImmutableArray<VerdictView> verdicts) => Render<GateChart>(chart => chart
        .Add(c => c.Course, new GateCourse(Gate, verdicts, Minute, ("HAProxy", "Envoy"))));
}
