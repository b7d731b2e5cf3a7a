using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>Metric math in a "cloudwatch" source, and the metrics it stands on.</summary>
internal static class ExpressionFormat
{
    public static Key<string> Expression { get; } = new(
        "expression",
        Scalars.Expression,
        "CloudWatch metric math over the ids under metrics. Where the window has several periods, the worst one counts.");

    public static Key<ImmutableArray<(string Name, Located<MathMetric>? Value)>> Metrics { get; } = new(
        "metrics",
        new NamedFormat<MathMetric>("metrics", MathMetricFormat.Format, least: 1, none: "an expression stands on metrics")
        {
            Names = new NameForm(MetricMath.ReadId, MetricMath.IdPattern),
        },
        "The metrics of the expression, each under an id that begins with a lower-case letter; all have the period of the expression.")
    {
        Example = "{ m1: { namespace: AWS/ApplicationELB, metric: RequestCount, stat: Sum } }",
    };

    public static CloudWatchExpression? Build(Section section, Located<TimeSpan>? period, Located<string>? traffic)
    {
        var (expression, metrics) = (section.Read(Expression), section.Read(Metrics));
        if (expression is null || metrics is null || !ExpressionChecks.Hold(section, expression, metrics.Value, traffic) || period is null)
        {
            return null;
        }

        var byId = ImmutableSortedDictionary.CreateBuilder<string, MathMetric>(StringComparer.Ordinal);
        foreach (var (id, metric) in metrics.Value)
        {
            byId[id] = metric!.Value;
        }

        return new CloudWatchExpression(expression.Value, byId.ToImmutable(), period.Value, traffic?.Value);
    }
}
