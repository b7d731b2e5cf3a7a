namespace Cutover.Core.Playbooks;

/// <summary>Fixes what the absence of data means for a gate.</summary>
public enum GateKind
{
    /// <summary>Counts something bad: an absent period is zero, but only where the traffic metric of that period is present.</summary>
    Errors,

    /// <summary>Counts something wanted: an absent period means that nothing can be seen.</summary>
    Traffic,

    /// <summary>A distribution: no samples, no judgement.</summary>
    Latency,

    /// <summary>Measured by Cutover's own connections: no answer is a failure.</summary>
    Probe,
}
