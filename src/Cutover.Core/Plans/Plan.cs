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
    /// <summary>What was measured of earlier changes when the plan was made.</summary>
    public Forecast Forecast { get; init; } = Forecast.Unmeasured;

    /// <summary>What the gates ask of CloudWatch; null where none does, and in plans of earlier versions.</summary>
    public CloudWatchForecast? CloudWatch { get; init; }

    /// <summary>What a person should know before a start.</summary>
    public ImmutableArray<PlanWarning> Warnings { get; init; } = [];

    /// <summary>
    /// What names runs of this Cutover that are over and left their ownership marks beside the pairs: the run replaces those marks with
    /// its own.
    /// </summary>
    public ImmutableArray<string> Supersedes { get; init; } = [];

    /// <summary>The weights before the first step: what a rollback restores.</summary>
    [JsonIgnore]
    public ImmutableArray<RecordWeights> Initial => [.. Records.Select(record => record.Initial)];

    /// <summary>How long a change is taken to need until INSYNC.</summary>
    [JsonIgnore]
    public PlanTime SyncTime => PlanTime.Of(Forecast.Sync, Pace.AssumedSync);

    /// <summary>The longest time to safe that any step has.</summary>
    [JsonIgnore]
    public TimeSpan TimeToSafe => Enumerable.Range(0, Steps.Length).Max(step => SafeTimeOf(step).Total);

    /// <summary>How long the preflight lasts when everything passes: a gate needs its window full before it can pass.</summary>
    [JsonIgnore]
    public TimeSpan PreflightDuration => Playbook.Gates.Select(gate => gate.Window).DefaultIfEmpty(TimeSpan.Zero).Max();

    /// <summary>
    /// How long the run takes at least: when nothing holds it, every approval comes at once, and no share of the connections is waited for.
    /// </summary>
    [JsonIgnore]
    public TimeSpan ExpectedDuration => Steps.Select((step, index) => SyncTime.Duration + SettleOf(index) + step.Hold)
        .Aggregate(PreflightDuration, (sum, step) => sum + step);

    /// <summary>True when a step waits for a share of the open connections: how long that takes, no weight decides.</summary>
    [JsonIgnore]
    public bool IsOpenEnded => Steps.Any(step => step.Step.Until is not null);

    /// <summary>What a step waits for beside its bake; null for nothing, and before the first step (-1).</summary>
    public ConnectionShareCondition? UntilOf(int step) => step < 0 ? null : Steps[step].Step.Until;

    /// <summary>The pairs of one hosted zone.</summary>
    public ImmutableArray<PlannedRecord> RecordsOf(string zoneId) => [.. Records.Where(record => record.Key.ZoneId == zoneId)];

    /// <summary>
    /// True where the answers for a pair can be watched: the name servers of a private zone answer nobody outside its VPCs, so its pairs
    /// wait for INSYNC and TTL alone.
    /// </summary>
    public bool IsObserved(RecordKey record) => !Zones.First(zone => zone.Id == record.ZoneId).IsPrivate;

    /// <summary>What every pair holds once a step is in force.</summary>
    public ImmutableArray<RecordWeights> WeightsOf(int step) => Steps[step].Weights;

    /// <summary>What every pair holds before a step, counted from 0.</summary>
    public ImmutableArray<RecordWeights> WeightsBefore(int step) => step == 0 ? Initial : Steps[step - 1].Weights;

    /// <summary>The pairs of which a step changes weights or TTL, as it wants them.</summary>
    public ImmutableArray<RecordWeights> ChangedBy(int step) => [.. Steps[step].Weights.Except(WeightsBefore(step))];

    /// <summary>
    /// How long resolvers may hold answers that a step replaces, counted from INSYNC: the longest TTL of what it changes, as it was before;
    /// zero for a step that changes no answer.
    /// </summary>
    public TimeSpan SettleOf(int step)
    {
        var changed = ChangedBy(step).Select(pair => pair.Record).ToHashSet();
        return LongestTtl(WeightsBefore(step).Where(pair => changed.Contains(pair.Record)));
    }

    /// <summary>
    /// From the moment that calls for a rollback in a step until resolvers have let go of the target. At worst that moment falls into the
    /// settle, while answers of the step before are still held. The TTL counts only for pairs that have moved by then.
    /// </summary>
    public SafeTime SafeTimeOf(int step)
    {
        var moved = WeightsBefore(step).Concat(Steps[step].Weights).Where(pair => pair.Weights != RecordOf(pair).Initial.Weights).ToList();
        var basis = moved.Any(pair => RecordOf(pair).IsTtlAssumed) ? TimeBasis.Assumed : TimeBasis.Zone;
        return new SafeTime(
            PlanTime.Of(Forecast.Decide, Pace.AssumedDecide),
            PlanTime.Of(Forecast.Write, Pace.AssumedWrite),
            SyncTime,
            new PlanTime(LongestTtl(moved), basis));
    }

    private TimeSpan LongestTtl(IEnumerable<RecordWeights> weights) =>
        weights.Select(pair => RecordOf(pair).TtlUnder(pair)).DefaultIfEmpty(TimeSpan.Zero).Max();

    private PlannedRecord RecordOf(RecordWeights pair) => Records.First(record => record.Key == pair.Record);
}
