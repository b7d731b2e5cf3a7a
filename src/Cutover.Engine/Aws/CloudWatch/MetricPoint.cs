namespace Cutover.Engine.Aws.CloudWatch;

/// <param name="At">The beginning of the period, not its end.</param>
public sealed record MetricPoint(DateTimeOffset At, double Value);
