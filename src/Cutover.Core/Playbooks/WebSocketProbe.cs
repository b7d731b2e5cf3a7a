namespace Cutover.Core.Playbooks;

/// <summary>Measured by Cutover's own WebSocket connections, straight against each stack's endpoint.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Cohort">Whom the connections stand for; null for the playbook's own probes.</param>
public sealed record WebSocketProbe(ProbeMeasure Measure, Cohort? Cohort = null) : GateSource
{
    public override bool IsPerStack => true;
}
