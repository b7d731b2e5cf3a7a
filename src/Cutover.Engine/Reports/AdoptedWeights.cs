using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Reports;

/// <summary>Reads what a person adopted: the decision names it in words only, the reading before it has the weights.</summary>
internal static class AdoptedWeights
{
    private const string Read = "{\"event\":\"zone-read\"";

    // Readings from before the latest change may come in late: the one that counts is among the last few.
    private const int Readings = 20;

    public static async Task<ImmutableArray<RecordWeights>> OfAsync(
        CutoverContext context, long run, long adoption, CancellationToken cancellation)
    {
        var events = await context.Decisions.AsNoTracking()
            .Where(row => row.RunId == run && row.Sequence < adoption && row.Event.StartsWith(Read))
            .OrderByDescending(row => row.Sequence).Take(Readings).Select(row => row.Event).ToListAsync(cancellation);
        return events.Select(RunJson.Read<RunEvent>).OfType<ZoneReadEvent>().MaxBy(read => read.Reading)?.Found.Weights ?? [];
    }
}
