namespace Cutover.Core.Runs;

/// <summary>The run does not advance, keeps guarding, and waits for a person.</summary>
/// <param name="Reason">Which rule holds it.</param>
/// <param name="Words">The same for a person, in a sentence.</param>
public sealed record Hold(HoldReason Reason, string Words, DateTimeOffset Since);
