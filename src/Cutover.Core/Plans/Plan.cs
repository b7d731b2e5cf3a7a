using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans;

/// <summary>A playbook resolved against what its zone held when the plan was made.</summary>
/// <param name="Zone">The one hosted zone of all records.</param>
/// <param name="Ttl">The TTL that resolvers may hold an answer for.</param>
/// <param name="Pace">How often the run looks.</param>
public sealed record Plan(
    Playbook Playbook, HostedZone Zone, ImmutableArray<PlannedRecord> Records, ImmutableArray<PlannedStep> Steps, TimeSpan Ttl, Pace Pace)
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

    /// <summary>The weights of a step for every pair.</summary>
    public ImmutableArray<RecordWeights> WeightsOf(int step) =>
        [.. Records.Select(record => new RecordWeights(record.Key, Steps[step].Weights))];
}
