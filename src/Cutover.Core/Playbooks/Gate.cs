using System.Text.Json.Serialization;

namespace Cutover.Core.Playbooks;

/// <summary>An objective on one measurement.</summary>
/// <param name="Name">Unique in the playbook.</param>
/// <param name="Source">Where the measurement comes from.</param>
/// <param name="Kind">What absence means.</param>
/// <param name="Goal">What the values must satisfy.</param>
/// <param name="Window">How much time one measurement covers.</param>
/// <param name="MinSamples">Fewer samples than this in the window are never a verdict.</param>
/// <param name="Breach">How many misses of how many measurements fail a gate with an absolute objective.</param>
/// <param name="Freshness">Data that ended longer ago than this is no data.</param>
public sealed record Gate(
    string Name,
    GateSource Source,
    GateKind Kind,
    [property: JsonPropertyName("objective")] Goal Goal,
    TimeSpan Window,
    int MinSamples,
    BreachRule Breach,
    TimeSpan Freshness)
{
    /// <summary>True when a stack without traffic misses the objective: nothing that a target can be asked before it has any.</summary>
    [JsonIgnore]
    public bool DemandsTraffic => Kind == GateKind.Traffic && Goal.Comparison.WantsMore();
}
