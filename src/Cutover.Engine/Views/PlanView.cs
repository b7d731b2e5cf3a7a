using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>A plan as it is shown before a start.</summary>
/// <param name="ExpectedSeconds">How long the run takes at least: nothing holds it, and every approval comes at once.</param>
/// <param name="TimeToSafeSeconds">The longest that any step has; each step says of what it is made.</param>
/// <param name="AssumedSyncSeconds">What each INSYNC is assumed to take where nothing was measured.</param>
/// <param name="Checksum">Names the playbook and the record sets that the plan was made from; a start can insist on it.</param>
/// <param name="SyncTime">What each INSYNC is taken to need in these forecasts.</param>
/// <param name="Warnings">What a person should know before a start.</param>
/// <param name="Calls">What it will ask of Route 53.</param>
/// <param name="CloudWatch">What its gates will ask of CloudWatch, and what that costs; null where none asks.</param>
/// <param name="IsOpenEnded">A step waits for a share of the open connections: how long that takes, no weight decides.</param>
public sealed record PlanView(
    string Playbook,
    string SourceName,
    string TargetName,
    string Zone,
    double TtlSeconds,
    double TimeToSafeSeconds,
    double ExpectedSeconds,
    double AssumedSyncSeconds,
    ImmutableArray<RecordView> Records,
    ImmutableArray<StepView> Steps,
    ImmutableArray<GateView> Gates,
    string Checksum,
    PlanTimeView SyncTime,
    ImmutableArray<PlanWarning> Warnings,
    CallsView Calls,
    CloudWatchView? CloudWatch,
    bool IsOpenEnded)
{
    public static PlanView From(Plan plan, DateTimeOffset now)
    {
        var start = RunMachine.Start(plan, new StartedEvent(string.Empty, null), now).State with { Step = -1 };
        return new PlanView(
            plan.Playbook.Name,
            plan.Playbook.Stacks.Source.Name,
            plan.Playbook.Stacks.Target.Name,
            ViewParts.Zone(plan),
            plan.Ttl.TotalSeconds,
            plan.TimeToSafe.TotalSeconds,
            plan.ExpectedDuration.TotalSeconds,
            plan.Pace.AssumedSync.TotalSeconds,
            ViewParts.Records(plan, start),
            ViewParts.Steps(plan, start),
            ViewParts.Gates(plan, start),
            PlanChecksum.Of(plan),
            PlanTimeView.Of(plan.SyncTime),
            plan.Warnings,
            CallsView.Of(CallForecast.Of(plan)),
            plan.CloudWatch is { } asked ? CloudWatchView.Of(asked) : null,
            plan.IsOpenEnded);
    }
}
