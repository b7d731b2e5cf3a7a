namespace Cutover.Engine.Aws.CloudWatch;

/// <summary>A remark of CloudWatch's about a query or the whole request.</summary>
public sealed record CloudWatchMessage(string Code, string Text);
