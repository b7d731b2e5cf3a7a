namespace Cutover.Core.Runs;

/// <summary>
/// The target fails a gate, and the source's latest measurement missed the objective as well, or used up half of the room to it, though it
/// does not fail yet: both may break by a common cause, which the target showed first. What the source measures next decides.
/// </summary>
/// <param name="DataTo">End of that measurement of the source.</param>
/// <param name="Until">When the run has waited long enough: one interval between measurements, and half of one more.</param>
public sealed record SourceDoubt(DateTimeOffset DataTo, DateTimeOffset Until);
