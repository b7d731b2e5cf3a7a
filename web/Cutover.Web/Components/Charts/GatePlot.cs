using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Views;

namespace Cutover.Web.Components.Charts;

/// <summary>A gate's stored verdicts as a plot: both stacks, and every breach of the target.</summary>
public static class GatePlot
{
    /// <param name="verdicts">Of this gate, oldest first.</param>
    /// <param name="names">What source and target are called.</param>
    public static PlotModel Of(GateView gate, ImmutableArray<VerdictView> verdicts, ChartSpan span, (string Source, string Target) names)
    {
        var target = GateChartModel.Points(verdicts, StackRole.Target);
        var source = GateChartModel.Points(verdicts, StackRole.Source);
        var frame = GateChartModel.FrameOf(gate, span, [.. target.Concat(source).Select(point => point.Value).OfType<double>()]);
        var gaps = ChartLine.Gaps(target, ChartLine.UsualGap(target)).Length;
        return new PlotModel(
            frame,
            [
                PlotSeries.Of(names.Target, "target", target),
                PlotSeries.Of(names.Source, "source", source),
                new PlotSeries("breach", "breach", Breaches(verdicts)),
            ],
            GateChartModel.Describe(gate, verdicts, gaps, names),
            gate.Threshold,
            GateChartModel.WantsMore(gate));
    }

    private static ImmutableArray<ChartPoint> Breaches(ImmutableArray<VerdictView> verdicts) =>
        [.. verdicts.Where(verdict => verdict is { Stack: StackRole.Target, Verdict: Verdict.Failed, Value: { } value } && double.IsFinite(value))
            .Select(verdict => new ChartPoint(verdict.At, verdict.Value)).TakeLast(PlotSeries.MostPoints)];
}
