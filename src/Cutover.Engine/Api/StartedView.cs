namespace Cutover.Engine.Api;

/// <summary>A run was started.</summary>
public sealed record StartedView(long RunId);
