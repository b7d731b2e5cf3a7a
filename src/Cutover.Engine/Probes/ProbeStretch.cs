using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Statistics;

namespace Cutover.Engine.Probes;

/// <summary>What two probes saw over the same stretch, in the form in which stacks are compared.</summary>
internal static class ProbeStretch
{
    /// <param name="measure">What the gate measures.</param>
    /// <param name="window">The gate's window: drops are counted per window.</param>
    /// <param name="target">Samples of that measure, of the target.</param>
    /// <param name="source">Of the source, over the same stretch.</param>
    public static Stretch Of(ProbeMeasure measure, TimeSpan window, WindowSlice target, WindowSlice source) => measure.Rank() is null
        ? new CountedStretch(target.From, target.To, Count(measure, window, target), Count(measure, window, source))
        : new TimedStretch(target.From, target.To, Times(target), Times(source));

    private static Tally Count(ProbeMeasure measure, TimeSpan window, WindowSlice slice)
    {
        var windows = (slice.To - slice.From) / window;
        return measure switch
        {
            ProbeMeasure.HeldDropRate => new(slice.Drops, slice.AverageHeld() * windows),
            ProbeMeasure.AbnormalCloses => new(slice.AbnormalDrops, slice.EverHeld == 0 ? 0 : windows),
            _ => new(slice.Samples.Count(sample => sample.Kind != SampleKind.HandshakeAccepted), slice.Samples.Count),
        };
    }

    // A refused handshake has no time; one that ran into its deadline took that long at least.
    private static ImmutableArray<double> Times(WindowSlice slice) =>
        [.. slice.Samples.Where(sample => sample.Kind != SampleKind.HandshakeFailed).Select(sample => sample.Value)];
}
