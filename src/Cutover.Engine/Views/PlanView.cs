using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>A plan as it is shown before a start.</summary>
/// <param name="ExpectedSeconds">How long the run takes when nothing holds it and every approval comes at once.</param>
/// <param name="AssumedSyncSeconds">What each INSYNC is assumed to take in these forecasts.</param>
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
    ImmutableArray<GateView> Gates)
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
            ViewParts.Gates(plan, start));
    }
}
