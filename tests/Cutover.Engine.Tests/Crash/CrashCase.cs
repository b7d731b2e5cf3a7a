namespace Cutover.Engine.Tests.Crash;

/// <summary>Where an engine dies.</summary>
/// <param name="Commit">At which commit, counted from 1: the one that starts the run.</param>
/// <param name="Before">Before that commit is durable, or right after it.</param>
/// <param name="Refuses">The target refuses every handshake from the first change on, so that the run must roll back.</param>
internal sealed record CrashCase(int Commit, bool Before, bool Refuses);
