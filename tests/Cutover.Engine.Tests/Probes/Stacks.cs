using Cutover.Core.Playbooks;
using Cutover.Engine.Probes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Engine.Tests.Probes;

/// <summary>Probes that are quicker than the default, on the real clock.</summary>
internal static class Stacks
{
    public static readonly ProbeOptions Quick = new()
    {
        DialsPerSecond = 100,
        Holders = 4,
        OpenSpread = TimeSpan.FromMilliseconds(20),
        BeatInterval = TimeSpan.FromMilliseconds(20),
        BeatDeadline = TimeSpan.FromSeconds(20),
        DialDeadline = TimeSpan.FromSeconds(20),
        ReopenDelay = TimeSpan.FromMilliseconds(20),
        MaxReopenDelay = TimeSpan.FromMilliseconds(50),
        CloseGrace = TimeSpan.FromMilliseconds(200),
    };

    public static StackProbe Start(Uri endpoint, ProbeOptions options)
    {
        var probe = new StackProbe(
            new ProbeTarget("Envoy", endpoint, Dials.Record), options, TimeProvider.System, NullLogger<StackProbe>.Instance);
        probe.Start();
        return probe;
    }

    /// <summary>The measure over all the time up to now.</summary>
    public static ProbeReading? Read(this ProbeWindow window, ProbeMeasure measure) =>
        window.Measure(measure, DateTimeOffset.MinValue, TimeProvider.System.GetUtcNow());
}
