namespace Cutover.Engine.Aws.Route53;

/// <summary>A change batch that Route 53 accepted.</summary>
/// <param name="Id">Without the "/change/" that Route 53 writes before it.</param>
/// <param name="SubmittedAt">By Route 53's clock.</param>
public sealed record ZoneChange(string Id, ChangeStatus Status, DateTimeOffset SubmittedAt);
