using System.Text.Json.Serialization;

namespace Cutover.Core.Playbooks;

/// <summary>What a gate's measurements must satisfy. Closed: these are all there are, and <c>GateJudge</c> judges each.</summary>
/// <param name="Comparison">Which side of the bound is good.</param>
/// <param name="Unit">How values are shown.</param>
[JsonConverter(typeof(GoalJson))]
public abstract record Goal(Comparison Comparison, ObjectiveUnit Unit)
{
    /// <summary>What makes a value count as a miss, for tables and charts; as the playbook writes it.</summary>
    public abstract override string ToString();
}
