namespace Cutover.Engine.Aws.CloudWatch;

/// <summary>Metric math over other queries of the same request, named by their ids.</summary>
/// <param name="Period">Null takes the period of the metrics in it.</param>
public sealed record ExpressionQuery(string Id, string Expression, TimeSpan? Period = null, bool ReturnData = true)
    : MetricDataQuery(Id, ReturnData);
