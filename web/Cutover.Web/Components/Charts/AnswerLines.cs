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
}
