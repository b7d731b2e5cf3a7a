using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Conversions;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Conversions;

/// <summary>Tells the ownership marks that ended runs of this server left behind from everyone else's.</summary>
internal static class EndedRuns
{
    /// <summary>The runs of marks in these zones that are over, as the marks name them.</summary>
    public static async Task<ImmutableHashSet<string>> EndedRunsAsync(
        this IDbContextFactory<CutoverContext> contexts, IEnumerable<ZoneContent> zones, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var ended = ImmutableHashSet.CreateBuilder<string>();
        foreach (var (zone, set) in zones.SelectMany(content => content.RecordSets.Select(set => (content.Zone, set))))
        {
            if (OwnershipMark.Parse(set) is { } mark
                && Number(mark) is { } id
                && await context.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellation) is { IsOpen: false } run
                && RunJson.Read<Plan>(run.Plan).Records.Any(record => IsOf(mark, set, zone, record)))
            {
                ended.Add(mark.Run);
            }
        }

        return ended.ToImmutable();
    }

    // Another Cutover counts its runs from 1 too: the number alone would take the mark of its open run for one left behind.
    private static bool IsOf(OwnershipMark mark, RecordSet set, HostedZone zone, PlannedRecord record) =>
        record.Key.ZoneId == zone.Id
        && set.Name == OwnershipMark.NameFor(record.Key.Name)
        && mark.Initial.Any(pair => pair.Type == record.Key.Type && pair.Weights == record.Initial.Weights);

    private static long? Number(OwnershipMark mark) =>
        long.TryParse(mark.Run.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
