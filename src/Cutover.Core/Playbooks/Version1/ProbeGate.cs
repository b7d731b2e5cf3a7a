using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>The rules of a gate that Cutover measures itself.</summary>
internal static class ProbeGate
{
    public static Gate? Build(Section section, ProbeMeasure? measure)
    {
        var (kind, objective) = (section.ReadOr(GateFormat.Kind, () => GateKind.Probe), Goals.Read(section));
        var window = section.ReadOr(GateFormat.Window, () => PlaybookDefaults.Window);
        var samples = section.ReadOr(GateFormat.MinSamples, () => PlaybookDefaults.MinSamples(measure ?? default));
        var breach = section.ReadOr(GateFormat.Breach, () => PlaybookDefaults.ProbeBreach);
        var freshness = section.ReadOr(GateFormat.Freshness, () => PlaybookDefaults.ProbeFreshness);
        CheckKind(section, kind);
        RelativeChecks.Breach(section, objective);
        if (measure is { } known && objective is not null)
        {
            CheckGoal(section, known, objective);
        }

        return measure is null || objective is null || window is null || samples is null || breach is null || freshness is null
            ? null
            : new Gate(
                section.Name,
                new WebSocketProbe(measure.Value),
                GateKind.Probe,
                RelativeChecks.InUnit(objective.Value, measure.Value.Unit()),
                window.Value,
                samples.Value,
                breach.Value,
                freshness.Value);
    }

    private static void CheckKind(Section section, Located<GateKind>? kind)
    {
        if (kind is { Value: not GateKind.Probe })
        {
            section.Refuse(
                kind.Place,
                $"a probe cannot be of kind {kind.Value.Keyword()}: no answer to a probe is a failure",
                "kind: probe, or no kind");
        }
    }

    private static void CheckGoal(Section section, ProbeMeasure measure, Located<Goal> goal)
    {
        if (goal.Value is Objective objective)
        {
            CheckObjective(section, measure, goal, objective);
        }
        else if (goal.Value is BurnObjective)
        {
            BurnChecks.Probe(section, goal, measure);
        }
        else if (measure == ProbeMeasure.CertificateDays)
        {
            section.Refuse(
                goal.Place,
                $"{measure.Keyword()} is no sample of many: there is no test that compares two certificates",
                goal.Place.With("\">= 14\""));
        }
        else
        {
            RelativeChecks.Goal(section, goal, measure.Keyword(), measure.Unit(), measure.MoreIsBetter());
        }
    }

    private static void CheckObjective(Section section, ProbeMeasure measure, Located<Goal> objective, Objective value)
    {
        if (value.Unit != measure.Unit())
        {
            section.Refuse(
                objective.Place,
                $"{measure.Keyword()} is measured in {RelativeChecks.NameOf(measure.Unit())}, and this objective is in "
                    + $"{RelativeChecks.NameOf(value.Unit)}",
                objective.Place.With(InUnitOf(measure, value)));
        }
        else if (measure.MoreIsBetter() != value.Comparison.WantsMore())
        {
            Directions.Refuse(section, objective, measure.Keyword(), measure.MoreIsBetter());
        }
    }

    /// <summary>The objective that was probably meant; 0.999 of something in percent was a ratio.</summary>
    private static string InUnitOf(ProbeMeasure measure, Objective objective) => (objective.Unit, measure.Unit()) switch
    {
        (ObjectiveUnit.Number, ObjectiveUnit.Percent) when objective.Threshold is > 0 and <= 1 =>
            ObjectiveNotation.Write(objective with { Threshold = Math.Round(objective.Threshold * 100, 6), Unit = ObjectiveUnit.Percent }),
        (ObjectiveUnit.Number, var unit) => ObjectiveNotation.Write(objective with { Unit = unit }),
        (_, ObjectiveUnit.Percent) => measure.MoreIsBetter() ? "\">= 99.5 %\"" : "\"<= 5 %\"",
        (_, ObjectiveUnit.Milliseconds) => "\"<= 250 ms\"",
        _ => measure.MoreIsBetter() ? "\">= 14\"" : "\"<= 5\"",
    };
}
