using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Plans;

/// <summary>The Route 53 requests of a run that nothing holds.</summary>
/// <param name="Writes">Exactly these, in this order.</param>
/// <param name="GetChange">About so many, from the time that INSYNC is taken to need.</param>
/// <param name="ListResourceRecordSets">About so many: before each write, and to find foreign changes all the while.</param>
public sealed record CallForecast(ImmutableArray<PlannedWrite> Writes, int GetChange, int ListResourceRecordSets)
{
    private const int LinesOfAPair = 4;

    public static CallForecast Of(Plan plan)
    {
        var writes = Enumerable.Range(0, plan.Steps.Length).SelectMany(step => WritesOf(plan, step)).ToImmutableArray();
        var checks = Math.Max(1, (int)Math.Ceiling(plan.SyncTime.Duration / plan.Pace.SyncCheck));
        var readings = writes.Sum(write => NamesIn(plan, write.Zone))
            + ((int)(plan.ExpectedDuration / plan.Pace.ZoneRead) * plan.Zones.Sum(zone => NamesIn(plan, zone)));
        return new CallForecast(writes, writes.Length * checks, readings);
    }

    private static IEnumerable<PlannedWrite> WritesOf(Plan plan, int step) =>
        from zone in plan.Zones
        let lines = (LinesOfAPair * plan.ChangedBy(step).Count(pair => pair.Record.ZoneId == zone.Id)) + MarksOf(plan, step, zone)
        where lines > 0
        select new PlannedWrite(step, zone, lines);

    // Marks stand from the first write of the run to its last.
    private static int MarksOf(Plan plan, int step, HostedZone zone) =>
        plan.Playbook.Dns.Ownership && (step == 0 || plan.Steps[step].Kind == StepKind.HandBack) ? RecordNamesIn(plan, zone) : 0;

    private static int NamesIn(Plan plan, HostedZone zone) => RecordNamesIn(plan, zone) * (plan.Playbook.Dns.Ownership ? 2 : 1);

    private static int RecordNamesIn(Plan plan, HostedZone zone) =>
        plan.Records.Where(record => record.Key.ZoneId == zone.Id).Select(record => record.Key.Name).Distinct().Count();
}
