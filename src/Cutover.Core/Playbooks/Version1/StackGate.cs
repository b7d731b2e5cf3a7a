using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>The rules of a gate on what the stacks count themselves.</summary>
internal static class StackGate
{
    public static Gate? Build(Section section, StackMeasure? measure)
    {
        var (kind, objective) = (section.ReadOr(GateFormat.Kind, () => measure?.Kind() ?? default), Goals.Read(section));
        var window = section.ReadOr(GateFormat.Window, () => PlaybookDefaults.Window);
        var samples = section.ReadOr(GateFormat.MinSamples, () => 1);
        var breach = section.ReadOr(GateFormat.Breach, () => PlaybookDefaults.ProbeBreach);
        var freshness = section.ReadOr(GateFormat.Freshness, () => PlaybookDefaults.StatisticsFreshness);
        if (measure is { } known)
        {
            CheckKind(section, known, kind);
            CheckGoal(section, known, objective);
            RelativeChecks.Breach(section, objective);
            CheckWindow(section, window);
        }

        return measure is null || objective is null || window is null || samples is null || breach is null || freshness is null
            ? null
            : new Gate(
                section.Name,
                new StackStatistic(measure.Value),
                measure.Value.Kind(),
                RelativeChecks.InUnit(objective.Value, ObjectiveUnit.Percent),
                window.Value,
                samples.Value,
                breach.Value,
                freshness.Value);
    }

    private static void CheckKind(Section section, StackMeasure measure, Located<GateKind>? kind)
    {
        if (kind is not null && kind.Value != measure.Kind())
        {
            section.Refuse(
                kind.Place,
                $"{measure.Keyword()} is of kind {measure.Kind().Keyword()}, not {kind.Value.Keyword()}",
                $"kind: {measure.Kind().Keyword()}, or no kind");
        }
    }

    private static void CheckGoal(Section section, StackMeasure measure, Located<Goal>? goal)
    {
        if (goal?.Value is Objective objective)
        {
            CheckObjective(section, measure, goal, objective);
        }
        else if (goal?.Value is BurnObjective)
        {
            BurnChecks.Stack(section, goal, measure);
        }
        else if (goal is not null && !measure.HasShare())
        {
            section.Refuse(
                goal.Place,
                $"{measure.Keyword()} is a count that follows each stack's traffic, so the stacks are not to be compared by it",
                $"stack: {StackMeasure.ConnectionErrors.Keyword()} or {StackMeasure.Responses5xx.Keyword()}, whose share is compared");
        }
        else if (goal is not null)
        {
            RelativeChecks.Goal(section, goal, $"the share of {measure.Keyword()}", ObjectiveUnit.Percent, moreIsBetter: false);
        }
    }

    private static void CheckObjective(Section section, StackMeasure measure, Located<Goal> objective, Objective value)
    {
        var moreIsBetter = measure.Kind() == GateKind.Traffic;
        if (value.Unit == ObjectiveUnit.Milliseconds || (value.Unit == ObjectiveUnit.Percent && !measure.HasShare()))
        {
            section.Refuse(
                objective.Place,
                measure.HasShare()
                    ? $"{measure.Keyword()} is a count, or a percentage of the upgrades begun, and this objective is in ms or s"
                    : $"{measure.Keyword()} is a count, so the objective is a plain number",
                objective.Place.With(ObjectiveNotation.Write(value with { Unit = ObjectiveUnit.Number })));
        }
        else if (moreIsBetter != value.Comparison.WantsMore())
        {
            Directions.Refuse(section, objective, measure.Keyword(), moreIsBetter);
        }
    }

    private static void CheckWindow(Section section, Located<TimeSpan>? window)
    {
        if (window is not null && window.Value > StackStatistics.InstanceHistory.Kept)
        {
            var longest = DurationNotation.Write(StackStatistics.InstanceHistory.Kept);
            section.Refuse(window.Place, $"statistics are kept for {longest}", window.Place.With(longest));
        }
    }
}
