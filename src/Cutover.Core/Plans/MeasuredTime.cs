namespace Cutover.Core.Plans;

/// <summary>How long something took in earlier runs.</summary>
/// <param name="Median">Of those changes.</param>
/// <param name="Changes">How many; 1 and up.</param>
public sealed record MeasuredTime(TimeSpan Median, int Changes);
