using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;
using Cutover.Engine.Dns;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Runs;

/// <summary>Makes a plan from a playbook's text and what Route 53 holds now.</summary>
public sealed class RunPlanning(AwsConnection aws, IDbContextFactory<CutoverContext> contexts, EngineOptions options)
{
    public async Task<PlanOutcome> PlanAsync(string playbookText, CancellationToken cancellation)
    {
        switch (PlaybookReader.Read(playbookText))
        {
            case PlaybookRefused refused:
                return new PlaybookUnreadable(refused.Problems);
            case PlaybookAccepted accepted:
                var view = await ViewAsync(accepted.Playbook, cancellation);
                return view.TryGet(out var zone, out var failure)
                    ? PlanOutcome.From(Planner.Plan(accepted.Playbook, zone, options.Pace))
                    : new ZoneUnreadable(AwsWords.Of(failure));
            default:
                throw new InvalidOperationException("A reading of a playbook is accepted or refused.");
        }
    }

    private async Task<AwsOutcome<ZoneView>> ViewAsync(Playbook playbook, CancellationToken cancellation)
    {
        var found = await aws.Route53.FindZonesAsync(playbook.Records.Select(record => record.Zone), cancellation);
        if (!found.TryGet(out var zones, out var failure))
        {
            return failure;
        }

        var names = playbook.Records.Select(record => record.Name);
        var sets = zones.Length == 1
            ? await aws.Route53.ReadRecordSetsAsync(zones[0].Id, names, CallPriority.Normal, cancellation)
            : ImmutableArray<RecordSet>.Empty;
        return sets.TryGet(out var records, out var unread)
            ? new ZoneView(zones, records, await contexts.OpenClaimsAsync(cancellation))
            : unread;
    }
}
