namespace Cutover.Engine.Aws.Route53;

/// <summary>Where a page of record sets begins. An identifier needs a type before it.</summary>
public sealed record RecordSetCursor(string Name, string? Type = null, string? SetIdentifier = null);
