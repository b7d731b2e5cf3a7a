namespace Cutover.Core.Playbooks;

/// <summary>Measured by Cutover's own WebSocket connections, straight against each stack's endpoint.</summary>
public sealed record WebSocketProbe(ProbeMeasure Measure) : GateSource
{
    public override bool IsPerStack => true;
}
