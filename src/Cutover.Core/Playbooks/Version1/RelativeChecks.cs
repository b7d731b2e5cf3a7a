using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>What must hold of a gate that compares the target with the source.</summary>
internal static class RelativeChecks
{
    /// <summary>The goal with the unit of what the gate measures.</summary>
    public static Goal InUnit(Goal goal, ObjectiveUnit unit) => goal is RelativeObjective relative ? relative with { Unit = unit } : goal;

    /// <summary>M of N counts misses; a test pays for its many looks by itself.</summary>
    public static void Breach(Section section, Located<Goal>? goal)
    {
        if (goal?.Value is BurnObjective)
        {
            section.RefuseKey(
                GateFormat.Breach, "a burn is judged over windows of its own, which have no misses to count", "no breach beside a burn");
        }
        else if (goal?.Value is RelativeObjective)
        {
            section.RefuseKey(
                GateFormat.Breach,
                "an objective against the source is judged by a test over all the data, which has no misses to count",
                "no breach beside an objective against the source");
        }
    }

    /// <param name="section">The gate.</param>
    /// <param name="goal">A relative objective.</param>
    /// <param name="what">What is measured, as a playbook writes it.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="moreIsBetter">Which side of it is good.</param>
    public static void Goal(Section section, Located<Goal> goal, string what, ObjectiveUnit unit, bool moreIsBetter)
    {
        var relative = (RelativeObjective)goal.Value;
        if (moreIsBetter != relative.Comparison.WantsMore())
        {
            Direction(section, goal, what, moreIsBetter);
        }
        else if (relative.Allowance > 0 && relative.Unit != unit)
        {
            section.Refuse(
                goal.Place,
                $"{what} is in {NameOf(unit)}, and what this objective lets go is in {NameOf(relative.Unit)}",
                goal.Place.With(ObjectiveNotation.Write(relative with { Unit = unit })));
        }
        else if (moreIsBetter && relative.Factor > 1)
        {
            section.Refuse(
                goal.Place,
                "more than 100 % is not to be had, so a target as good as the source would fail",
                goal.Place.With(ObjectiveNotation.Write(relative with { Factor = 0.999 })));
        }
    }

    public static string NameOf(ObjectiveUnit unit) => unit switch
    {
        ObjectiveUnit.Percent => "percent",
        ObjectiveUnit.Milliseconds => "ms or s",
        _ => "plain numbers",
    };

    private static void Direction(Section section, Located<Goal> goal, string what, bool moreIsBetter)
    {
        if (moreIsBetter)
        {
            section.Refuse(
                goal.Place,
                $"of {what} more is better, so this gate would fail while all is well",
                $"probe: {ProbeMeasure.HandshakeFailure.Keyword()} with this objective, or objective: \">= 0.999 x source\"");
            return;
        }

        var relative = (RelativeObjective)goal.Value;
        var turned = relative with { Comparison = Comparison.LessOrEqual, Factor = Math.Max(1, relative.Factor) };
        section.Refuse(
            goal.Place,
            $"of {what} less is better, so this gate would fail while all is well",
            goal.Place.With(ObjectiveNotation.Write(turned)));
    }
}
