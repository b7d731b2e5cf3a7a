using System.Collections.Immutable;
using Cutover.Core.Ownership;
using Cutover.Core.Playbooks;
using Cutover.Core.Plans.Rules;

namespace Cutover.Core.Plans;

/// <summary>Resolves a playbook against its zones: the exact record sets and weights of every step, or every reason why not.</summary>
public static class Planner
{
    /// <param name="playbook">What is wanted.</param>
    /// <param name="view">What Route 53 holds, and which runs are known.</param>
    /// <param name="pace">How often the run looks.</param>
    /// <param name="forecast">What was measured of earlier changes; null where nothing was.</param>
    public static Planning Plan(Playbook playbook, ZoneView view, Pace pace, Forecast? forecast = null)
    {
        var zones = ZoneChoice.Choose(playbook, view);
        if (!zones.Refusals.IsEmpty)
        {
            return new PlanRefused(zones.Refusals);
        }

        var lookup = PairLookup.FindAll(playbook, zones.Chosen);
        var pairs = lookup.Pairs.Select(pair => new PairFacts(playbook, pair.Record, pair.Content, view)).ToImmutableArray();
        var records = pairs.Select(pair => pair.Record).ToImmutableArray();
        var steps = records.IsEmpty ? [] : PlanSteps.Of(playbook, records);
        ImmutableArray<Refusal> refusals =
        [
            .. lookup.Refusals,
            .. NameRules.Check(playbook, zones.Chosen, view),
            .. pairs.SelectMany(PairRules.Check),
            .. StepRules.Check(steps, records, pace),
        ];
        var inOrder = zones.Chosen.Values.Select(content => content.Zone).Distinct().ToImmutableArray();
        return refusals.IsEmpty
            ? new Planned(new Plan(playbook, inOrder, records, steps, records.Max(record => record.Ttl), pace)
            {
                Forecast = forecast ?? Forecast.Unmeasured,
                Supersedes = LeftBehind(records, zones.Chosen.Values, view),
                Warnings = [.. pairs.SelectMany(PairWarnings.Check), .. StepRules.Warn(steps)],
            })
            : new PlanRefused(refusals);
    }

    private static ImmutableArray<string> LeftBehind(
        ImmutableArray<PlannedRecord> records, IEnumerable<ZoneContent> contents, ZoneView view) =>
    [
        .. contents.Distinct()
            .SelectMany(content => records.Where(record => record.Key.ZoneId == content.Zone.Id)
                .SelectMany(record => content.At(OwnershipMark.NameFor(record.Key.Name), "TXT")))
            .Select(OwnershipMark.Parse).OfType<OwnershipMark>()
            .Select(mark => mark.Run)
            .Where(view.ClosedRuns.Contains)
            .Distinct(),
    ];
}
