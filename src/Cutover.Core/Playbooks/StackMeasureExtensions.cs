namespace Cutover.Core.Playbooks;

public static class StackMeasureExtensions
{
    /// <summary>The measure as a playbook writes it.</summary>
    public static string Keyword(this StackMeasure measure) => measure switch
    {
        StackMeasure.OpenConnections => "open-connections",
        StackMeasure.Upgrades => "upgrades",
        StackMeasure.ConnectionErrors => "connection-errors",
        StackMeasure.Responses5xx => "5xx",
        _ => "lost-connections",
    };

    /// <summary>What its absence means.</summary>
    public static GateKind Kind(this StackMeasure measure) =>
        measure is StackMeasure.OpenConnections or StackMeasure.Upgrades ? GateKind.Traffic : GateKind.Errors;

    /// <summary>True when it may also be judged as a percentage of the upgrades begun.</summary>
    public static bool HasShare(this StackMeasure measure) => measure is StackMeasure.ConnectionErrors or StackMeasure.Responses5xx;
}
