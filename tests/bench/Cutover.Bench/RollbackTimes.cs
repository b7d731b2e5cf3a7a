using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Engine.Views;
using Cutover.Lab.Route53;

namespace Cutover.Bench;

/// <summary>The moments of a rollback that a gate decided.</summary>
/// <param name="Measured">When the decisive measurement was taken.</param>
/// <param name="Decided">When the decision to roll back was taken.</param>
/// <param name="OnTheWire">When its ChangeResourceRecordSets request had reached Route 53.</param>
internal sealed record RollbackTimes(DateTimeOffset Measured, DateTimeOffset Decided, DateTimeOffset OnTheWire)
{
    public TimeSpan MeasurementToWire => OnTheWire - Measured;

    /// <summary>A decision to roll back was taken.</summary>
    public static bool IsDecided(RunView view) => view.RollbackReason is not null;

    public static bool IsOver(RunView view) => view.Summary.Phase == RunPhase.RolledBack;

    /// <summary>Of a run that is over; null when no gate took it back after that moment.</summary>
    public static async Task<RollbackTimes?> OfAsync(BenchHost host, long run, DateTimeOffset since)
    {
        var decisions = await host.Archive.DecisionsAsync(run, before: null, notableOnly: true, 1_000, CancellationToken.None);
        var decided = decisions.LastOrDefault(one => one.Phase == RunPhase.RollbackApplying && one.At >= since)?.At;
        var verdicts = await host.Archive.VerdictsAsync(run, since, 20_000, CancellationToken.None);
        var decisive = verdicts.LastOrDefault(one => one is { Stack: StackRole.Target, Verdict: Verdict.Failed } && one.At <= decided)?.At;
        var wire = host.Lab.Route53.Requests.Requests.FirstOrDefault(
            seen => seen.Operation == Route53Operation.ChangeResourceRecordSets && seen.At >= decisive)?.At;
        return decided is null || decisive is null || wire is null ? null : new RollbackTimes(decisive.Value, decided.Value, wire.Value);
    }
}
