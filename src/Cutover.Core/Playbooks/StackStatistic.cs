namespace Cutover.Core.Playbooks;

/// <summary>Measured by the proxies themselves: Envoy's admin interface, HAProxy's statistics.</summary>
public sealed record StackStatistic(StackMeasure Measure) : GateSource
{
    public override bool IsPerStack => true;
}
