using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans;

/// <summary>A playbook resolved against what its zones held when the plan was made.</summary>
/// <param name="Zones">The hosted zones of the records, in the order in which they are written.</param>
/// <param name="Ttl">The longest TTL that resolvers may hold an answer for before the first step.</param>
/// <param name="Pace">How often the run looks.</param>
/// <param name="Owner">
/// What names the run in its ownership marks; null before it has started, and where the playbook wants no marks.
/// </param>
public sealed record Plan(
    Playbook Playbook,
    ImmutableArray<HostedZone> Zones,
    ImmutableArray<PlannedRecord> Records,
    ImmutableArray<PlannedStep> Steps,
    TimeSpan Ttl,
    Pace Pace,
    string? Owner = null)
{
    /// <summary>The weights before the first step: what a rollback restores.</summary>
    [JsonIgnore]
    public ImmutableArray<RecordWeights> Initial => [.. Records.Select(record => record.Initial)];

    /// <summary>
    /// From a decision to roll back until resolvers that honour the TTL have let go of the target: write, INSYNC and TTL.
    /// </summary>
    [JsonIgnore]
    public TimeSpan TimeToSafe => Pace.AssumedSync + Ttl;

    /// <summary>How long the run takes when nothing holds it and every approval comes at once.</summary>
    [JsonIgnore]
    public TimeSpan ExpectedDuration => Steps.Aggregate(TimeSpan.Zero, (sum, step) => sum + Pace.AssumedSync + Ttl + step.Hold);

    /// <summary>The pairs of one hosted zone.</summary>
    public ImmutableArray<PlannedRecord> RecordsOf(string zoneId) => [.. Records.Where(record => record.Key.ZoneId == zoneId)];

    /// <summary>What every pair holds once a step is in force.</summary>
    public ImmutableArray<RecordWeights> WeightsOf(int step) => Steps[step].Weights;
}
