using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine;
using Cutover.Engine.Storage;
using Cutover.Lab;
using Cutover.Lab.Route53.Zones;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Hosting;

/// <summary>
/// What a restarted lab holds. It is a new world, and a run that is still open must find the weights, TTLs and marks that it wrote into the
/// old one.
/// </summary>
internal static class LabContent
{
    /// <summary>What the open runs of a database last wrote into the lab's zone; nothing where there is no database yet.</summary>
    public static async Task<ImmutableArray<ZoneRecordSet>> LeftOpenAsync(string database)
    {
        if (!File.Exists(database))
        {
            return [];
        }

        var context = new DbContextOptionsBuilder<CutoverContext>();
        EngineServices.UseSqlite(context, database);
        await using var migrated = new CutoverContext(context.Options);
        await migrated.Database.MigrateAsync();
        var open = await new RunJournal(new OneContext(context.Options)).OpenRunsAsync(CancellationToken.None);
        return [.. open.SelectMany(run => LastWritten(run.Plan, run.State)).Select(Convert)];
    }

    private static ImmutableArray<RecordSet> LastWritten(Plan plan, RunState state)
    {
        var applied = state.Applied.In(LabOptions.ZoneId);
        return CompareAndSwap.LastWritten(plan, new ApplyWeightsCommand(
            0,
            LabOptions.ZoneId,
            applied,
            [applied],
            Overwrite: false,
            Release: false,
            Marked: state.Marked.Contains(LabOptions.ZoneId),
            Urgent: false));
    }

    private static ZoneRecordSet Convert(RecordSet set) => new(set.Name, set.Type, set.Ttl, set.Values, set.SetIdentifier, set.Weight)
    {
        Alias = set.Alias is { } alias ? new ZoneAlias(alias.HostedZoneId, alias.DnsName, alias.EvaluateTargetHealth) : null,
        HealthCheckId = set.HealthCheckId,
    };

    private sealed class OneContext(DbContextOptions<CutoverContext> options) : IDbContextFactory<CutoverContext>
    {
        public CutoverContext CreateDbContext() => new(options);
    }
}
