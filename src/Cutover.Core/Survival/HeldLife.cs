namespace Cutover.Core.Survival;

/// <summary>One connection that was held.</summary>
/// <param name="Age">How long it has been held, up to its end if it has ended.</param>
/// <param name="DroppedAt">When it ended without being asked to; null when it was released, or is still held.</param>
public readonly record struct HeldLife(TimeSpan Age, DateTimeOffset? DroppedAt = null);
