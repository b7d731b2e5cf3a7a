using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Engine.Dns;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Runs;

/// <summary>Makes a plan from a playbook's text what Route 53 holds now, and how long earlier changes took.</summary>
public sealed class RunPlanning(PlanningView views, IDbContextFactory<CutoverContext> contexts, EngineOptions options)
{
    public async Task<PlanOutcome> PlanAsync(string playbookText, CancellationToken cancellation)
    {
        switch (PlaybookReader.Read(playbookText))
        {
            case PlaybookRefused refused:
                return new PlaybookUnreadable(refused.Problems);
            case PlaybookAccepted accepted:
                var view = await views.ReadAsync(accepted.Playbook, cancellation);
                return view.TryGet(out var zones, out var failure)
                    ? PlanOutcome.From(Planner.Plan(
                        accepted.Playbook, zones, options.Pace, await contexts.ForecastAsync(cancellation)))
                    : new ZoneUnreadable(AwsWords.Of(failure));
            default:
                throw new InvalidOperationException("A reading of a playbook is accepted or refused.");
        }
    }
}
