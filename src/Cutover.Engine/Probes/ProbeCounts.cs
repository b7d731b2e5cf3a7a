using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Statistics;

namespace Cutover.Engine.Probes;

/// <summary>What failed of all that a probe saw, in the form in which an error budget is spent.</summary>
internal static class ProbeCounts
{
    /// <param name="measure">Handshakes, or the drops of held connections.</param>
    /// <param name="slice">Samples of that measure.</param>
    public static EventCount Of(ProbeMeasure measure, WindowSlice slice) =>
        EventCount.Of(slice.From, slice.To, measure == ProbeMeasure.HeldDropRate ? Held(slice) : Handshakes(slice));

    private static Tally Handshakes(WindowSlice slice) =>
        new(slice.Samples.Count(sample => sample.Kind != SampleKind.HandshakeAccepted), slice.Samples.Count);

    // A stack on which none can be held any more fails each time that one is tried.
    private static Tally Held(WindowSlice slice) => slice.EverHeld == 0
        ? new(slice.FailedOpenings, slice.FailedOpenings)
        : new(slice.Drops, slice.AverageHeld() * (slice.To - slice.From).TotalMinutes);
}
