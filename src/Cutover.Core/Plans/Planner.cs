using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans;

/// <summary>Resolves a playbook against a zone: the exact record sets and weights of every step, or every reason why not.</summary>
public static class Planner
{
    public static Planning Plan(Playbook playbook, ZoneView view, Pace pace)
    {
        var zones = ZoneChoice.Choose(playbook, view);
        if (zones.Zone is not { } zone)
        {
            return new PlanRefused(zones.Refusals);
        }

        var pairs = playbook.Records
            .SelectMany(record => record.Types.Select(type => PairLookup.Find(playbook, record, type, zone, view)))
            .ToList();
        var records = pairs.Select(pair => pair.Record).OfType<PlannedRecord>().ToImmutableArray();
        ImmutableArray<Refusal> refusals =
        [
            .. pairs.SelectMany(pair => pair.Refusals),
            .. PairRules.Check(playbook, records, view),
            .. StepRules.Check(playbook, records),
        ];
        return refusals.IsEmpty ? new Planned(Resolve(playbook, zone, records, pace)) : new PlanRefused(refusals);
    }

    private static Plan Resolve(Playbook playbook, HostedZone zone, ImmutableArray<PlannedRecord> records, Pace pace) => new(
        playbook,
        [zone],
        records,
        [.. playbook.Steps.Select(step => Resolve(playbook, records, step))],
        records.Max(PairRules.TtlOf),
        pace);

    private static PlannedStep Resolve(Playbook playbook, ImmutableArray<PlannedRecord> records, Step step) => new(
        StepKind.Move,
        null,
        step,
        [.. records.Select(record => record.Initial with { Weights = PairWeights.Nearest(step.Weight) })],
        Hold(playbook, step));

    // A gate passes a step on data that is all newer than the settle, so its window is the least that the step can last.
    private static TimeSpan Hold(Playbook playbook, Step step) =>
        playbook.Gates.Select(gate => gate.Window).Append(step.Bake).Max();
}
