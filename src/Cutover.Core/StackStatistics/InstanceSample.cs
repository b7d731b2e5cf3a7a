using System.Collections.Immutable;

namespace Cutover.Core.StackStatistics;

/// <summary>What one process of a proxy said of itself.</summary>
/// <param name="At">When it was asked.</param>
/// <param name="Process">Tells it from other processes at the same address ("pid 4711", "epoch 3"); null when it does not say.</param>
/// <param name="Uptime">Since when it runs, in whole seconds; null when it does not say.</param>
/// <param name="Open">WebSockets open now.</param>
/// <param name="Counters">Since the process began.</param>
/// <param name="Backends">The servers behind it; empty when it does not say.</param>
public sealed record InstanceSample(
    DateTimeOffset At,
    string? Process,
    TimeSpan? Uptime,
    long Open,
    StackCounters Counters,
    ImmutableArray<BackendSample> Backends)
{
    // Uptimes are whole seconds, and an answer takes a while.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(3);

    /// <summary>
    /// True when a former process goes on serving its open connections after a reload while only the new one answers for statistics, as
    /// HAProxy's workers do. Envoy's new process reports its parent's connections as its own.
    /// </summary>
    public bool PredecessorLivesOn { get; init; }

    /// <summary>Why the process takes no new traffic, in its own words ("DRAINING"); null when it is in service.</summary>
    public string? OutOfService { get; init; }

    /// <summary>
    /// True when this is the same process as the earlier sample's: no counter fell, the names agree, and it cannot have begun since.
    /// A clock that was set, or a machine that slept, is no restart.
    /// </summary>
    public bool Continues(InstanceSample earlier) =>
        !Counters.HasFallenSince(earlier.Counters)
        && (Process is null || earlier.Process is null || Process == earlier.Process)
        && !BeganSince(earlier);

    /// <summary>True when all that it has counted may be newer than that moment; without an uptime it is taken to be.</summary>
    public bool MayHaveBegunAfter(DateTimeOffset moment) => Uptime is not { } uptime || uptime <= At - moment + Tolerance;

    private bool BeganSince(InstanceSample earlier)
    {
        if (Uptime is not { } now || earlier.Uptime is not { } then)
        {
            return false;
        }

        var elapsed = At - earlier.At;
        return now + TimeSpan.FromSeconds(1) < then || (now <= elapsed + Tolerance && now < then + elapsed - Tolerance);
    }
}
