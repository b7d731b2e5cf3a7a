using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Playbooks;
using Cutover.Engine.Reports;
using Cutover.Engine.Views;
using Cutover.Web.Components.Charts;
using Cutover.Web.Components.Looks;

namespace Cutover.Web.Reports;

/// <summary>The charts of a report: the whole run, each in one picture.</summary>
internal static class ReportCharts
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    // Characters of a line in block characters.
    private const int Columns = 60;

    /// <summary>What was asked for as steps, and what the name servers answered as dots.</summary>
    public static ReportChart Shares(RunReport report)
    {
        var span = SpanOf(report);
        var high = Math.Min(1, 1.1 * report.Asked.Select(one => one.Share).Append(0.01).Max());
        var frame = new ChartFrame(span.From, span.To, 0, high);
        ImmutableArray<ChartPoint> asked =
        [
            new(span.From, 0), .. report.Asked.Select(one => new ChartPoint(one.At, one.Share)),
            new(span.To, report.Asked.LastOrDefault()?.Share ?? 0),
        ];
        return Chart(
            span,
            $"<path class=\"asked\" d=\"{ChartLine.Path(frame, asked, TimeSpan.MaxValue, stepped: true)}\"/>"
                + $"<path class=\"answered\" d=\"{AnswerLines.Dots(frame, report.Answers)}\"/>",
            Words.Share(high),
            "0 %",
            $"Share of answers on {report.Run.Summary.TargetName}: the line is what was asked for, the dots what the name servers answered.",
            Line(frame, asked, holds: true));
    }

    public static ReportChart Gate(RunReport report, GateView gate)
    {
        var (span, summary) = (SpanOf(report), report.Run.Summary);
        ImmutableArray<VerdictView> points = [.. report.Points.Where(point => point.Gate == gate.Name)];
        var model = GateChartModel.Of(gate, points, span, (summary.SourceName, summary.TargetName));
        var threshold = gate.Threshold is { } limit
            ? $"<rect class=\"bad\" x=\"0\" width=\"1000\" y=\"{N(model.BadFrom)}\" height=\"{N(Math.Max(0, model.BadHeight))}\"/>"
                + $"<path class=\"threshold\" d=\"M0 {N(model.Frame.Y(limit))}H1000\"/>"
            : string.Empty;
        var failures = string.Concat(model.Failures.Select(at => $"M{N(model.Frame.X(at.At))} {N(model.Frame.Y(at.Value ?? 0))}h0"));
        ImmutableArray<ChartPoint> target =
            [.. points.Where(point => point.Stack == StackRole.Target).Select(point => new ChartPoint(point.At, point.Value))];
        return Chart(
            span,
            $"{threshold}<path class=\"source\" d=\"{model.SourcePath}\"/><path class=\"target\" d=\"{model.TargetPath}\"/>"
                + $"<path class=\"failure\" d=\"{failures}\"/>",
            Limit(gate, model.Frame.High),
            Limit(gate, model.Frame.Low),
            model.Summary,
            Line(model.Frame, target, holds: false));
    }

    private static ReportChart Chart(ChartSpan span, string drawing, string high, string low, string words, string line) => new(
        $"<svg viewBox=\"0 0 1000 200\" preserveAspectRatio=\"none\" aria-hidden=\"true\">{drawing}</svg>",
        high,
        low,
        Words.Clock(span.From),
        Words.Clock(span.To),
        words,
        line);

    // Room above the line is drawn, but nothing is more than the whole.
    private static string Limit(GateView gate, double value) =>
        gate.Unit.Format(Math.Round(gate.Unit == ObjectiveUnit.Percent ? Math.Clamp(value, 0, 100) : value, 3));

    private static ChartSpan SpanOf(RunReport report) => new(report.Run.Summary.StartedAt, report.Run.Summary.EndedAt ?? report.MadeAt);

    /// <param name="holds">A value stays until the next one, as weights do; else a column without one is empty.</param>
    private static string Line(ChartFrame frame, ImmutableArray<ChartPoint> points, bool holds)
    {
        var columns = points.Where(point => point.Value is { } value && double.IsFinite(value))
            .GroupBy(point => Math.Min(Columns - 1, (int)(frame.X(point.At) / ChartFrame.Width * Columns)))
            .ToDictionary(column => column.Key, column => column.Last().Value!.Value);
        var (line, last) = (new char[Columns], (double?)null);
        for (var column = 0; column < Columns; column++)
        {
            last = columns.TryGetValue(column, out var value) ? value : holds ? last : null;
            line[column] = last is { } known ? Block(frame, known) : ' ';
        }

        return new string(line).TrimEnd();
    }

    private static char Block(ChartFrame frame, double value) =>
        Blocks[(int)Math.Round((1 - (frame.Y(value) / ChartFrame.Height)) * (Blocks.Length - 1))];

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
