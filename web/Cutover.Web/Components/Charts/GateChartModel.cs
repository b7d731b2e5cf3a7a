using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Views;
using Cutover.Web.Components.Looks;

namespace Cutover.Web.Components.Charts;

/// <summary>A gate's stored verdicts against its threshold, where it has one, as a drawing without a script: for reports.</summary>
/// <param name="BadFrom">Top of the area that misses the objective.</param>
/// <param name="BadHeight">Its height.</param>
/// <param name="Failures">Verdicts about the target that failed the gate.</param>
/// <param name="Gaps">Where nothing is known of the target.</param>
/// <param name="Summary">The same in words.</param>
public sealed record GateChartModel(
    ChartFrame Frame,
    string TargetPath,
    string SourcePath,
    double BadFrom,
    double BadHeight,
    ImmutableArray<ChartPoint> Failures,
    ImmutableArray<ChartSpan> Gaps,
    string Summary,
    bool IsEmpty)
{
    private const int MostPoints = 240;

    /// <param name="verdicts">Of this gate, oldest first.</param>
    /// <param name="names">What source and target are called.</param>
    public static GateChartModel Of(
        GateView gate, ImmutableArray<VerdictView> verdicts, ChartSpan span, (string Source, string Target) names)
    {
        var target = Points(verdicts, StackRole.Target);
        var source = Points(verdicts, StackRole.Source);
        var frame = FrameOf(gate, span, [.. target.Concat(source).Select(point => point.Value).OfType<double>()]);
        var gaps = ChartLine.Gaps(target, ChartLine.UsualGap(target));
        var failures = verdicts.Where(verdict => verdict is { Stack: StackRole.Target, Verdict: Verdict.Failed, Value: not null })
            .Select(verdict => new ChartPoint(verdict.At, verdict.Value)).TakeLast(MostPoints).ToImmutableArray();
        var (badFrom, badTo) = gate.Threshold is not { } threshold ? (0, 0)
            : WantsMore(gate) ? (frame.Y(threshold), ChartFrame.Height)
            : (0, frame.Y(threshold));
        return new GateChartModel(
            frame, Path(frame, target), Path(frame, source), badFrom, badTo - badFrom, failures, gaps,
            Describe(gate, verdicts, gaps.Length, names), verdicts.IsEmpty);
    }

    internal static bool WantsMore(GateView gate) => gate.Objective.StartsWith('>');

    internal static ImmutableArray<ChartPoint> Points(ImmutableArray<VerdictView> verdicts, StackRole stack) =>
        [.. verdicts
            .Where(verdict => verdict.Stack == stack)
            .Select(verdict => new ChartPoint(verdict.At, double.IsFinite(verdict.Value ?? double.NaN) ? verdict.Value : null))];

    private static string Path(ChartFrame frame, ImmutableArray<ChartPoint> points) =>
        ChartLine.Path(frame, ChartLine.Extremes(points, MostPoints), ChartLine.UsualGap(ChartLine.Extremes(points, MostPoints)));

    // The threshold is always in sight, and a line never lies on the edge.
    internal static ChartFrame FrameOf(GateView gate, ChartSpan span, ImmutableArray<double> values)
    {
        var seen = gate.Threshold is { } threshold ? values.Add(threshold) : values;
        var (low, high) = (seen.DefaultIfEmpty(0).Min(), seen.DefaultIfEmpty(1).Max());
        low = WantsMore(gate) ? low : Math.Min(0, low);
        var room = high > low ? 0.15 * (high - low) : Math.Max(1, Math.Abs(high) * 0.1);
        return new ChartFrame(span.From, span.To, low == 0 ? 0 : low - room, high + room);
    }

    internal static string Describe(GateView gate, ImmutableArray<VerdictView> verdicts, int gaps, (string Source, string Target) names)
    {
        if (verdicts.IsEmpty)
        {
            return $"{gate.Name}: no verdicts yet. The objective is {gate.Objective}.";
        }

        var holes = gaps == 0
            ? "no gaps"
            : string.Create(CultureInfo.InvariantCulture, $"{gaps} {(gaps == 1 ? "gap" : "gaps")} without data");
        return $"{gate.Name} since {Words.Clock(verdicts[0].At)} UTC, "
            + $"objective {gate.Objective}. {OfStack(gate, verdicts, StackRole.Target, names.Target)}, {holes}."
            + (verdicts.Any(verdict => verdict.Stack == StackRole.Source)
                ? $" {OfStack(gate, verdicts, StackRole.Source, names.Source)}."
                : string.Empty);
    }

    private static string OfStack(GateView gate, ImmutableArray<VerdictView> verdicts, StackRole stack, string name)
    {
        var values = verdicts.Where(verdict => verdict.Stack == stack).Select(verdict => verdict.Value).OfType<double>().ToList();
        var failed = verdicts.Count(verdict => verdict.Stack == stack && verdict.Verdict == Verdict.Failed);
        return values.Count == 0
            ? $"{name}: no values"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: latest {gate.Unit.Format(values[^1])}, lowest {gate.Unit.Format(values.Min())}, "
                    + $"highest {gate.Unit.Format(values.Max())}, {failed} failed verdicts");
    }
}
