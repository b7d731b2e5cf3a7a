using System.Collections.Immutable;
using System.Globalization;
using Cutover.Engine.Views;
using Cutover.Web.Components.Looks;
using Cutover.Web.Components.Shares;

namespace Cutover.Web.Components.Charts;

/// <summary>What was asked for, what is answered and what really moved, over time: all as shares of the target.</summary>
public static class SharePlot
{
    public static PlotModel Of(
        ImmutableArray<ShareSample> samples, ImmutableArray<AnswerView> answers, ImmutableArray<ConnectionSample> counted, ChartSpan span)
    {
        ImmutableArray<PlotSeries> lines =
        [
            new("Asked", "asked", Asked(samples, answers, span)),
            .. samples.IsEmpty ? Counted(counted) : Sampled(samples),
            new("Name servers", "seen", [.. answers.Where(answer => answer.Share is not null).Select(answer => new ChartPoint(answer.At, answer.Share))]),
        ];
        var shown = lines.Where(line => !line.Points.IsEmpty).ToImmutableArray();
        return new PlotModel(new ChartFrame(span.From, span.To, 0, Ceiling(shown)), shown, Describe(shown));
    }

    private static IEnumerable<PlotSeries> Sampled(ImmutableArray<ShareSample> samples) =>
    [
        new("Answered", "answered", [.. samples.Select(sample => new ChartPoint(sample.At, sample.Shares.AnsweredShare))]),
        PlotSeries.Of("New handshakes", "handshakes", [.. samples.Select(sample => new ChartPoint(sample.At, sample.Shares.HandshakeShare))]),
        PlotSeries.Of("Open connections", "connections", [.. samples.Select(sample => new ChartPoint(sample.At, sample.Shares.ConnectionShare))]),
    ];

    private static IEnumerable<PlotSeries> Counted(ImmutableArray<ConnectionSample> counted) =>
    [
        PlotSeries.Of("New connections", "handshakes", [.. counted.Select(sample => new ChartPoint(sample.At, sample.NewShare))]),
        PlotSeries.Of("Open connections", "connections", [.. counted.Select(sample => new ChartPoint(sample.At, sample.OpenShare))]),
    ];

    // What is in force stays until the end of the chart.
    private static ImmutableArray<ChartPoint> Asked(ImmutableArray<ShareSample> samples, ImmutableArray<AnswerView> answers, ChartSpan span) =>
        samples.IsEmpty
            ? [.. answers.Select(answer => new ChartPoint(answer.At, answer.Asked)), .. answers.TakeLast(1).Select(answer => new ChartPoint(span.To, answer.Asked))]
            : [.. samples.Select(sample => new ChartPoint(sample.At, sample.Shares.AcceptedShare))];

    // A share of 1 % would be a flat line on a scale to 100 %.
    private static double Ceiling(ImmutableArray<PlotSeries> lines)
    {
        var highest = lines.SelectMany(line => line.Points).Max(point => point.Value) ?? 0;
        return new[] { 0.05, 0.1, 0.25, 0.5, 1 }.First(step => highest <= step * 0.96 || step == 1);
    }

    private static string Describe(ImmutableArray<PlotSeries> lines)
    {
        if (lines.IsEmpty)
        {
            return "No shares were recorded.";
        }

        var latest = lines.Select(line => $"{line.Name} {(line.Points.LastOrDefault(point => point.Value is not null) is { Value: { } share } ? Words.Share(share) : "unknown")}");
        return string.Create(
            CultureInfo.InvariantCulture, $"Shares of the target since {Words.Clock(lines.Min(line => line.Points[0].At))} UTC. Latest: {string.Join(", ", latest)}.");
    }
}
