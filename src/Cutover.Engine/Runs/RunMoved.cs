namespace Cutover.Engine.Runs;

/// <summary>A run has a new decision.</summary>
public readonly record struct RunMoved(long RunId, long Sequence);
