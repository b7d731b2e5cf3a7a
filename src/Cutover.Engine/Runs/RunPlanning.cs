using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Engine.Aws;
using Cutover.Engine.Dns;
using Cutover.Engine.Gates.CloudWatch;
using Cutover.Engine.Notifications.Channels;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Runs;

/// <summary>Makes a plan from a playbook's text, what Route 53 and CloudWatch hold now, and how long earlier changes took.</summary>
public sealed class RunPlanning
{
    private readonly PlanningView views;
    private readonly IDbContextFactory<CutoverContext> contexts;
    private readonly EngineOptions options;
    private readonly NotificationChannels channels;
    private readonly CloudWatchPreflight preflight;

    public RunPlanning(
        PlanningView views,
        IDbContextFactory<CutoverContext> contexts,
        EngineOptions options,
        AwsConnection aws,
        NotificationChannels channels,
        TimeProvider time) => (this.views, this.contexts, this.options, this.channels, preflight) =
            (views, contexts, options, channels, new CloudWatchPreflight(aws.CloudWatch, time));

    public async Task<PlanOutcome> PlanAsync(string playbookText, CancellationToken cancellation)
    {
        switch (PlaybookReader.Read(playbookText))
        {
            case PlaybookRefused refused:
                return new PlaybookUnreadable(refused.Problems);
            case PlaybookAccepted accepted:
                var checking = preflight.CheckAsync(accepted.Playbook, cancellation);
                var view = await views.ReadAsync(accepted.Playbook, cancellation);
                var findings = await checking;
                return view.TryGet(out var zones, out var failure)
                    ? Outcome(
                        Planner.Plan(accepted.Playbook, zones, options.Pace, await contexts.ForecastAsync(cancellation)),
                        findings with { Refusals = [.. findings.Refusals, .. channels.Unknown(accepted.Playbook)] })
                    : new ZoneUnreadable(AwsWords.Of(failure));
            default:
                throw new InvalidOperationException("A reading of a playbook is accepted or refused.");
        }
    }

    private PlanOutcome Outcome(Planning planning, PreflightFindings findings) =>
        planning switch
        {
            PlanRefused refused => new PlanNotPossible([.. refused.Refusals, .. findings.Refusals]),
            Planned when !findings.Refusals.IsEmpty => new PlanNotPossible(findings.Refusals),
            Planned { Plan: var plan } => new PlanMade(plan with
            {
                Warnings = [.. plan.Warnings, .. findings.Warnings],
                CloudWatch = CloudWatchForecast.Of(plan.Playbook, options.CloudWatchPoll, options.CloudWatchPrices),
            }),
            _ => throw new ArgumentOutOfRangeException(nameof(planning)),
        };
}
