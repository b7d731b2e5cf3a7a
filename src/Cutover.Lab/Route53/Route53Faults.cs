using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Route53;

/// <summary>Dials that make the emulator misbehave as Route 53 sometimes does; all can be turned while it runs.</summary>
public sealed class Route53Faults
{
    private readonly HostedZones _zones;

    internal Route53Faults(HostedZones zones) => _zones = zones;

    /// <summary>Confines every fault but <see cref="KeepPending"/> to one operation; null means all.</summary>
    public Route53Operation? OnlyFor { get; set; }

    /// <summary>Answered with Throttling.</summary>
    public FaultCount Throttle { get; } = new();

    /// <summary>Answers every request with Throttling.</summary>
    public bool ThrottleEverything { get; set; }

    /// <summary>Answered with 500 InternalFailure, nothing done.</summary>
    public FaultCount InternalFailure { get; } = new();

    /// <summary>Answered with 503 ServiceUnavailable, nothing done.</summary>
    public FaultCount ServiceUnavailable { get; } = new();

    /// <summary>The connection is closed, nothing done.</summary>
    public FaultCount CloseBeforeActing { get; } = new();

    /// <summary>The request is carried out, then the connection is closed without a response.</summary>
    public FaultCount LoseResponse { get; } = new();

    /// <summary>Change batches answered with PriorRequestNotComplete.</summary>
    public FaultCount PriorRequestNotComplete { get; } = new();

    /// <summary>Answers every request that would change something with AccessDenied.</summary>
    public bool DenyWrites { get; set; }

    /// <summary>Changes stay PENDING while true; overdue ones arrive at once on release.</summary>
    public bool KeepPending
    {
        get => _zones.PropagationHeld;
        set => _zones.PropagationHeld = value;
    }

    /// <summary>Added before a request is looked at.</summary>
    public TimeSpan ExtraLatency { get; set; }

    internal bool Concern(Route53Operation operation) => OnlyFor is null || OnlyFor == operation;
}
