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
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestLook = TimeSpan.FromMinutes(1);

    /// <summary>True when a stack without traffic misses the objective: nothing that a target can be asked before it has any.</summary>
    [JsonIgnore]
    public bool DemandsTraffic => Kind == GateKind.Traffic && Goal.Comparison.WantsMore();

    /// <summary>
    /// Time between two measurements of a stack: a series' period; else the N of "M of N" are spread over one window, and a comparison or a
    /// burn looks six times in one, at least once a minute. 1 s apart at least.
    /// </summary>
    [JsonIgnore]
    public TimeSpan Interval
    {
        get
        {
            var interval = (Source, Goal) switch
            {
                (CloudWatchSource series, _) => series.Period,
                (_, RelativeObjective or BurnObjective) => Window / 6 < LongestLook ? Window / 6 : LongestLook,
                _ => Window / Breach.Of,
            };
            return interval > ShortestInterval ? interval : ShortestInterval;
        }
    }
}
