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
        var zones = ImmutableArray.CreateBuilder<HostedZone>();
        foreach (var asked in playbook.Records.Select(record => record.Zone).Distinct())
        {
            var found = await FindZonesAsync(asked, cancellation);
            if (!found.TryGet(out var candidates, out var failure))
            {
                return failure;
            }

            zones.AddRange(candidates);
        }

        var names = playbook.Records.Select(record => record.Name);
        var sets = zones.Count == 1
            ? await aws.Route53.ReadRecordSetsAsync(zones[0].Id, names, CallPriority.Normal, cancellation)
            : ImmutableArray<RecordSet>.Empty;
        return sets.TryGet(out var records, out var unread)
            ? new ZoneView(zones.ToImmutable(), records, await ClaimsAsync(cancellation))
            : unread;
    }

    private async Task<AwsOutcome<ImmutableArray<HostedZone>>> FindZonesAsync(string asked, CancellationToken cancellation)
    {
        if (!ZoneId.Looks(asked))
        {
            return await aws.Route53.ListHostedZonesByNameAsync(asked, CallPriority.Normal, cancellation);
        }

        var detail = await aws.Route53.GetHostedZoneAsync(asked, CallPriority.Normal, cancellation);
        if (detail.TryGet(out var zone, out var failure))
        {
            return ImmutableArray.Create(zone.Zone);
        }

        return failure.Kind == AwsFailureKind.NotFound ? ImmutableArray<HostedZone>.Empty : failure;
    }

    private async Task<ImmutableDictionary<RecordKey, string>> ClaimsAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var claims = await context.Claims.AsNoTracking().ToListAsync(cancellation);
        return claims.ToImmutableDictionary(
            claim => new RecordKey(claim.ZoneId, claim.Name, Enum.Parse<RecordType>(claim.Type)),
            claim => FormattableString.Invariant($"#{claim.RunId}"));
    }
}
