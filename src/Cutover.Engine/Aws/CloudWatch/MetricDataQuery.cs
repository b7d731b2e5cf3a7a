namespace Cutover.Engine.Aws.CloudWatch;

/// <summary>One line of GetMetricData: a <see cref="MetricStatQuery"/> or an <see cref="ExpressionQuery"/>.</summary>
/// <param name="Id">Begins with a lower-case letter, then letters, digits and underscores; unique in the request.</param>
/// <param name="ReturnData">False for a query that only feeds expressions.</param>
public abstract record MetricDataQuery(string Id, bool ReturnData);
