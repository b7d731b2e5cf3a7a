using System.Collections.Immutable;
using System.Globalization;
using Cutover.Engine.Views;

namespace Cutover.Web.Components.Charts;

/// <summary>Observed answers as paths.</summary>
public static class AnswerLines
{
    /// <summary>A dot for every observation: what lies between two of them nobody saw.</summary>
    public static string Dots(ChartFrame frame, ImmutableArray<AnswerView> answers) => string.Concat(answers
        .Where(answer => answer.Share is not null && answer.At >= frame.From)
        .Select(answer => string.Create(CultureInfo.InvariantCulture, $"M{frame.X(answer.At):0.#} {frame.Y(answer.Share!.Value):0.#}h0")));

    /// <summary>A line through the shares that were answered, broken where none was.</summary>
    public static string Line(ChartFrame frame, ImmutableArray<AnswerView> answers)
    {
        ImmutableArray<ChartPoint> points = [.. answers.Select(answer => new ChartPoint(answer.At, answer.Share))];
        return ChartLine.Path(frame, points, ChartLine.UsualGap(points));
    }

    /// <summary>The share by the weights that were in force at each observation, up to the end of the frame.</summary>
    public static string Asked(ChartFrame frame, ImmutableArray<AnswerView> answers)
    {
        ImmutableArray<ChartPoint> points = [.. answers.Select(answer => new ChartPoint(answer.At, answer.Asked))];
        return points.IsEmpty
            ? string.Empty
            : ChartLine.Path(frame, points.Add(new ChartPoint(frame.To, points[^1].Value)), TimeSpan.MaxValue, stepped: true);
    }
}
