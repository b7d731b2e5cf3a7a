using Cutover.Core.Gates;
using Cutover.Core.Playbooks;

namespace Cutover.Engine.Views;

/// <summary>A gate with its latest verdicts.</summary>
/// <param name="Measures">What it measures, in words.</param>
/// <param name="Objective">As the playbook writes it.</param>
/// <param name="Threshold">The objective's number, in its unit; of a burn the factor that fails it within an hour; null where the bound is what
/// the source does.</param>
/// <param name="Breach">How many misses fail it, or that a test or a burn in both windows does.</param>
/// <param name="Source">Null for a gate that knows no stacks, and before the first verdict.</param>
/// <param name="LastPassedAt">When the target last passed; null before it ever did.</param>
public sealed record GateView(
    string Name,
    string Measures,
    string Objective,
    double? Threshold,
    ObjectiveUnit Unit,
    string Breach,
    double WindowSeconds,
    StackVerdict? Target,
    StackVerdict? Source,
    DateTimeOffset? LastPassedAt);
