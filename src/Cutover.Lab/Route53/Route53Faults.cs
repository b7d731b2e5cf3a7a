using System.Collections.Immutable;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Route53;

/// <summary>Dials that make the emulator misbehave as Route 53 sometimes does; all can be turned while it runs.</summary>
public sealed class Route53Faults
{
    private readonly HostedZones _zones;

    internal Route53Faults(HostedZones zones) => _zones = zones;

    /// <summary>Confines all but <see cref="KeepPending"/> and <see cref="ClockOffset"/> to one operation; null means all.</summary>
    public Route53Operation? OnlyFor { get; set; }

    /// <summary>Answered with Throttling.</summary>
    public FaultCount Throttle { get; } = new();

    /// <summary>Answers every request with Throttling.</summary>
    public bool ThrottleEverything { get; set; }

    /// <summary>Answered with 500 InternalFailure, nothing done.</summary>
    public FaultCount InternalFailure { get; } = new();

    /// <summary>Answered with 503 ServiceUnavailable, nothing done.</summary>
    public FaultCount ServiceUnavailable { get; } = new();

    /// <summary>The connection is closed in order, nothing done.</summary>
    public FaultCount CloseBeforeActing { get; } = new();

    /// <summary>The connection is reset, nothing done.</summary>
    public FaultCount ResetBeforeActing { get; } = new();

    /// <summary>The request is carried out, then the connection is closed in order without a response.</summary>
    public FaultCount LoseResponse { get; } = new();

    /// <summary>The request is carried out, then the connection is reset without a response.</summary>
    public FaultCount ResetAfterActing { get; } = new();

    /// <summary>Answered with 502 and a proxy's HTML, nothing done.</summary>
    public FaultCount BadGateway { get; } = new();

    /// <summary>The request is carried out, but the answer is 504 and a proxy's HTML.</summary>
    public FaultCount GatewayTimeout { get; } = new();

    /// <summary>
    /// The emulator's clock minus the lab's: a request signed more than five minutes from it is refused, and its Date header tells it.
    /// </summary>
    public TimeSpan ClockOffset { get; set; }

    /// <summary>Change batches answered with PriorRequestNotComplete.</summary>
    public FaultCount PriorRequestNotComplete { get; } = new();

    /// <summary>The operations that are answered with AccessDenied, such as <see cref="Writes"/>.</summary>
    public ImmutableHashSet<Route53Operation> Denied { get; set; } = [];

    /// <summary>Every operation that changes something.</summary>
    public static ImmutableHashSet<Route53Operation> Writes { get; } =
        [Route53Operation.ChangeResourceRecordSets, Route53Operation.CreateHostedZone];

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
