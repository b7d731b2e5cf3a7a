using System.Collections.Immutable;
using System.Globalization;
using Cutover.Engine.Views;
using Cutover.Lab;
using Cutover.Web.Components.Looks;
using Cutover.Web.Components.Shares;

namespace Cutover.Web.Components.Charts;

/// <summary>What was asked for, what is answered and what really moved, over time.</summary>
/// <param name="Seen">Dots: the shares that the name servers really answered.</param>
public sealed record ShareChartModel(
    ChartFrame Frame, string Asked, string Answered, string Connections, string Handshakes, string Seen, string Summary)
{
    private const int MostPoints = 240;

    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(5);

    public static ShareChartModel Of(ImmutableArray<ShareSample> samples, ImmutableArray<AnswerView> answers, ChartSpan span)
    {
        var frame = new ChartFrame(span.From, span.To, 0, Ceiling(samples, answers));
        return new ShareChartModel(
            frame,
            samples.IsEmpty ? AnswerLines.Asked(frame, answers) : Path(frame, samples, shares => shares.AcceptedShare, stepped: true),
            Path(frame, samples, shares => shares.AnsweredShare, stepped: true),
            Path(frame, samples, shares => shares.ConnectionShare),
            Path(frame, samples, shares => shares.HandshakeShare),
            AnswerLines.Dots(frame, answers),
            Describe(samples, answers));
    }

    private static string Path(ChartFrame frame, ImmutableArray<ShareSample> samples, Func<LabShares, double> share, bool stepped = false)
    {
        var points = ChartLine.Thin([.. samples.Select(sample => new ChartPoint(sample.At, share(sample.Shares)))], MostPoints);
        var usual = ChartLine.UsualGap(points);
        return ChartLine.Path(frame, points, usual > Gap ? usual : Gap, stepped);
    }

    // A share of 1 % would be a flat line on a scale to 100 %.
    private static double Ceiling(ImmutableArray<ShareSample> samples, ImmutableArray<AnswerView> answers)
    {
        var highest = samples
            .Select(sample => sample.Shares)
            .SelectMany(s => new[] { s.AcceptedShare, s.AnsweredShare, s.ConnectionShare, s.HandshakeShare })
            .Concat(answers.SelectMany(answer => new[] { answer.Asked, answer.Share ?? 0 }))
            .DefaultIfEmpty(0)
            .Max();
        return new[] { 0.05, 0.1, 0.25, 0.5, 1 }.First(step => highest <= step * 0.96 || step == 1);
    }

    private static string Describe(ImmutableArray<ShareSample> samples, ImmutableArray<AnswerView> answers)
    {
        var seen = answers.LastOrDefault() is { Share: { } share } latest
            ? $" Name servers answered {Words.Share(share)} at {Words.Clock(latest.At)} UTC, asked {Words.Share(latest.Asked)}."
            : string.Empty;
        if (samples.IsEmpty)
        {
            return answers.IsEmpty ? "No shares were recorded." : $"Share of the target.{seen}";
        }

        var (first, last) = (samples[0], samples[^1].Shares);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Share of the target since {Words.Clock(first.At)} UTC. Now: asked {Words.Share(last.AcceptedShare)}, answered "
                + $"by DNS {Words.Share(last.AnsweredShare)}, open connections {Words.Share(last.ConnectionShare)}, "
                + $"new handshakes {Words.Share(last.HandshakeShare)}.{seen}");
    }
}
