using Cutover.Lab.CloudWatch.Metrics;

namespace Cutover.Lab.CloudWatch.Expressions;

/// <summary>A series and the label it carries to the answer.</summary>
internal sealed record LabelledSeries(string Label, Series Series);
